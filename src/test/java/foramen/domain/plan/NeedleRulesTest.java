package foramen.domain.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.domain.anatomy.Structure;
import foramen.domain.anatomy.StructureCatalog;
import foramen.domain.data.DataFileException;
import foramen.testing.Cases;
import foramen.testing.FakeClip;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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

    @Test
    void theStockListHoldsGaugesAndLengthsOfAClinicByLengthAndTypesOfNeedle() {
        assertTrue(RULES.needles().stream().map(Needle::gauge).toList().containsAll(List.of(20, 21, 22, 23, 25, 27)));
        assertTrue(RULES.needles().stream().map(Needle::lengthMm).toList()
                .containsAll(List.of(38.0, 50.0, 80.0, 88.9, 100.0, 120.0, 127.0, 150.0)));
        assertEquals(Set.of(Needle.Type.values()), RULES.needles().stream().map(Needle::type)
                .collect(Collectors.toSet()));
        List<Double> lengths = RULES.needles().stream().map(Needle::lengthMm).toList();
        assertEquals(lengths.stream().sorted().toList(), lengths);
    }

    @Test
    void aClinicsOwnNeedlesAreReadFromACopyOfTheFile() throws DataFileException {
        NeedleRules own = NeedleRules.FILE.read(shipped().replaceFirst("\\{\"id\": \"22g-38\"",
                "{\"id\": \"24g-40\", \"label\": \"24 G × 40 mm\", \"gauge\": 24, \"lengthMm\": 40, "
                        + "\"type\": \"spinal\", \"source\": \"our cupboard\"}, {\"id\": \"22g-38\""),
                "own");
        assertEquals("24g-40", own.needles().getFirst().id());
        assertEquals(RULES.targets(), own.targets());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "{\"kind\": \"NERVE\", \"structures\": [], \"warnMm\": 5, \"blockMm\": 2, \"source\": \"engineering default, no evidence-based figure exists\"}, | '' | needs a limit for NERVE",
            "\"upToDegrees\": 45 | \"upToDegrees\": 20 | from the shallowest to the steepest",
            "\"warnMm\": 3, \"blockMm\": 0 | \"warnMm\": 3, \"blockMm\": 4 | stops before it warns",
            "\"type\": \"spinal\" | \"type\": \"long\" | knows no “long”"})
    void aFileThatWouldLeaveAMarginUnsaidIsRefused(String was, String becomes, String why) {
        String changed = shipped().replace(was, becomes);
        assertNotEquals(shipped(), changed);
        DataFileException e = assertThrows(DataFileException.class, () -> NeedleRules.FILE.read(changed, "own"));
        String said = String.valueOf(e.getMessage());
        assertTrue(said.contains(why), said);
    }

    @Test
    void rulesInThePlaceOfAClinicsBrokenOnesStopEveryPlan() {
        NeedlePlan plan = Cases.plan("p1");
        PlanAssessment a = new PlanAssessor(RULES.insteadOfClinics("needle-rules.json is broken."),
                StructureCatalog.standard(), Locale.ROOT).assess(plan, FakeClip.calibrated().info().calibration(),
                        Cases.full().annotations(), PlanSides.UNSTATED);
        assertTrue(a.blocked());
        assertEquals("needle-rules.json is broken.", a.warnings().getFirst().words());
    }

    private static String shipped() {
        try (InputStream in = Objects
                .requireNonNull(NeedleRules.class.getResourceAsStream(NeedleRules.FILE.name()))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
