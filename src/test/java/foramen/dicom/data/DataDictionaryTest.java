package foramen.dicom.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DataDictionaryTest {
    private static final int ATTRIBUTES = 5129;

    /** The tables that the resources are made from, beside the project. */
    private static List<String> table(String name) throws IOException {
        Path file = Path.of(System.getProperty("foramen.shared", "absent"), "data", name);
        Assumptions.assumeTrue(Files.exists(file), "the shared tables are not here");
        try (Stream<String> lines = Files.lines(file)) {
            return lines.skip(1).toList();
        }
    }

    private static List<String> resource(String name) {
        return DataDictionary.rows(name).stream().map(r -> String.join("\t", r)).toList();
    }

    /** This is how the resource is made: tag, keyword, VR, VM and retired, each tag as eight hexadecimal digits. */
    private static List<String> dictionary(List<String> table) {
        Pattern tag = Pattern.compile("\\(([0-9A-FX]{4}),([0-9A-FX]{4})\\)");
        return table.stream().map(l -> l.split("\t", -1))
                .map(c -> tag.matcher(c[0].toUpperCase(Locale.ROOT)).replaceAll("$1$2").replace('X', 'x') + "\t" + c[1]
                        + "\t" + c[2] + "\t" + c[3] + "\t" + c[4])
                .toList();
    }

    @Test
    void theDictionaryIsTheWholeOfTheStandards() {
        List<String[]> rows = DataDictionary.rows("dictionary.tsv");
        assertEquals(ATTRIBUTES, rows.size());
        assertEquals(ATTRIBUTES, rows.stream().map(r -> r[0]).distinct().count());
        for (String[] row : rows) {
            for (String vr : row[2].split(" or ")) {
                assertTrue(Vr.of(vr).isPresent() || vr.isEmpty() || vr.startsWith("See Note"), row[0] + " " + vr);
            }
            int first = Integer.parseUnsignedInt(row[0].replace('x', '2'), 16);
            assertEquals(row[1], DataDictionary.standard().find(first).orElseThrow().keyword(), row[0]);
        }
    }

    @Test
    void theDictionaryIsMadeFromTheSharedTable() throws IOException {
        assertEquals(dictionary(table("dicom-dictionary.tsv")), resource("dictionary.tsv"));
    }

    @Test
    void theNamesOfSopClassesAreMadeFromTheSharedTable() throws IOException {
        List<String> made = table("sop-classes.tsv").stream().map(l -> l.split("\t", -1)).map(c -> c[0] + "\t" + c[1])
                .toList();
        assertEquals(made, resource("sop-classes.tsv").subList(0, made.size()));
    }

    @ParameterizedTest
    @CsvSource({"60023000,OverlayData,OW", "601E3000,OverlayData,OW", "50100005,CurveDimensions,US",
            "002031AB,SourceImageIDs,CS", "00280410,RowsForNthOrderCoefficients,US", "1010ABCD,ZonalMap,US",
            "00280106,SmallestImagePixelValue,US", "00283006,LUTData,OW", "7FE00010,PixelData,OW",
            "7FE00001,ExtendedOffsetTable,OV", "00189004,ContentQualification,CS"})
    void repeatingGroupsAndOpenRepresentationsAreResolved(String tag, String keyword, Vr vr) {
        int t = Integer.parseUnsignedInt(tag, 16);
        assertEquals(keyword, DataDictionary.standard().label(t));
        assertEquals(vr, DataDictionary.standard().implicitVr(t, false));
    }

    @Test
    void signsFollowPixelRepresentationAndPrivateTagsHaveNoKind() {
        DataDictionary d = DataDictionary.standard();
        assertEquals(Vr.SS, d.implicitVr(0x00280106, true));
        assertEquals(Vr.LO, d.implicitVr(0x00090010, false));
        assertEquals(Vr.UN, d.implicitVr(0x00091001, false));
        assertEquals(Vr.UL, d.implicitVr(0x00090000, false));
        assertEquals("(6001,3000)", d.label(0x60013000));
        assertEquals(Vr.UN, d.implicitVr(0x60013000, false));
        assertEquals("(0060,3001)", d.label(0x00603001));
    }
}
