package foramen.report;

import foramen.domain.anatomy.ScanPlane;
import foramen.domain.anatomy.Structure;
import foramen.domain.anatomy.StructureCatalog;
import foramen.domain.annotation.Annotation;
import foramen.domain.annotation.Follow;
import foramen.domain.annotation.Shape;
import foramen.domain.clip.FrameRef;
import foramen.domain.delivery.ExportSubject;
import foramen.domain.measurement.Measurer;
import foramen.domain.measurement.Quantity;
import foramen.domain.measurement.Reading;
import foramen.report.PdfTable.Cell;
import foramen.report.PdfTable.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The measurements of a clip as a table; those of the frame shown come first. */
final class MeasurementTable {
    private static final List<PdfTable.Column> COLUMNS = List.of(new PdfTable.Column("", 14, Kind.TEXT),
            new PdfTable.Column("Structure", 92, Kind.TEXT), new PdfTable.Column("Side, plane", 48, Kind.TEXT),
            new PdfTable.Column("Level", 86, Kind.TEXT), new PdfTable.Column("Frame", 30, Kind.NUMBER),
            new PdfTable.Column("Quantity", 86, Kind.TEXT), new PdfTable.Column("Value", 54, Kind.NUMBER),
            new PdfTable.Column("Method and scale", 106, Kind.REMARK));

    private static final Set<Quantity> IN_SHORT = Set.of(Quantity.AP_DIAMETER, Quantity.ML_DIAMETER,
            Quantity.FLATTENING_RATIO);

    private final StructureCatalog catalog;
    private final Locale locale;
    private final ExportSubject subject;
    private final Measurer measurer;
    private final Map<FrameRef, Integer> calipers = new HashMap<>();

    MeasurementTable(StructureCatalog catalog, Locale locale, ExportSubject subject) {
        this.catalog = catalog;
        this.locale = locale;
        this.subject = subject;
        this.measurer = new Measurer(subject.calibration());
    }

    /**
     * The table; only this clip's, because only its calibration is at hand. Of a structure followed over the frames,
     * only what is shown and the key frames, which stand for the rest.
     */
    PdfTable table() {
        List<PdfTable.Row> shown = new ArrayList<>();
        List<PdfTable.Row> others = new ArrayList<>();
        for (Annotation a : subject.casefile().annotations()) {
            if (isOfClip(a) && a.shape().isMeasured()) {
                boolean here = a.frame().equals(subject.frame());
                if (here || a.follow().map(Follow::key).orElse(true)) {
                    (here ? shown : others).add(row(a));
                }
            }
        }
        return new PdfTable("Measurements", COLUMNS, Stream.concat(shown.stream(), others.stream()).toList(),
                "Nothing is measured on this clip.");
    }

    /** How many measurements the case has on other clips. */
    int elsewhere() {
        return (int) subject.casefile().annotations().stream()
                .filter(a -> !isOfClip(a) && a.shape().isMeasured()).count();
    }

    private boolean isOfClip(Annotation a) {
        return a.frame().sopInstanceUid().equals(subject.frame().sopInstanceUid());
    }

    private PdfTable.Row row(Annotation a) {
        Structure s = catalog.get(a.structureId());
        List<Reading> readings = measurer.readings(a.shape());
        Reading main = readings.getFirst();
        Reading sub = readings.get(Math.min(1, readings.size() - 1));
        boolean pair = readings.size() > 1;
        String mark = a.shape() instanceof Shape.Line || a.shape() instanceof Shape.Bidirectional
                ? Integer.toString(calipers.merge(a.frame(), 1, Integer::sum))
                : s.letter();
        String whySub = pair && !sub.provenance().equals(main.provenance()) ? sub.provenance() : "";
        return new PdfTable.Row(List.of(Cell.of(mark), new Cell(s.name(), a.label()),
                new Cell(Words.capitalised(a.laterality().words()), plane(a)), Cell.of(a.level().label()),
                Cell.of(Integer.toString(a.frame().number())),
                new Cell(quantity(main, a), pair ? quantity(sub, a) : ""),
                new Cell(main.text(locale), pair ? sub.text(locale) : ""), new Cell(main.provenance(), whySub)),
                false, size(a));
    }

    /** How large a cross-section is along and across the depth axis, and what is left out of means. */
    private String size(Annotation a) {
        String out = a.traits().excluded() ? "Excluded from means and comparisons" : "";
        List<Reading> diameters = a.plane() == ScanPlane.SHORT_AXIS ? measurer.diameters(a.shape()) : List.of();
        String size = diameters.stream()
                .filter(r -> r instanceof Reading.Measured && IN_SHORT.contains(r.quantity()))
                .map(r -> r.quantity().shortLabel() + " " + r.text(locale)).collect(Collectors.joining(", "));
        String calcified = Stream.concat(a.traits().shadow().map(s -> "shadow " + s.words()).stream(),
                a.traits().contour().map(c -> "contour " + c.words()).stream()).collect(Collectors.joining(", "));
        return Stream.of(size, calcified, out).filter(t -> !t.isEmpty()).collect(Collectors.joining("; "));
    }

    private static String plane(Annotation a) {
        return Words.capitalised(a.plane().words());
    }

    /** An area traced in the short axis is the cross-sectional area (clinical facts 2.2). */
    private static String quantity(Reading reading, Annotation a) {
        boolean crossSection = reading.quantity() == Quantity.AREA && a.plane() == ScanPlane.SHORT_AXIS;
        return (crossSection ? Quantity.CROSS_SECTIONAL_AREA : reading.quantity()).label();
    }
}
