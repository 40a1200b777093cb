package foramen.ui.measure;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.domain.measurement.Thresholds;
import foramen.testing.Cases;
import foramen.testing.FakeClip;
import foramen.ui.support.Words;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class SwellingSectionsTest {
    @Test
    void inGermanTheSourceOfEverySizeIsGerman() {
        SwellingSections german = new SwellingSections(Words.in(Locale.GERMAN, Locale.GERMANY), "", Locale.GERMANY);
        List<String> sources = german.size(Cases.nerve("a1"), Cases.full(), FakeClip.calibrated().info(),
                Thresholds.standard()).orElseThrow().lines().stream().map(SwellingState.Line::source).toList();
        assertTrue(sources.size() > 4);
        for (String source : sources) {
            assertTrue(source.contains("Maßstab: "), source);
            assertFalse(source.contains("scale: "), source);
        }
    }
}
