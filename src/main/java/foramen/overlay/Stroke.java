package foramen.overlay;

import java.util.ArrayList;
import java.util.List;

/**
 * How a line is drawn.
 *
 * @param argb colour, 0xAARRGGBB
 * @param width in output units: screen pixels at 100 %, scaled by the painter for print
 * @param dashes on-off lengths in output units; empty means solid
 * @param halo whether a dark casing lies beneath, so that the line stands out on bright fascia
 */
public record Stroke(int argb, double width, List<Double> dashes, boolean halo) {
    /** How far the casing of a dot sticks out before and after it, in output units (engineering default). */
    private static final double ENDS = 0.8;
    /** What covers less of its length than this is dots: a casing all along would be a dark line with specks. */
    private static final double DOTS = 0.32;

    /** Copies the dashes. */
    public Stroke {
        dashes = List.copyOf(dashes);
    }

    /** The dashes of the casing: all along beneath dashes, round each where they are mere dots. */
    public List<Double> casingDashes() {
        if (!isDotted()) {
            return List.of();
        }
        List<Double> longer = new ArrayList<>();
        for (int i = 0; i < dashes.size(); i++) {
            longer.add(dashes.get(i) + (i % 2 == 0 ? 2 * ENDS : -2 * ENDS));
        }
        return List.copyOf(longer);
    }

    /** How far into the first dash of its casing the line begins, in output units. */
    public double casingPhase() {
        return isDotted() ? ENDS : 0;
    }

    private boolean isDotted() {
        double drawn = 0;
        double all = 0;
        for (int i = 0; i < dashes.size(); i++) {
            all += dashes.get(i);
            if (i % 2 == 0) {
                drawn += dashes.get(i);
            } else if (dashes.get(i) <= 2 * ENDS) {
                return false;
            }
        }
        return drawn < DOTS * all;
    }
}
