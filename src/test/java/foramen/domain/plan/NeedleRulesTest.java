package foramen.domain.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.domain.anatomy.Structure;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NeedleRulesTest {
    private static final NeedleRules RULES = NeedleRules.standard();

    @ParameterizedTest
    @CsvSource({"0, good", "30, good", "30.01, fair", "45, fair", "45.01, poor", "60, poor", "60.01, very-poor",
            "90, very-poor", "90.0001, very-poor"})
    void the_bands_part_at_30_45_and_60_degrees(double degrees, String band) {
        assertEquals(band, RULES.band(degrees).id());
    }

    @ParameterizedTest
    // Length choice: path + 5 mm hub + 5 mm reserve (clinical facts 5).
    @CsvSource({"28, 22g-38", "28.01, 22g-50", "60, 22g-80", "78.9, 22g-89", "79, 22g-100", "84, 22g-100",
            "84.85, 22g-100", "90, 22g-100", "90.01, 22g-120", "117, 22g-127", "140, 22g-150"})
    void the_shortest_needle_that_reaches_is_offered(double path, String needle) {
        assertEquals(needle, RULES.shortestFor(path).orElseThrow().id());
    }

    @Test
    void a_path_longer_than_every_needle_gets_none() {
        assertEquals(Optional.empty(), RULES.shortestFor(140.01));
    }

    @Property(tries = 300, seed = "701")
    void no_shorter_needle_would_have_reached(@ForAll @DoubleRange(min = 0, max = 140) double path) {
        Needle chosen = RULES.shortestFor(path).orElseThrow();
        assertTrue(chosen.lengthMm() >= path + 10);
        assertTrue(RULES.needles().stream().noneMatch(n -> n.lengthMm() < chosen.lengthMm()
                && n.lengthMm() >= path + 10));
    }

    @Test
    void nerves_and_vessels_have_a_margin_and_muscles_have_none() {
        assertEquals(5, RULES.margin(Structure.Kind.NERVE).orElseThrow().warnMm());
        assertEquals(3, RULES.margin(Structure.Kind.VESSEL).orElseThrow().warnMm());
        assertEquals(Optional.empty(), RULES.margin(Structure.Kind.MUSCLE));
    }

    @Test
    void every_figure_names_its_source_and_every_needle_its_own_name() {
        assertTrue(RULES.visibility().stream().noneMatch(b -> b.source().isBlank()));
        assertTrue(RULES.needles().stream().noneMatch(n -> n.source().isBlank()));
        assertTrue(RULES.margins().stream().noneMatch(m -> m.source().isBlank()));
        assertFalse(RULES.reach().source().isBlank());
        List<String> ids = RULES.needles().stream().map(Needle::id).toList();
        assertEquals(ids.size(), new HashSet<>(ids).size());
        assertEquals(RULES.needles().getFirst(), RULES.needle(ids.getFirst()).orElseThrow());
        assertEquals(Optional.empty(), RULES.needle("broom"));
    }
}
