package foramen.domain.injection;

import foramen.domain.data.DataEntry;
import foramen.domain.data.DataFile;
import foramen.domain.data.DataFileException;
import foramen.domain.data.NeededRows;
import foramen.domain.injection.Alert.Overriding;
import foramen.domain.injection.Alert.Severity;
import foramen.domain.measurement.Citation;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How grave each rule is, whether it may be overridden and where it comes from: the cited file {@code alerts.json}.
 *
 * @param version version of the file, kept with every alert
 * @param rows one for every kind, without exception
 */
public record AlertCatalog(String version, Map<AlertKind, Row> rows) {
    /** The name of the file, also of a clinic's own copy in the folder of records. */
    public static final DataFile<AlertCatalog> FILE = new DataFile<>("alerts.json", AlertCatalog.class,
            AlertCatalog::read,
            List.of(NeededRows.of("alerts").byChoice("id")));

    /** Copies the rows. */
    public AlertCatalog {
        rows = Map.copyOf(rows);
    }

    /** What holds for one rule. */
    public record Row(Severity severity, Overriding overriding, Citation citation) {}

    /** The catalogue that ships with the planner. */
    public static AlertCatalog standard() {
        return FILE.standard();
    }

    /** Reads a file; a rule without a row is refused, because it could not speak. */
    private static AlertCatalog read(DataEntry file) throws DataFileException {
        Map<AlertKind, Row> rows = new EnumMap<>(AlertKind.class);
        file.byId("alerts", e -> rows.put(e.choice("id", AlertKind.class), new Row(e.choice("severity", Severity.class),
                e.choice("override", Overriding.class), Citation.of(e))));
        for (AlertKind kind : AlertKind.values()) {
            if (!rows.containsKey(kind)) {
                throw file.wrong("lacks the alert “" + kind.id() + "”");
            }
        }
        return new AlertCatalog(file.text("version"), rows);
    }

    /** An alert with the source of its row. */
    public Alert raise(AlertKind kind, String subject, String message) {
        return raise(kind, subject, message, row(kind).citation().source());
    }

    /** An alert with the source of the figure that it names. */
    public Alert raise(AlertKind kind, String subject, String message, String source) {
        Row row = row(kind);
        return new Alert(kind, subject, row.severity(), message, source, version, row.overriding());
    }

    private Row row(AlertKind kind) {
        Row row = rows.get(kind);
        if (row == null) {
            throw new IllegalStateException("The alerts file was read without a row for " + kind.id());
        }
        return row;
    }
}
