package foramen.report.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import foramen.domain.anatomy.StructureCatalog;
import foramen.domain.casefile.Case;
import foramen.domain.clip.ClipException;
import foramen.domain.clip.ClipReader;
import foramen.domain.delivery.ClipsAtHand;
import foramen.domain.delivery.ExportKind;
import foramen.domain.delivery.FindingsReader;
import foramen.domain.measurement.Thresholds;
import foramen.domain.outcome.OutcomeRules;
import foramen.domain.plan.NeedleRules;
import foramen.job.Progress;
import foramen.report.RegistryCsv;
import foramen.report.document.Reports;
import foramen.testing.Cases;
import foramen.workspace.measure.CaseSides;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

class CaseTablesTest {
    private static final ClipReader NO_FILES = file -> {
        throw new ClipException("There are no files in this test.");
    };
    private static final FindingsReader FINDINGS = new FindingsReader(StructureCatalog.standard(),
            NeedleRules.standard(), new CaseSides(Thresholds.standard()));

    @Test
    void everyValueOfTheCsvComesBackAndIsTheOneOfTheJson() throws IOException {
        Case c = Reports.rich();
        Map<String, List<CSVRecord>> csv = csv(export(ExportKind.TABLES_CSV, c));
        JsonNode json = new JsonMapper().readTree(export(ExportKind.TABLES_JSON, c)).get("tables");
        int values = 0;
        for (Table<TableSource, ?> table : CaseTables.all()) {
            List<CSVRecord> lines = lines(csv, table.name());
            assertEquals(json.get(table.name()).size() + 1, lines.size(), table.name());
            for (int row = 1; row < lines.size(); row++) {
                for (int i = 0; i < table.columns().size(); i++) {
                    Table.Column<?> column = table.columns().get(i);
                    JsonNode there = json.get(table.name()).get(row - 1).get(column.name());
                    String here = RegistryCsv.unguarded(lines.get(row).get(i));
                    if (there.isNumber()) {
                        assertEquals(0, there.decimalValue().compareTo(new java.math.BigDecimal(here)),
                                table.name() + "." + column.name());
                    } else {
                        assertEquals(there.isNull() ? "" : there.asText(), here, table.name() + "." + column.name());
                    }
                    values++;
                }
            }
        }
        assertTrue(values > 300, values + " values");
    }

    @Test
    void noTableOfARichCaseIsEmpty() throws IOException {
        csv(export(ExportKind.TABLES_CSV, Reports.rich()))
                .forEach((name, lines) -> assertTrue(lines.size() > 1, name + " has no row"));
    }

    @Test
    void valuesHaveFullPrecisionAndUnitsOfUcum() throws IOException {
        JsonNode tables = new JsonMapper().readTree(export(ExportKind.TABLES_JSON, Reports.rich())).get("tables");
        JsonNode area = find(tables.get("measurements"), "quantity", "cross_sectional_area");
        assertEquals(100.0, area.get("value").doubleValue(), 1e-9);
        assertEquals("mm2", area.get("unit").asText());
        // 30 mm across and 26 mm down.
        assertEquals(Math.hypot(30, 26), tables.get("plans").get(0).get("path_length").doubleValue(), 1e-9);
        JsonNode given = find(tables.get("injections"), "product_id", "lidocaine");
        assertEquals(35, given.get("dose").doubleValue());
        assertEquals("mg", given.get("dose_unit").asText());
        assertTrue(find(tables.get("injections"), "injection_id", "i2").get("voided").booleanValue());
        assertEquals(16.4, Thresholds.standard().differences().getFirst().minimumMm2());
        assertEquals("within_measurement_error", tables.get("comparisons").get(0).get("outcome").asText());
    }

    @Test
    void aTextThatASpreadsheetWouldRunIsGuardedAndANumberBelowNoughtIsNot() throws IOException {
        Case c = Cases.full().withIndication("=HYPERLINK(\"http://example.org\")");
        byte[] zip = export(ExportKind.TABLES_CSV, c);
        List<CSVRecord> lines = lines(csv(zip), "cases");
        int column = lines.getFirst().toList().indexOf("indication");
        assertEquals("'=HYPERLINK(\"http://example.org\")", lines.get(1).get(column));
        JsonNode json = new JsonMapper().readTree(export(ExportKind.TABLES_JSON, c));
        assertEquals(c.indication(), json.get("tables").get("cases").get(0).get("indication").asText());
    }

    @Test
    void theDictionaryNamesEveryColumnOfBothAndItsUnit() throws IOException {
        Case c = Reports.rich();
        JsonNode dictionary = new JsonMapper().readTree(export(ExportKind.TABLES_JSON, c)).get("dictionary");
        Map<String, List<CSVRecord>> csv = csv(export(ExportKind.TABLES_CSV, c));
        List<String> named = new ArrayList<>();
        lines(csv, "dictionary").stream().skip(1).filter(l -> !l.get(1).isEmpty()).forEach(l -> {
            named.add(l.get(0) + "." + l.get(1));
            assertFalse(l.get(4).isBlank(), l.get(1) + " has no meaning");
            assertTrue(!l.get(2).equals("number") || !l.get(3).isEmpty(), l.get(1) + " has no unit");
        });
        List<String> there = new ArrayList<>();
        for (Table<TableSource, ?> table : CaseTables.all()) {
            lines(csv, table.name()).getFirst().forEach(h -> there.add(table.name() + "." + h));
            assertEquals(table.columns().size(), dictionary.get(table.name()).get("columns").size());
        }
        assertEquals(there, named);
    }

    private static List<CSVRecord> lines(Map<String, List<CSVRecord>> csv, String table) {
        return Objects.requireNonNull(csv.get(table), table);
    }

    @Test
    void thePatientIsNotNamed() throws IOException {
        String json = new String(export(ExportKind.TABLES_JSON, Reports.rich()), StandardCharsets.UTF_8);
        assertFalse(json.contains("Anna"), json);
        assertFalse(json.contains("FX-0001"), json);
    }

    @Test
    void manyCasesStandInOneSetOfTables() throws IOException {
        List<TableSource> sources = new ArrayList<>();
        for (Case c : List.of(Reports.rich(), Cases.full().withId(new foramen.domain.casefile.CaseId("case-0002")))) {
            try (ClipsAtHand clips = ClipsAtHand.of(c, NO_FILES)) {
                sources.add(new TableSource(c, FINDINGS.read(c, clips), OutcomeRules.FILE.standard(),
                        ZoneOffset.UTC));
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CaseTables.csv(sources, Cases.NOW, "0.0.0", out);
        List<CSVRecord> lines = lines(csv(out.toByteArray()), "cases");
        assertEquals(List.of("case-0001", "case-0002"), lines.stream().skip(1).map(l -> l.get(0)).toList());
        // No clip is at hand, so there is no value, and the reason stands beside it.
        List<CSVRecord> measured = lines(csv(out.toByteArray()), "measurements");
        int value = measured.getFirst().toList().indexOf("value");
        int remark = measured.getFirst().toList().indexOf("remark");
        assertEquals("", measured.get(1).get(value));
        assertTrue(measured.get(1).get(remark).contains("not at hand"), measured.get(1).get(remark));
    }

    private static JsonNode find(JsonNode rows, String column, String value) {
        for (JsonNode row : rows) {
            if (row.get(column).asText().equals(value)) {
                return row;
            }
        }
        throw new AssertionError("No row has " + column + " " + value);
    }

    private static byte[] export(ExportKind kind, Case c) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new TablesExporter(kind, FINDINGS, NO_FILES, OutcomeRules.FILE.standard(), ZoneOffset.UTC)
                .write(Reports.subject(c), out, Progress.NONE);
        return out.toByteArray();
    }

    private static Map<String, List<CSVRecord>> csv(byte[] zip) throws IOException {
        Map<String, List<CSVRecord>> files = new HashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                try (CSVParser parser = CSVParser.parse(new StringReader(text), CSVFormat.RFC4180)) {
                    files.put(entry.getName().replace(".csv", ""), parser.getRecords());
                }
            }
        }
        return files;
    }
}
