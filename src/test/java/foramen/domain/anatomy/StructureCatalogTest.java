package foramen.domain.anatomy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class StructureCatalogTest {
    private static final StructureCatalog CATALOG = StructureCatalog.standard();

    @Test
    void every_row_of_the_table_is_a_structure_of_its_own() throws IOException {
        try (InputStream in = Objects.requireNonNull(StructureCatalog.class.getResourceAsStream("structures.tsv"))) {
            long rows = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().skip(1)
                    .filter(l -> !l.isBlank()).count();
            assertEquals(rows, CATALOG.all().size());
        }
    }

    @Test
    void no_two_structures_share_a_name_a_letter_or_a_colour() {
        assertUnique(Structure::id);
        assertUnique(Structure::name);
        assertUnique(Structure::letter);
        assertUnique(Structure::colour);
        assertTrue(CATALOG.all().stream().allMatch(s -> s.letter().length() == 1));
        assertTrue(CATALOG.all().stream().allMatch(s -> s.colour() >= 0 && s.colour() <= 0xFFFFFF));
    }

    @Test
    void dashes_come_in_pairs_of_on_and_off() {
        assertTrue(CATALOG.all().stream().allMatch(s -> s.dashes().size() % 2 == 0
                && s.dashes().stream().allMatch(d -> d > 0)));
    }

    @ParameterizedTest
    // DICOM PS3.16 CID 3031 and 3032, as listed in clinical facts 6.
    @CsvSource({"sciatic-nerve, LEFT, 7:213", "sciatic-nerve, RIGHT, 7:214", "sciatic-nerve, UNSPECIFIED, 7:212",
            "sciatic-nerve, BILATERAL, 7:212", "piriformis, UNSPECIFIED, 7:812", "piriformis, LEFT, 7:813",
            "piriformis, RIGHT, 7:814", "pudendal-nerve, RIGHT, 7:246", "quadratus-femoris, LEFT, 7:825",
            "gluteus-maximus, RIGHT, 7:798", "gluteus-medius, LEFT, 7:801",
            "gemelli, UNSPECIFIED, 7:820", "gemelli, LEFT, 7:820"})
    void a_structure_and_a_side_have_the_standards_code(String id, Laterality side, String value) {
        Code code = CATALOG.get(id).code(side).orElseThrow();
        assertEquals("MDC", code.scheme());
        assertEquals(value, code.value());
    }

    @Test
    void a_structure_without_a_verified_code_has_none() {
        assertEquals(Optional.empty(), CATALOG.get("sacrospinous-ligament").code(Laterality.LEFT));
    }

    @Test
    void a_coded_structure_has_three_codes_in_a_row_or_one_for_both_sides() {
        for (Structure s : CATALOG.all()) {
            s.unsided().ifPresent(code -> {
                int number = Integer.parseInt(code.value().substring(2));
                assertEquals(s.left().isPresent(), s.right().isPresent(), s.id());
                s.left().ifPresent(left -> assertEquals("7:" + (number + 1), left.value(), s.id()));
                s.right().ifPresent(right -> assertEquals("7:" + (number + 2), right.value(), s.id()));
            });
            assertTrue(s.unsided().isPresent() || s.left().isEmpty(), s.id());
        }
        assertEquals(List.of("gemelli"), CATALOG.all().stream()
                .filter(s -> s.unsided().isPresent() && s.left().isEmpty()).map(Structure::id).toList());
    }

    @Test
    void all_the_structures_of_the_deep_gluteal_region_can_be_named() {
        List.of("sciatic-nerve", "piriformis", "sacrospinous-ligament", "gluteus-maximus", "gluteus-medius",
                "quadratus-femoris", "obturator-internus", "gemelli", "sacrotuberous-ligament", "hamstring-origin",
                "pudendal-nerve", "inferior-gluteal-vessels", "internal-pudendal-vessels", "ischial-spine", "bone",
                "fascia", "calcification", StructureCatalog.NO_GO_ZONE, StructureCatalog.FREE_LABEL, "other")
                .forEach(id -> assertTrue(CATALOG.find(id).isPresent(), id));
        assertEquals(Structure.Kind.NO_GO, CATALOG.get(StructureCatalog.NO_GO_ZONE).kind());
        assertEquals(Structure.Kind.BONE, CATALOG.get(StructureCatalog.BONE).kind());
    }

    @Test
    void no_letter_could_be_taken_for_a_side() {
        assertTrue(CATALOG.all().stream().noneMatch(s -> List.of("L", "R").contains(s.letter())));
    }

    @Test
    void no_two_structures_share_their_dashes_so_that_colour_is_never_the_only_cue() {
        assertUnique(Structure::dashes);
    }

    @ParameterizedTest
    @EnumSource(ColourVision.class)
    void the_structures_drawn_most_differ_in_colour_for_every_eye(ColourVision eye) {
        // Twenty is far beyond the just noticeable difference of about 2.3 (Mahy 1994); engineering default.
        List<Structure> most = List.of("sciatic-nerve", "piriformis", "sacrospinous-ligament", "vessel",
                "pudendal-nerve").stream().map(CATALOG::get).toList();
        for (Structure a : most) {
            for (Structure b : most) {
                assertTrue(a.equals(b) || eye.difference(a.colour(), b.colour()) >= 20,
                        () -> a.name() + " and " + b.name() + ": " + eye.difference(a.colour(), b.colour()));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(ColourVision.class)
    void every_structure_stands_out_from_the_black_round_the_sector(ColourVision eye) {
        CATALOG.all().forEach(s -> assertTrue(eye.difference(s.colour(), 0) >= 40, s.name()));
    }

    @Test
    void a_structure_of_another_catalogue_is_shown_by_its_bare_name() {
        Structure foreign = CATALOG.get("iliotibial-band");
        assertEquals("iliotibial-band", foreign.name());
        assertEquals(Structure.Kind.OTHER, foreign.kind());
        assertEquals(Optional.empty(), CATALOG.find("iliotibial-band"));
    }

    @Test
    void the_nerve_whose_swelling_is_measured_is_in_the_catalogue() {
        assertEquals(Structure.Kind.NERVE, CATALOG.find(StructureCatalog.SCIATIC_NERVE).orElseThrow().kind());
    }

    @ParameterizedTest
    @CsvSource({"l, LEFT", "' Left ', LEFT", "R, RIGHT", "right, RIGHT", "both, BILATERAL", "B, BILATERAL",
            "'', UNSPECIFIED", "links, UNSPECIFIED"})
    void a_side_is_read_from_a_letter_or_a_word(String text, Laterality side) {
        assertEquals(side, Laterality.parse(text));
    }

    @Test
    void the_other_side_of_both_is_both() {
        assertEquals(Laterality.RIGHT, Laterality.LEFT.opposite());
        assertEquals(Laterality.LEFT, Laterality.RIGHT.opposite());
        assertEquals(Laterality.BILATERAL, Laterality.BILATERAL.opposite());
        assertEquals(Laterality.UNSPECIFIED, Laterality.UNSPECIFIED.opposite());
    }

    private static void assertUnique(Function<Structure, Object> key) {
        List<Object> keys = CATALOG.all().stream().map(key).toList();
        assertEquals(keys.size(), new HashSet<>(keys).size(), keys.toString());
    }
}
