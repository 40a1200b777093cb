package foramen.ui.support;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Contrast as WCAG 2.2, success criterion 1.4.3, has it: text 4.5 to 1. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PaletteTest {
    private static final Pattern COLOUR = Pattern.compile("(-fm-[a-z-]+): #([0-9a-f]{6});");

    private final Map<String, Integer> colours = new HashMap<>();

    @BeforeAll
    void read() throws IOException {
        try (InputStream in = Objects
                .requireNonNull(PaletteTest.class.getResourceAsStream("/foramen/ui/foramen.css"))) {
            Matcher m = COLOUR.matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            while (m.find()) {
                colours.put(m.group(1), Integer.parseInt(m.group(2), 16));
            }
        }
        colours.put("white", 0xFFFFFF);
    }

    @ParameterizedTest
    @CsvSource({"-fm-text,-fm-panel", "-fm-text,-fm-hover", "-fm-muted,-fm-panel", "-fm-muted,-fm-raised",
            "-fm-muted,-fm-hover", "-fm-muted,-fm-picture", "-fm-accent,-fm-panel", "-fm-accent,-fm-raised",
            "-fm-accent,-fm-accent-soft", "-fm-amber,-fm-panel", "-fm-amber,-fm-amber-soft", "-fm-red,-fm-panel",
            "-fm-red,-fm-red-soft", "white,-fm-accent-strong", "white,-fm-red-strong"})
    void textStandsOutFromWhatItLiesOn(String text, String ground) {
        double a = luminance(Objects.requireNonNull(colours.get(text), text));
        double b = luminance(Objects.requireNonNull(colours.get(ground), ground));
        double contrast = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
        assertTrue(contrast >= 4.5, () -> text + " on " + ground + ": " + contrast);
    }

    private static double luminance(int rgb) {
        return 0.2126 * linear(rgb >> 16 & 0xFF) + 0.7152 * linear(rgb >> 8 & 0xFF) + 0.0722 * linear(rgb & 0xFF);
    }

    private static double linear(int value) {
        double c = value / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }
}
