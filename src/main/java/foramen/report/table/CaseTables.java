package foramen.report.table;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.json.JsonMapper;
import foramen.report.RegistryCsv;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * Writes the tables of one case or of many: as a ZIP archive of CSV files (RFC 4180, UTF-8), or as one JSON document.
 * Both carry the same dictionary. Values have full precision and the decimal point; units are UCUM. A text that a
 * spreadsheet would run as a formula has an apostrophe before it in CSV, as OWASP advises, and none in JSON.
 */
public final class CaseTables {
    /** Version of names and meanings; goes up when one changes. */
    static final int FORMAT = 1;

    private static final JsonMapper MAPPER = new JsonMapper();

    private CaseTables() {}

    static List<Table<TableSource, ?>> all() {
        List<Table<TableSource, ?>> all = new ArrayList<>(CareTables.all());
        all.addAll(MeasuredTables.all());
        return List.copyOf(all);
    }

    /** Writes a ZIP archive with a CSV file for each table and {@code dictionary.csv}; {@code out} stays open. */
    public static void csv(List<TableSource> sources, Instant at, String softwareVersion, OutputStream out)
            throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        for (Table<TableSource, ?> table : all()) {
            entry(zip, table.name() + ".csv", at);
            Writer writer = new OutputStreamWriter(zip, StandardCharsets.UTF_8);
            csv(table, sources, new CSVPrinter(writer, CSVFormat.RFC4180));
            writer.flush();
            zip.closeEntry();
        }
        entry(zip, "dictionary.csv", at);
        Writer writer = new OutputStreamWriter(zip, StandardCharsets.UTF_8);
        CSVPrinter printer = new CSVPrinter(writer, CSVFormat.RFC4180);
        printer.printRecord("table", "column", "type", "unit", "meaning");
        for (Table<TableSource, ?> table : all()) {
            printer.printRecord(table.name(), "", "table", "", table.meaning());
            for (Table.Column<?> c : table.columns()) {
                printer.printRecord(table.name(), c.name(), MeasuredTables.lower(c.type()),
                        RegistryCsv.guarded(c.unit()), c.meaning());
            }
        }
        writer.flush();
        zip.closeEntry();
        zip.setComment("Foramen " + softwareVersion);
        zip.finish();
        out.flush();
    }

    private static void entry(ZipOutputStream zip, String name, Instant at) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setLastModifiedTime(FileTime.from(at));
        zip.putNextEntry(entry);
    }

    private static <R> void csv(Table<TableSource, R> table, List<TableSource> sources, CSVPrinter printer)
            throws IOException {
        printer.printRecord(table.columns().stream().map(Table.Column::name).toList());
        for (TableSource source : sources) {
            for (R row : table.rows().apply(source)) {
                printer.printRecord(table.columns().stream().map(c -> cell(c, row)).toList());
            }
        }
    }

    private static <R> String cell(Table.Column<R> column, R row) {
        Optional<?> value = column.value().apply(row);
        return value.map(v -> switch (v) {
            case BigDecimal d -> d.toPlainString();
            case String s -> RegistryCsv.guarded(s);
            default -> v.toString();
        }).orElse("");
    }

    /** Writes one JSON document of all tables with their dictionary; {@code out} stays open. */
    public static void json(List<TableSource> sources, Instant at, String softwareVersion, OutputStream out)
            throws IOException {
        JsonGenerator json = MAPPER.getFactory().createGenerator(out);
        json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        json.useDefaultPrettyPrinter();
        json.writeStartObject();
        json.writeNumberField("format", FORMAT);
        json.writeStringField("software", "Foramen " + softwareVersion);
        json.writeStringField("made", at.toString());
        json.writeObjectFieldStart("dictionary");
        for (Table<TableSource, ?> table : all()) {
            dictionary(table, json);
        }
        json.writeEndObject();
        json.writeObjectFieldStart("tables");
        for (Table<TableSource, ?> table : all()) {
            rows(table, sources, json);
        }
        json.writeEndObject();
        json.writeEndObject();
        json.close();
        out.flush();
    }

    private static void dictionary(Table<TableSource, ?> table, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart(table.name());
        json.writeStringField("meaning", table.meaning());
        json.writeArrayFieldStart("columns");
        for (Table.Column<?> c : table.columns()) {
            json.writeStartObject();
            json.writeStringField("name", c.name());
            json.writeStringField("type", MeasuredTables.lower(c.type()));
            json.writeStringField("unit", c.unit());
            json.writeStringField("meaning", c.meaning());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static <R> void rows(Table<TableSource, R> table, List<TableSource> sources, JsonGenerator json)
            throws IOException {
        json.writeArrayFieldStart(table.name());
        for (TableSource source : sources) {
            for (R row : table.rows().apply(source)) {
                json.writeStartObject();
                for (Table.Column<R> c : table.columns()) {
                    field(json, c.name(), c.value().apply(row));
                }
                json.writeEndObject();
            }
        }
        json.writeEndArray();
    }

    private static void field(JsonGenerator json, String name, Optional<?> value) throws IOException {
        if (value.isEmpty()) {
            json.writeNullField(name);
            return;
        }
        switch (value.get()) {
            case BigDecimal d -> json.writeNumberField(name, d);
            case Double d when Double.isFinite(d) -> json.writeNumberField(name, d);
            case Integer i -> json.writeNumberField(name, i);
            case Boolean b -> json.writeBooleanField(name, b);
            case Object o -> json.writeStringField(name, o.toString());
        }
    }
}
