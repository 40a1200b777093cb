package foramen.report;

import foramen.domain.anatomy.Laterality;
import foramen.domain.casefile.Case;
import foramen.domain.casefile.ClipRef;
import foramen.domain.clip.ClipInfo;
import foramen.domain.clip.Frame;
import foramen.domain.delivery.ClipsAtHand;
import foramen.domain.delivery.ExportSubject;
import foramen.domain.patient.Patient;
import foramen.domain.plan.ActualNeedle;
import foramen.domain.plan.ActualReader;
import foramen.domain.plan.ActualReading;
import foramen.domain.plan.NeedlePlan;
import foramen.domain.plan.PlanAssessment;
import foramen.domain.plan.PlanAssessor;
import foramen.domain.plan.PlanWarning;
import foramen.overlay.CornerTexts;
import foramen.overlay.Wording;
import foramen.report.PdfSheet.Style;
import foramen.report.PdfSheet.Weight;
import java.awt.Color;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

/**
 * The layout of the plan, in points from the top-left corner of a page. What finds no room on the first page goes on to
 * the next ones.
 */
final class PlanPage {
    private static final double LEFT = 40;
    private static final double WIDTH = 515;
    private static final double RIGHT = LEFT + WIDTH;
    private static final double BODY_END = 786;
    private static final double PICTURE_TOP = 152;
    private static final double PICTURE_WIDTH = 338;
    private static final double PICTURE_HEIGHT = 262;
    private static final double COLUMN_GAP = 17;
    /** Points per output unit: labels of 13 units come out at 6.5 points. */
    private static final double UNIT = 0.5;
    private static final double TABLE_GAP = 16;
    private static final double RECORD_SHARE = 0.45;
    /** Room for the gravest warning at least, in points. */
    private static final double LEAST_RECORD = 18;
    /** More lines than any entry takes that is not nonsense; a page holds them (engineering default). */
    private static final int RECORD_LINES = 40;
    private static final double NEXT_TOP = 60;
    private static final double ENTRY_GAP = 2;
    /** A table with less room than its heading and a row goes to the next page. */
    private static final double LEAST_TABLE = 80;
    private static final double SMALLEST_NAME = 11;
    private static final int SOURCE_LINES = 8;

    private static final Style KICKER = new Style(Weight.MEDIUM, 9, PdfSheet.ACCENT);
    private static final Style NAME = new Style(Weight.BOLD, 19, PdfSheet.INK);
    private static final Style WORDS = new Style(Weight.REGULAR, 9, PdfSheet.INK);
    private static final Style FIELD = new Style(Weight.MEDIUM, 6.8, PdfSheet.MUTED);
    private static final Style HEADING = new Style(Weight.BOLD, 9.5, PdfSheet.INK);
    private static final Style VALUE = new Style(Weight.MEDIUM, 9, PdfSheet.INK);
    private static final Style SMALL = new Style(Weight.REGULAR, 6.4, PdfSheet.MUTED);
    private static final Style RECORD = new Style(Weight.REGULAR, 7.2, PdfSheet.INK);
    private static final Style FOOT = new Style(Weight.MEDIUM, 7.5, PdfSheet.INK);

    private final PDDocument document;
    private final PdfSheets sheets;
    private final ExportSubject subject;
    private final PlanPdfExporter exporter;
    private final ClipsAtHand clips;
    private final Case casefile;
    private final ClipInfo clip;
    private final Optional<PlanAssessment> assessment;
    private final List<PlanRecordLines.Entry> left = new ArrayList<>();
    private final List<PdfTable> tablesLeft = new ArrayList<>();
    private PdfSheet sheet;

    PlanPage(PDDocument document, PdfSheets sheets, ExportSubject subject, PlanPdfExporter exporter,
            ClipsAtHand clips) throws IOException {
        this.document = document;
        this.sheets = sheets;
        this.sheet = sheets.add();
        this.subject = subject;
        this.exporter = exporter;
        this.clips = clips;
        this.casefile = subject.casefile();
        this.clip = subject.clip().info();
        List<NeedlePlan> plans = casefile.plansOn(subject.frame());
        this.assessment = plans.isEmpty()
                ? Optional.empty()
                : Optional.of(new PlanAssessor(exporter.rules(), exporter.catalog(), exporter.locale())
                        .assess(plans.getLast(), subject.calibration(), casefile.annotations(),
                                casefile.sidesFor(clip)));
    }

    void draw(Frame frame) throws IOException {
        title();
        fields();
        double pictureEnd = picture(frame);
        double needleEnd = needle();
        tables(record(Math.max(pictureEnd, needleEnd)));
        goOn();
        List<PdfSheet> all = sheets.all();
        for (int i = 0; i < all.size(); i++) {
            sheet = all.get(i);
            foot(i + 1, all.size());
        }
    }

    /** What found no room on the first page: the rest of the record first, then the rest of the tables. */
    private void goOn() throws IOException {
        if (left.isEmpty() && tablesLeft.isEmpty()) {
            return;
        }
        double y = nextPage();
        if (!left.isEmpty()) {
            double heading = y;
            sheet.part("H2", () -> sheet.text("Record of the plan, continued", HEADING, LEFT, heading, WIDTH));
            y += TABLE_GAP;
        }
        for (PlanRecordLines.Entry e : left) {
            y = entry(e, y + height(e) > BODY_END ? nextPage() : y) + ENTRY_GAP;
        }
        for (PdfTable table : tablesLeft) {
            y = table(table, y);
        }
    }

    private double table(PdfTable table, double top) throws IOException {
        double y = top;
        Optional<PdfTable> rest = Optional.of(table);
        while (rest.isPresent()) {
            PdfTable now = rest.get();
            if (BODY_END - y < LEAST_TABLE) {
                y = nextPage();
            }
            double room = BODY_END - y;
            rest = now.rest(sheet, WIDTH, room, 0);
            y = now.draw(sheet, LEFT, y, WIDTH, room, 0, rest.isPresent()) + TABLE_GAP;
            if (rest.isPresent()) {
                y = nextPage();
            }
        }
        return y;
    }

    /** A page that says whose and which side before anything else; returns the first baseline of its body. */
    private double nextPage() throws IOException {
        sheet = sheets.add();
        Laterality side = plannedSide();
        Patient p = casefile.patient();
        String name = p.name().isBlank() ? p.label() : Wording.personName(p.name());
        Style style = new Style(Weight.BOLD, SMALLEST_NAME, PdfSheet.INK);
        String large = Words.capitalised(side.words());
        sheet.text(name, style, LEFT, 44, WIDTH - 110);
        sheet.textEndingAt(large, side == Laterality.UNSPECIFIED ? style.in(PdfSheet.CAUTION) : style, RIGHT, 44, 100);
        sheet.line(LEFT, 50, RIGHT, 50, 1, PdfSheet.INK);
        return NEXT_TOP + RECORD.leading();
    }

    private void title() throws IOException {
        Patient p = casefile.patient();
        sheet.part("H1", () -> sheet.text("Pre-procedure injection plan", KICKER, LEFT, 47, WIDTH - 90));
        String name = p.name().isBlank() ? p.label() : Wording.personName(p.name());
        sheet.text(name, nameStyle(name, WIDTH - 90), LEFT, 69, WIDTH - 90);
        String ids = Stream
                .of(p.id().isBlank() ? "" : "ID " + p.id(), p.birthDate().map(d -> "born " + d).orElse(""),
                        p.sex().isBlank() ? "" : "sex " + p.sex(), p.weightKg().map(w -> w + " kg").orElse(""))
                .filter(t -> !t.isEmpty()).collect(Collectors.joining("   ·   "));
        double room = isOfAnotherPatient() ? WIDTH - 250 : WIDTH - 90;
        double wide = sheet.text(ids, WORDS.in(PdfSheet.MUTED), LEFT, 84, room);
        if (isOfAnotherPatient()) {
            sheet.text("The clip carries another patient ID.", WORDS.in(PdfSheet.CAUTION), LEFT + wide + 10, 84, 155);
        }
        side();
        sheet.line(LEFT, 95, RIGHT, 95, 1, PdfSheet.INK);
    }

    private boolean isOfAnotherPatient() {
        String ours = casefile.patient().id().strip();
        String theirs = clip.patient().id().strip();
        return !ours.isEmpty() && !theirs.isEmpty() && !ours.equals(theirs);
    }

    /** A long name is set smaller before it is cut. */
    private Style nameStyle(String name, double room) throws IOException {
        Style style = NAME;
        while (style.size() > SMALLEST_NAME && sheet.width(name, style) > room) {
            style = new Style(style.weight(), style.size() - 1, style.colour());
        }
        return style;
    }

    /** The side is the largest thing on the page: it is what must not be got wrong. */
    private void side() throws IOException {
        Laterality side = plannedSide();
        double wide = 76;
        boolean set = side != Laterality.UNSPECIFIED;
        sheet.fill(RIGHT - wide, 38, wide, 48, set ? PdfSheet.INK : PdfSheet.CAUTION);
        Style letter = new Style(Weight.BOLD, 24, Color.WHITE);
        Style word = new Style(Weight.MEDIUM, 8, Color.WHITE);
        String large = set ? side.letter() : "?";
        sheet.text(large, letter, RIGHT - wide / 2 - sheet.width(large, letter) / 2, 64, wide);
        String small = Words.capitalised(side.words());
        sheet.text(small, word, RIGHT - wide / 2 - sheet.width(small, word) / 2, 78, wide);
    }

    /** The side of the case; none where the plan on the page is of another, for then nobody knows which is right. */
    private Laterality plannedSide() {
        boolean doubted = assessment.stream().flatMap(a -> a.warnings().stream())
                .anyMatch(w -> w.code() == PlanWarning.Code.SIDE);
        return doubted ? Laterality.UNSPECIFIED : casefile.side();
    }

    private void fields() throws IOException {
        CornerTexts texts = new CornerTexts(casefile, clip, subject.frameIndex(), exporter.locale());
        String description = casefile.clips().stream()
                .filter(c -> c.sopInstanceUid().equals(clip.identity().sopInstanceUid())).map(ClipRef::description)
                .filter(d -> !d.isBlank()).findFirst().orElse(clip.origin().description());
        field("Indication", orElse(casefile.indication(), "not entered"), LEFT, 109, 380);
        field("Operator", orElse(subject.operator(), "not entered"), LEFT + 395, 109, WIDTH - 395);
        field("Date", exporter.times().dateTime(subject.at()), LEFT, 133, 95);
        field("Clip, frame",
                Stream.of(description, texts.frameLine().toLowerCase(Locale.ROOT)).filter(t -> !t.isBlank())
                        .collect(Collectors.joining(", ")),
                LEFT + 105, 133, 175);
        field("Clip acquired", texts.dateTime().orElse("not stated"), LEFT + 290, 133, 95);
        field("Scale", Words.capitalised(subject.calibration().summary()), LEFT + 395, 133, WIDTH - 395);
    }

    private void field(String name, String value, double x, double baseline, double room) throws IOException {
        // Name and value are one paragraph, so that the value is heard with its name.
        sheet.part("P", () -> {
            sheet.text(name, FIELD, x, baseline - 3, room);
            sheet.text(value, WORDS, x, baseline + 8, room);
        });
    }

    private static String orElse(String text, String other) {
        return text.isBlank() ? other : text;
    }

    private double picture(Frame frame) throws IOException {
        double fit = Math.min(PICTURE_WIDTH / frame.columns(), PICTURE_HEIGHT / frame.rows());
        double w = frame.columns() * fit;
        double h = frame.rows() * fit;
        double x = LEFT + (PICTURE_WIDTH - w) / 2;
        sheet.fill(LEFT, PICTURE_TOP, PICTURE_WIDTH, h, Color.BLACK);
        PDImageXObject pixels = LosslessFactory.createFromImage(document, PngImages.picture(frame));
        pixels.setInterpolate(true);
        PDImageXObject drawn = LosslessFactory.createFromImage(document, exporter.overlay(subject, frame, UNIT, w));
        sheet.figure("Ultrasound picture, frame " + (subject.frameIndex() + 1) + " of " + clip.frames()
                + ", with what is drawn and planned on it; its values stand on this page as text.", () -> {
                    sheet.image(pixels, x, PICTURE_TOP, w, h);
                    sheet.image(drawn, x, PICTURE_TOP, w, h);
                });
        return PICTURE_TOP + h;
    }

    private double needle() throws IOException {
        double x = LEFT + PICTURE_WIDTH + COLUMN_GAP;
        double room = RIGHT - x;
        double y = PICTURE_TOP + 8;
        double heading = y;
        sheet.part("H2", () -> sheet.text("Needle plan", HEADING, x, heading, room));
        sheet.line(x, y + 6, RIGHT, y + 6, 0.8, PdfSheet.MUTED);
        y += 18;
        if (assessment.isEmpty()) {
            y = sheet.paragraph("No needle is planned on this frame.", WORDS.in(PdfSheet.MUTED), x, y, room, 2);
            return otherPlans(casefile.plans().size(), x, y, room);
        }
        NeedleFacts facts = new NeedleFacts(exporter.rules(), exporter.locale(), assessment.get());
        for (NeedleFacts.Fact f : facts.facts()) {
            y = fact(f, x, y, room);
        }
        return otherPlans(casefile.plans().size() - 1, x, y, room);
    }

    /** The needle as seen, each at the scale of its own clip. */
    private final class Seen implements PlanRecordLines.SeenElsewhere {
        @Override
        public Optional<ActualReading> reading(ActualNeedle n) {
            return clips.info(n.frame().sopInstanceUid()).map(info -> new ActualReader(exporter.rules()).read(n,
                    casefile.calibrationOf(info), assessment.map(PlanAssessment::plan)
                            .filter(p -> p.frame().sopInstanceUid().equals(n.frame().sopInstanceUid()))
                            .flatMap(p -> p.detail().approach().skin())));
        }

        @Override
        public String why(ActualNeedle n) {
            return clips.whyMissing(n.frame().sopInstanceUid());
        }
    }

    /** What the tables would take in full: values measured and given come before the words of the plan's record. */
    private double tablesNeed() throws IOException {
        PdfTable measured = new MeasurementTable(exporter.catalog(), exporter.locale(), subject).table();
        PdfTable given = new LedgerTable(exporter.times()).table(casefile.ledger());
        return measured.height(sheet, WIDTH) + given.height(sheet, WIDTH) + 28 + 2 * TABLE_GAP;
    }

    /** On the first page the plan's record takes no more than its share of what is left; the rest goes on. */
    private double record(double top) throws IOException {
        if (assessment.isEmpty()) {
            return top + TABLE_GAP;
        }
        List<PlanRecordLines.Entry> entries = new PlanRecordLines(assessment.get(),
                exporter.records().read(assessment.get().plan(), casefile, clip), new Seen(), exporter.times(),
                exporter.locale()).entries();
        double spare = BODY_END - top - tablesNeed();
        // What stops the plan stands on the first page whatever else has to give way.
        double gravest = entries.getFirst().open() ? height(entries.getFirst()) + 2 * RECORD.leading() : 0;
        double bottom = top + Math.min((BODY_END - top) * RECORD_SHARE,
                Math.max(Math.max(LEAST_RECORD, gravest), spare));
        double y = top + RECORD.leading() + 2;
        int placed = 0;
        while (placed < entries.size() && y + height(entries.get(placed)) <= bottom) {
            y = entry(entries.get(placed), y);
            placed++;
        }
        left.addAll(entries.subList(placed, entries.size()));
        return left.isEmpty()
                ? y
                : sheet.paragraph(left.size() + (left.size() == 1 ? " more line" : " more lines") + " of the plan's"
                        + " record on the next page", SMALL.in(PdfSheet.CAUTION), LEFT, y, WIDTH, 1) + 2;
    }

    private double height(PlanRecordLines.Entry e) throws IOException {
        int small = e.small().isEmpty() ? 0 : sheet.wrap(e.small(), SMALL, WIDTH, RECORD_LINES).size();
        return sheet.wrap(e.name() + ": " + e.text(), RECORD, WIDTH, RECORD_LINES).size() * RECORD.leading()
                + small * SMALL.leading();
    }

    private double entry(PlanRecordLines.Entry e, double baseline) throws IOException {
        Style style = e.open() ? RECORD.in(PdfSheet.CAUTION) : RECORD;
        double y = sheet.paragraph(e.name() + ": " + e.text(), style, LEFT, baseline, WIDTH, RECORD_LINES);
        return e.small().isEmpty() ? y : sheet.paragraph(e.small(), SMALL, LEFT, y, WIDTH, RECORD_LINES);
    }

    private double otherPlans(int count, double x, double y, double room) throws IOException {
        return count == 0
                ? y
                : sheet.paragraph(count + (count == 1 ? " more plan" : " more plans") + " in the case",
                        SMALL.in(PdfSheet.CAUTION), x, y, room, 1);
    }

    /** Short values stand beside their name; long ones beneath it. */
    private double fact(NeedleFacts.Fact f, double x, double baseline, double room) throws IOException {
        Style value = f.caution() ? VALUE.in(PdfSheet.CAUTION) : VALUE;
        double y = baseline;
        if (sheet.width(f.name(), FIELD) + sheet.width(f.value(), value) + 8 <= room) {
            sheet.part("P", () -> {
                sheet.text(f.name(), FIELD, x, baseline, room);
                sheet.textEndingAt(f.value(), value, RIGHT, baseline, room);
            });
            y += 9;
        } else {
            sheet.text(f.name(), FIELD, x, y, room);
            y = sheet.paragraph(f.value(), value, x, y + 11, room, 2) - 2;
        }
        if (!f.source().isEmpty()) {
            y = sheet.paragraph(f.source(), SMALL, x, y, room, SOURCE_LINES);
        }
        return y + 5;
    }

    /** Both tables share what is left of the page; a short one leaves its room to the other. */
    private void tables(double top) throws IOException {
        MeasurementTable measurements = new MeasurementTable(exporter.catalog(), exporter.locale(), subject);
        PdfTable measured = measurements.table();
        PdfTable given = new LedgerTable(exporter.times()).table(casefile.ledger());
        double room = BODY_END - top - TABLE_GAP;
        double needsMeasured = measured.height(sheet, WIDTH) + 14;
        double needsGiven = given.height(sheet, WIDTH) + 14;
        double forMeasured = Math.min(needsMeasured, Math.max(room / 2, room - needsGiven));
        measured.rest(sheet, WIDTH, forMeasured, measurements.elsewhere()).ifPresent(tablesLeft::add);
        double end = measured.draw(sheet, LEFT, top, WIDTH, forMeasured, measurements.elsewhere(), true);
        double forGiven = BODY_END - end - TABLE_GAP;
        given.rest(sheet, WIDTH, forGiven, 0).ifPresent(tablesLeft::add);
        given.draw(sheet, LEFT, end + TABLE_GAP, WIDTH, forGiven, 0, true);
    }

    private void foot(int page, int pages) throws IOException {
        sheet.line(LEFT, 794, RIGHT, 794, 0.5, PdfSheet.RULE);
        sheet.text(AnnotatedFrame.DISCLAIMER
                + " Decision support and record only; it does not prescribe.", FOOT, LEFT, 806, WIDTH - 60);
        sheet.textEndingAt("Page " + page + " of " + pages, FOOT, RIGHT, 806, 60);
        sheet.text("Foramen " + subject.softwareVersion() + "   ·   case " + casefile.id().value()
                + "   ·   needle rules " + exporter.rules().version() + assessment.map(PlanAssessment::plan)
                        .map(p -> "   ·   " + PlanRecordLines.mark(p, exporter.times())).orElse(""),
                SMALL, LEFT, 817, WIDTH);
    }
}
