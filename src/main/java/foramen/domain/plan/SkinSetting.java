package foramen.domain.plan;

import foramen.domain.clip.Scale;
import foramen.geometry.Circle;
import foramen.geometry.Point;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The skin line of a curved array as the operator set it on one clip. What was drawn is kept; the arc in millimetres
 * follows from it each time.
 *
 * @param form how it was set
 * @param author who set it; may be empty
 * @param at when
 */
public record SkinSetting(Form form, String author, Instant at) {
    /** How a skin arc was set; points in continuous image pixels. */
    public sealed interface Form {
        /** Three points on the skin line. */
        record ThreePoints(Point first, Point middle, Point last) implements Form {}

        /**
         * The centre of curvature, which may lie outside the picture, and the radius.
         *
         * @param radiusMm positive
         */
        record Centre(Point centre, double radiusMm) implements Form {}

        /**
         * The lowest point of the transducer face, where the middle beam begins, and the radius of the probe.
         *
         * @param radiusMm positive
         */
        record Face(Point face, double radiusMm) implements Form {}
    }

    /** How it was set, in words. */
    public String method() {
        return switch (form) {
            case Form.ThreePoints t -> "three points";
            case Form.Centre c -> "centre and radius";
            case Form.Face f -> "transducer face and radius";
        };
    }

    /** The points it was set by, in continuous image pixels. */
    public List<Point> points() {
        return switch (form) {
            case Form.ThreePoints t -> List.of(t.first(), t.middle(), t.last());
            case Form.Centre c -> List.of(c.centre());
            case Form.Face f -> List.of(f.face());
        };
    }

    /** The circle in mm at {@code k}; empty where three points lie on one line or the radius is not positive. */
    Optional<Circle> circle(Scale.Known k) {
        return switch (form) {
            case Form.ThreePoints t -> Circle.through(k.toMm(t.first()), k.toMm(t.middle()), k.toMm(t.last()));
            case Form.Centre c -> circle(k.toMm(c.centre()), c.radiusMm());
            case Form.Face f -> circle(k.toMm(f.face()).minus(new Point(0, f.radiusMm())), f.radiusMm());
        };
    }

    private static Optional<Circle> circle(Point centre, double radiusMm) {
        return radiusMm > 0 ? Optional.of(new Circle(centre, radiusMm)) : Optional.empty();
    }
}
