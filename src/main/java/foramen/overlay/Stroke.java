package foramen.overlay;

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
    /** Copies the dashes. */
    public Stroke {
        dashes = List.copyOf(dashes);
    }
}
