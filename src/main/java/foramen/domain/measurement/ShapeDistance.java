package foramen.domain.measurement;

import foramen.domain.annotation.Shape;
import foramen.domain.clip.Calibration;
import foramen.domain.clip.Scale;
import foramen.geometry.Polygon;
import foramen.geometry.Segment;
import java.util.List;
import java.util.stream.Stream;

/** The shortest way from one shape to another, in millimetres. */
final class ShapeDistance {
    private final Calibration calibration;

    ShapeDistance(Calibration calibration) {
        this.calibration = calibration;
    }

    Reading between(Shape from, Shape to) {
        List<foramen.geometry.Point> all = Stream.concat(from.trace().stream(), to.trace().stream()).toList();
        return switch (calibration.scaleFor(all)) {
            case Scale.Known k -> new Reading.Measured(Quantity.DISTANCE, mm(k, from, to), Unit.MILLIMETRE, k.source(),
                    "nearest points of both", k.note());
            case Scale.Unknown u -> new Reading.Unmeasurable(Quantity.DISTANCE, u.reason(), Double.NaN, Unit.PIXEL);
        };
    }

    private static double mm(Scale.Known k, Shape from, Shape to) {
        if (within(k, from, to) || within(k, to, from)) {
            return 0;
        }
        List<Segment> ours = from.edges().stream().map(k::toMm).toList();
        List<Segment> theirs = to.edges().stream().map(k::toMm).toList();
        return ours.stream()
                .mapToDouble(s -> theirs.stream().mapToDouble(t -> Segment.distance(s, t)).min().orElseThrow())
                .min().orElseThrow();
    }

    /** Whether a shape begins inside another; where it does not and yet lies in it, the edges cross. */
    private static boolean within(Scale.Known k, Shape inner, Shape outer) {
        if (!(outer instanceof Shape.Area area)) {
            return false;
        }
        Polygon mm = k.toMm(area.polygon());
        return mm.contains(k.toMm(inner.edges().getFirst()).a());
    }
}
