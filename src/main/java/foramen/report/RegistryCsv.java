package foramen.report;

import foramen.domain.registry.RegistryColumns;
import foramen.domain.registry.RegistryFile;
import foramen.domain.registry.RegistryFormatException;
import foramen.domain.registry.RegistryRow;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;

/**
 * Registry rows as comma-separated values (RFC 4180) and back.
 *
 * <p>A spreadsheet runs a cell that begins like a formula, so such a cell gets an apostrophe before it, as OWASP advises
 * against CSV injection; reading takes it off again. So that this is always possible, a cell that begins with an
 * apostrophe gets another one.
 */
public final class RegistryCsv implements RegistryFile {
    /** What begins a formula or breaks out of a cell; the wide forms count in East Asian spreadsheets. */
    private static final String DANGEROUS = "=+-@\uff1d\uff0b\uff0d\uff20|%";
    private static final char GUARD = '\'';
    private static final String BYTE_ORDER_MARK = "\ufeff";
    private static final CSVFormat FORMAT = CSVFormat.RFC4180;

    @Override
    public Consumer<RegistryRow> write(RegistryColumns columns, Appendable out) throws IOException {
        List<String> names = columns.columns().stream().map(RegistryColumns.Column::name).toList();
        // Flushing and closing is the business of whoever opened what is written to.
        CSVPrinter printer = new CSVPrinter(out, FORMAT);
        printer.printRecord(names);
        return row -> {
            Map<String, String> words = columns.words(row);
            try {
                printer.printRecord(names.stream().map(n -> guarded(words.getOrDefault(n, ""))).toList());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
    }

    @Override
    public void writeDictionary(RegistryColumns columns, Appendable out) throws IOException {
        CSVPrinter printer = new CSVPrinter(out, FORMAT);
        printer.printRecord("column", "unit_or_values", "meaning");
        for (RegistryColumns.Column column : columns.columns()) {
            printer.printRecord(column.name(), column.unit(), column.words());
        }
    }

    @Override
    public List<RegistryRow> read(Reader in, String place) throws IOException, RegistryFormatException {
        String head = "The registry file " + place + " cannot be used";
        List<RegistryRow> rows = new ArrayList<>();
        try (CSVParser parser = CSVParser.parse(in, FORMAT)) {
            RegistryColumns columns = null;
            List<String> names = List.of();
            for (CSVRecord line : parser) {
                if (columns == null) {
                    names = headings(line);
                    columns = columns(names, head);
                } else {
                    rows.add(row(line, names, columns, head + ": line " + parser.getCurrentLineNumber() + ". "));
                }
            }
            if (columns == null) {
                throw new RegistryFormatException(head + ": it is empty.");
            }
        } catch (UncheckedIOException | IllegalStateException e) {
            throw new RegistryFormatException(head + ": it is no well-formed CSV.", e);
        }
        return rows;
    }

    private static List<String> headings(CSVRecord line) {
        List<String> names = new ArrayList<>(line.toList());
        names.set(0, names.getFirst().replace(BYTE_ORDER_MARK, ""));
        return names;
    }

    private static RegistryColumns columns(List<String> names, String head) throws RegistryFormatException {
        try {
            return RegistryColumns.of(names);
        } catch (RegistryFormatException e) {
            throw new RegistryFormatException(head + ". " + e.getMessage(), e);
        }
    }

    private static RegistryRow row(CSVRecord line, List<String> names, RegistryColumns columns, String where)
            throws RegistryFormatException {
        if (line.size() != names.size()) {
            throw new RegistryFormatException(
                    where + "It has " + line.size() + " cells, the head has " + names.size() + ".");
        }
        Map<String, String> words = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            words.put(names.get(i), unguarded(line.get(i)));
        }
        try {
            return columns.row(words);
        } catch (RegistryFormatException | IllegalArgumentException e) {
            throw new RegistryFormatException(where + e.getMessage(), e);
        }
    }

    /** {@code cell} so that no spreadsheet takes it for a formula. */
    public static String guarded(String cell) {
        String seen = cell.strip();
        boolean dangerous = !seen.isEmpty() && DANGEROUS.indexOf(seen.charAt(0)) >= 0;
        boolean control = !cell.isEmpty() && (cell.charAt(0) < ' ' || cell.charAt(0) == GUARD);
        return dangerous || control ? GUARD + cell : cell;
    }

    /** The cell that {@link #guarded} was given. */
    public static String unguarded(String cell) {
        return !cell.isEmpty() && cell.charAt(0) == GUARD ? cell.substring(1) : cell;
    }
}
