package foramen.domain.measurement;

import foramen.domain.annotation.Annotation;
import foramen.domain.annotation.Follow;
import foramen.domain.annotation.Shape;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How the areas of followed outlines were taken: as that of the key frame they were made from. What was followed from an
 * ellipse is stored as an outline, but nobody traced it, so it is an ellipse's area still.
 */
public final class TrackMethods {
    /** By track, the outlines that somebody drew. */
    private final Map<String, Map<String, Annotation>> drawn = new HashMap<>();

    /** Knows the key frames among {@code annotations}. */
    public TrackMethods(List<Annotation> annotations) {
        for (Annotation a : annotations) {
            if (!a.origin().isDerived() && a.shape() instanceof Shape.Area) {
                a.follow().ifPresent(f -> drawn.computeIfAbsent(f.track(), t -> new HashMap<>()).put(a.id(), a));
            }
        }
    }

    /** {@code reading} of {@code a} with the method of the nearest key frame, where it was followed from one. */
    public Reading of(Annotation a, Reading reading) {
        if (!(reading instanceof Reading.Measured m) || !a.origin().isDerived()
                || !(a.shape() instanceof Shape.Area own) || !m.method().equals(Measurer.method(own))) {
            return reading;
        }
        Optional<String> method = a.follow().map(Follow::track).flatMap(t -> nearest(a, t))
                .filter(k -> k.shape() instanceof Shape.Area)
                .map(k -> Measurer.method((Shape.Area) k.shape()));
        return method.filter(k -> !k.equals(m.method()))
                .<Reading>map(k -> new Reading.Measured(m.quantity(), m.value(), m.unit(), m.source(), k, m.note()))
                .orElse(reading);
    }

    /** Of two as near the earlier one. */
    private Optional<Annotation> nearest(Annotation a, String track) {
        return drawn.getOrDefault(track, Map.of()).values().stream()
                .min(Comparator.<Annotation>comparingInt(k -> Math.abs(k.frame().index() - a.frame().index()))
                        .thenComparingInt(k -> k.frame().index()));
    }
}
