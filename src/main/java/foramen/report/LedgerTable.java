package foramen.report;

import foramen.domain.injection.Dose;
import foramen.domain.injection.Injection;
import foramen.report.PdfTable.Cell;
import foramen.report.PdfTable.Kind;
import java.util.List;

/** What was given, as a table; a voided line is struck through and says why. */
final class LedgerTable {
    private static final List<PdfTable.Column> COLUMNS = List.of(new PdfTable.Column("Given", 62, Kind.TEXT),
            new PdfTable.Column("Product, class", 118, Kind.TEXT),
            new PdfTable.Column("Concentration", 62, Kind.NUMBER), new PdfTable.Column("Volume", 42, Kind.NUMBER),
            new PdfTable.Column("Dose", 56, Kind.NUMBER), new PdfTable.Column("Lot, expiry", 74, Kind.TEXT),
            new PdfTable.Column("Side, site", 76, Kind.TEXT), new PdfTable.Column("Operator", 66, Kind.TEXT));

    private final Times times;

    LedgerTable(Times times) {
        this.times = times;
    }

    /** The table of {@code ledger}, oldest first. */
    PdfTable table(List<Injection> ledger) {
        return new PdfTable("Injectate ledger", COLUMNS, ledger.stream().map(this::row).toList(),
                "Nothing is recorded as given.");
    }

    private PdfTable.Row row(Injection i) {
        String note = i.voided().map(v -> "Voided: " + v.reason() + " (" + v.by() + ", " + times.dateTime(v.at()) + ")")
                .orElse("");
        return new PdfTable.Row(List.of(new Cell(times.date(i.given()).toString(), times.time(i.given())),
                new Cell(i.productName(), i.injectateClass().label()), Cell.of(i.concentration().text()),
                Cell.of(Dose.plain(i.volumeMl()) + "\u00a0mL"), Cell.of(i.dose().text()),
                new Cell(i.lot(), "exp. " + i.expiryText()),
                new Cell(Words.capitalised(i.laterality().words()), i.site()), new Cell(i.operator(), i.note())),
                i.voided().isPresent(), note);
    }
}
