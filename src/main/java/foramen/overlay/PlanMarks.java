package foramen.overlay;

import foramen.domain.anatomy.StructureCatalog;
import foramen.domain.clip.Calibration;
import foramen.domain.clip.Scale;
import foramen.domain.plan.Crossing;
import foramen.domain.plan.Fan;
import foramen.domain.plan.MarginReading;
import foramen.domain.plan.NeedlePlan;
import foramen.domain.plan.PassAssessment;
import foramen.domain.plan.PlanAssessment;
import foramen.domain.plan.PlanWarning;
import foramen.domain.plan.SkinLine;
import foramen.geometry.Bounds;
import foramen.geometry.Point;
import foramen.geometry.Segment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Paints one plan: its needles with numbered targets, margins, crossings, skin arc and fan. */
final class PlanMarks {
    private static final List<Double> DASHED = List.of(3.0, 3.0);
    private static final List<Double> DOTTED = List.of(1.0, 4.0);
    private static final int FAN_ALPHA = 0x22;
    private static final int ARC_STEPS = 48;

    private final StructureCatalog catalog;
    private final Calibration calibration;
    private final NeedleMarks needles;
    private final PlanAssessment assessment;
    private final PictureWords say;

    PlanMarks(StructureCatalog catalog, Calibration calibration, NeedleMarks needles, PlanAssessment assessment,
            PictureWords say) {
        this.catalog = catalog;
        this.calibration = calibration;
        this.needles = needles;
        this.assessment = assessment;
        this.say = say;
    }

    /** Where on the skin the needle may enter for target {@code number}: a faint wedge from there to the target. */
    List<Mark> fan(int number, Fan fan) {
        Point target = assessment.plan().passes().get(number - 1).target();
        int fill = FAN_ALPHA << 24 | (OverlayPalette.SEEN & 0xFFFFFF);
        return fan.sectors().stream().<Mark>map(s -> new Mark.Path(List.of(target, s.from(), s.to()), true,
                new Stroke(fill, OverlayPalette.CALIPER_WIDTH, List.of(), false), Optional.of(fill))).toList();
    }

    /** The skin arc, where one was set and holds, across a picture of {@code columns}. */
    Optional<Mark> skin(int columns) {
        PassAssessment first = assessment.passes().getFirst();
        return first.reading().skin().filter(SkinLine.Arc.class::isInstance).map(SkinLine.Arc.class::cast)
                .flatMap(arc -> scale(first).flatMap(k -> arc(arc, k, columns)));
    }

    private static Optional<Mark> arc(SkinLine.Arc arc, Scale.Known k, int columns) {
        List<Point> points = new ArrayList<>();
        for (int i = 0; i <= ARC_STEPS; i++) {
            double x = k.mmAcross(columns * (double) i / ARC_STEPS) - arc.circle().centre().x();
            double radius = arc.circle().radius();
            if (Math.abs(x) < radius) {
                Point mm = new Point(arc.circle().centre().x() + x,
                        arc.circle().centre().y() + Math.sqrt(radius * radius - x * x));
                Point px = k.toPixels(new Segment(mm, mm)).a();
                if (px.y() >= 0) {
                    points.add(px);
                }
            }
        }
        return points.size() < 2
                ? Optional.empty()
                : Optional.of(new Mark.Path(points, false,
                        new Stroke(OverlayPalette.TEXT, OverlayPalette.CALIPER_WIDTH, DASHED, true),
                        Optional.empty()));
    }

    /** The needles, without words. */
    List<Mark> drawing(boolean selected) {
        List<Mark> marks = new ArrayList<>();
        for (PassAssessment p : assessment.passes()) {
            if (assessment.plan().detail().approach().inPlane()) {
                marks.addAll(needles.drawing(p.pass().path(), selected));
                scale(p).ifPresent(k -> p.crossings().forEach(c -> marks.addAll(crossing(p, c, k))));
            } else {
                marks.addAll(puncture(p, selected));
            }
            for (MarginReading m : p.margins()) {
                worst(p, m).ifPresent(level -> m.here().filter(c -> c.link().length() > 0)
                        .ifPresent(c -> marks.add(line(c.link(), colour(level), DASHED))));
            }
        }
        return marks;
    }

    private static List<Mark> puncture(PassAssessment p, boolean selected) {
        List<Mark> marks = new ArrayList<>();
        Segment path = p.pass().path();
        Point to = p.puncture().flatMap(r -> r.meeting()).orElse(path.b());
        marks.add(line(new Segment(path.a(), to), OverlayPalette.NEEDLE, DOTTED));
        marks.add(new Mark.Glyph(path.a(), Mark.Symbol.DOT, OverlayPalette.NEEDLE, OverlayPalette.DOT_SIZE));
        p.puncture().flatMap(r -> r.meeting()).ifPresent(m -> marks.add(
                new Mark.Glyph(m, Mark.Symbol.CROSS, OverlayPalette.NEEDLE, OverlayPalette.CALIPER_SIZE)));
        marks.add(new Mark.Glyph(path.b(), Mark.Symbol.TARGET, OverlayPalette.NEEDLE, OverlayPalette.TARGET_SIZE));
        if (selected) {
            marks.add(AnnotationMarks.handle(path.a(), OverlayPalette.NEEDLE));
            marks.add(AnnotationMarks.handle(path.b(), OverlayPalette.NEEDLE));
        }
        return marks;
    }

    private List<Mark> crossing(PassAssessment p, Crossing c, Scale.Known k) {
        Segment mm = k.toMm(p.pass().path());
        int colour = OverlayPalette.opaque(catalog.get(c.structureId()).colour());
        List<Mark> marks = new ArrayList<>();
        for (double at : c.lengthMm() > 0 ? new double[]{c.fromMm(), c.toMm()} : new double[]{c.fromMm()}) {
            Point on = mm.a().towards(mm.b(), at / mm.length());
            // Where path or outline end inside, no border is crossed.
            if (at > 0 && at < mm.length()) {
                marks.add(new Mark.Glyph(k.toPixels(new Segment(on, on)).a(), Mark.Symbol.DOT, colour,
                        OverlayPalette.CROSSING_SIZE));
            }
        }
        return marks;
    }

    private Optional<PlanWarning.Level> worst(PassAssessment p, MarginReading m) {
        return assessment.warnings().stream().filter(w -> w.target() == p.number() && w.subject().equals(m.subject()))
                .map(PlanWarning::level).max(Enum::compareTo);
    }

    private static int colour(PlanWarning.Level level) {
        return level == PlanWarning.Level.BLOCK ? OverlayPalette.STOP : OverlayPalette.CAUTION;
    }

    /**
     * What stands beside the targets, and beside the nearest nerve.
     *
     * @param remark a line beneath the first target; empty for none
     */
    List<Mark> labels(LabelLayout layout, String remark) {
        List<Mark> labels = new ArrayList<>();
        NeedlePlan plan = assessment.plan();
        for (PassAssessment p : assessment.passes()) {
            String number = assessment.passes().size() > 1 ? " " + p.number() : "";
            String name = p.pass().targetName().strip();
            String what = say.say(PicturePhrase.PLAN) + number
                    + (name.isEmpty() ? "" : " · " + Wording.brief(say.term(name)));
            List<String> lines = new ArrayList<>();
            lines.add(what + " " + say.side(plan.laterality()));
            lines.add(Wording.needle(p.reading(), say));
            if (!remark.isEmpty() && p.number() == 1) {
                lines.add(remark);
            }
            labels.addAll(layout.place(Bounds.of(List.of(p.pass().target())), lines, OverlayPalette.NEEDLE));
            if (plan.detail().approach().inPlane()) {
                Segment path = p.pass().path();
                needles.clearanceText(path).ifPresent(t -> labels.addAll(
                        layout.place(needles.clearancePlace(path), List.of(t), needles.clearanceColour(path))));
            }
        }
        return labels;
    }

    private static Mark line(Segment s, int argb, List<Double> dashes) {
        return new Mark.Path(List.of(s.a(), s.b()), false,
                new Stroke(argb, OverlayPalette.CALIPER_WIDTH, dashes, true), Optional.empty());
    }

    private Optional<Scale.Known> scale(PassAssessment p) {
        return calibration.scaleFor(List.of(p.pass().entry(), p.pass().target())) instanceof Scale.Known k
                ? Optional.of(k)
                : Optional.empty();
    }
}
