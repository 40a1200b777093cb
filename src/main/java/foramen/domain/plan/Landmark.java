package foramen.domain.plan;

import java.util.Optional;

/**
 * Where the skin is entered, as found again on the patient.
 *
 * @param name of the landmark on the skin, such as {@code posterior superior iliac spine}; empty for none
 * @param mm how far the entry lies from it, measured on the skin, mm; empty where not measured
 */
public record Landmark(String name, Optional<Double> mm) {
    /** No landmark. */
    public static final Landmark NONE = new Landmark("", Optional.empty());

    /** Refuses a distance that is negative or not finite. */
    public Landmark {
        mm.filter(v -> !(v >= 0) || !Double.isFinite(v)).ifPresent(v -> {
            throw new IllegalArgumentException("A distance to a landmark is 0 mm or more, not " + v);
        });
    }
}
