package foramen.overlay;

import foramen.domain.clip.Calibration;
import foramen.domain.measurement.Reading;
import foramen.domain.plan.ActualNeedle;
import foramen.domain.plan.ActualReader;
import foramen.domain.plan.ActualReading;
import foramen.domain.plan.NeedlePlan;
import foramen.domain.plan.NeedleRules;
import foramen.geometry.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Paints a needle as it was seen in the procedure, and how far its tip lies from where it was to be. */
final class SeenMarks {
    private static final List<Double> DASHED = List.of(3.0, 3.0);

    private SeenMarks() {}

    static List<Mark> drawing(ActualNeedle a) {
        List<Mark> marks = new ArrayList<>();
        a.spread().ifPresent(s -> marks.add(new Mark.Path(s.vertices(), true,
                new Stroke(OverlayPalette.SEEN, OverlayPalette.OUTLINE_WIDTH, List.of(), true),
                Optional.of(OverlayPalette.fill(OverlayPalette.SEEN)))));
        marks.add(line(a.shaft(), a.tip(), OverlayPalette.NEEDLE_WIDTH, List.of()));
        marks.add(line(a.tip(), a.target(), OverlayPalette.CALIPER_WIDTH, DASHED));
        marks.add(new Mark.Glyph(a.tip(), Mark.Symbol.CROSS, OverlayPalette.SEEN, OverlayPalette.CALIPER_SIZE));
        marks.add(new Mark.Glyph(a.target(), Mark.Symbol.TARGET, OverlayPalette.SEEN, OverlayPalette.TARGET_SIZE));
        return marks;
    }

    private static Mark line(Point a, Point b, double width, List<Double> dashes) {
        return new Mark.Path(List.of(a, b), false, new Stroke(OverlayPalette.SEEN, width, dashes, true),
                Optional.empty());
    }

    static List<String> lines(NeedlePlan plan, ActualNeedle a, NeedleRules rules, Calibration calibration,
            PictureWords say) {
        boolean planned = a.frame().sopInstanceUid().equals(plan.frame().sopInstanceUid());
        ActualReading r = new ActualReader(rules).read(a, calibration,
                planned ? plan.detail().approach().skin() : Optional.empty());
        String number = plan.passes().size() > 1 ? " " + a.targetNumber() : "";
        List<String> lines = new ArrayList<>();
        lines.add(say.say(PicturePhrase.SEEN, number) + " " + say.side(plan.laterality()));
        lines.add(say.say(PicturePhrase.TIP, say.value(r.tipError())));
        r.spreadArea().map(Reading.class::cast)
                .ifPresent(s -> lines.add(say.say(r.targetInSpread().orElse(false)
                        ? PicturePhrase.SPREAD_REACHED
                        : PicturePhrase.SPREAD_MISSED, say.value(s))));
        return lines;
    }
}
