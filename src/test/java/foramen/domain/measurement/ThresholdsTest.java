package foramen.domain.measurement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.domain.anatomy.ScanLevel;
import foramen.domain.anatomy.StructureCatalog;
import foramen.domain.data.DataFile;
import foramen.domain.data.DataFileException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ThresholdsTest {
    private final Thresholds standard = Thresholds.standard();

    @Test
    void theFileThatShipsHasThePublishedFiguresEachWithItsSource() {
        Thresholds.SideDifference d = standard.difference("sciatic-nerve", ScanLevel.PIRIFORMIS).orElseThrow();
        assertEquals(16.4, d.minimumMm2());
        assertTrue(d.citation().words().contains("Tagliafico 2012"), d.citation().words());
        assertEquals(Optional.empty(), standard.difference("sciatic-nerve", ScanLevel.GLUTEAL_FOLD));
        Thresholds.SideRatio r = standard.ratio("sciatic-nerve").orElseThrow();
        assertEquals(1.5, r.atLeast());
        assertEquals(Citation.Confidence.LOW, r.citation().confidence());
        Thresholds.Thickness t = standard.thickness("piriformis").orElseThrow();
        assertEquals(9.95, t.cutoffMm().getAsDouble());
        assertTrue(t.citation().words().contains("Siahaan 2021"));
        assertTrue(standard.thickness("sacrospinous-ligament").orElseThrow().cutoffMm().isEmpty());
        assertTrue(standard.edition().startsWith("Thresholds 20"), standard.edition());
    }

    @Test
    void everyStructureOfTheFileIsInTheCatalogue() {
        StructureCatalog structures = StructureCatalog.standard();
        Stream.of(standard.differences().stream().map(Thresholds.SideDifference::structureId),
                standard.ratios().stream().map(Thresholds.SideRatio::structureId),
                standard.thicknesses().stream().map(Thresholds.Thickness::structureId),
                standard.swelling().stream().map(Thresholds.SwellingRatio::structureId)).flatMap(ids -> ids)
                .forEach(id -> assertTrue(structures.find(id).isPresent(), id));
    }

    @Test
    void aClinicsOwnFigureHolds() throws Exception {
        Thresholds own = Thresholds.FILE.read(shipped().replace("16.4", "12.5"), "/home/clinic/thresholds.json");
        assertEquals(12.5, own.difference("sciatic-nerve", ScanLevel.PIRIFORMIS).orElseThrow().minimumMm2());
        assertTrue(own.edition().endsWith("/home/clinic/thresholds.json"));
    }

    @Test
    void aSlipIsToldAsASentenceThatNamesThePlace() throws IOException {
        String json = shipped();
        List<List<String>> slips = List.of(
                List.of(json.substring(0, 200), "line 4: this is no valid JSON"),
                List.of(json.replace("\"minimumDetectableMm2\": 16.4", "\"minimumDetectableMm2\": \"16.4\""),
                        "entry 1 of sideDifferences needs a number from 0 to 100000 in “minimumDetectableMm2”"),
                List.of(json.replace("16.4", "-16.4"), "needs a number from 0"),
                List.of(json.replace("1.5", "0.9"), "needs a number above 1 in “atLeast”"),
                List.of(json.replace("minimumDetectableMm2", "minimumDetectable"), "lacks “minimumDetectableMm2”"),
                List.of(json.replace("\"cutoffMm\"", "\"cutOffMm\""), "unknown field “cutOffMm”"),
                List.of(json.replace("\"PIRIFORMIS\"", "\"KNEE\""),
                        "knows no “KNEE” in “level”; it is one of PIRIFORMIS"),
                List.of(json.replace("\"PIRIFORMIS\"", "\"UNSPECIFIED\""), "needs a level that is set"),
                List.of(json.replace("\"source\": \"Tagliafico 2012, Muscle Nerve 46:717\", ", ""), "lacks “source”"),
                List.of(json.replace("\"neighbourFrames\": 2", "\"neighbourFrames\": 2.5"),
                        "repeats needs a whole number"),
                List.of(json.replace("\"sideRatios\": [", "\"sideRatios\": 3, \"x\": ["),
                        "needs a list in “sideRatios”"),
                List.of("[]", "the file is not an object"),
                List.of(json.replace("\"version\"", "\"version\": \"1\", \"version\""), "no valid JSON"));
        for (List<String> slip : slips) {
            DataFileException e = assertThrows(DataFileException.class,
                    () -> Thresholds.FILE.read(slip.getFirst(), "own.json"), slip.getLast());
            String said = String.valueOf(e.getMessage());
            assertTrue(said.startsWith("own.json, line ") && said.endsWith(DataFile.ADVICE + "."), said);
            assertTrue(said.contains(slip.getLast()), said);
        }
    }

    private static String shipped() throws IOException {
        try (InputStream in = Objects.requireNonNull(Thresholds.class.getResourceAsStream(Thresholds.FILE.name()))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
