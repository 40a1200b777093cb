package foramen.phantom;

import foramen.domain.anatomy.Laterality;
import java.util.Objects;

/**
 * What clip to make. Equal specifications make equal clips, byte for byte, on every machine.
 *
 * @param scene which plane
 * @param side the side of the body, left or right; the right side has lateral on the left of the screen
 * @param swollenNerve whether the sciatic nerve has 1.5 times its area, lower echo and a blurred rim
 * @param calcification whether the sacrospinous ligament carries a calcification (only scene B shows it)
 * @param frames how many, at least 2
 * @param columns width of the screen in pixels, 160 to 2048
 * @param rows height of the screen in pixels, 120 to 2048
 * @param frameMillis time from a frame to the next in milliseconds
 * @param seed the clip's own chance
 * @param identity who is named on the screen
 */
public record PhantomSpec(PhantomScene scene, Laterality side, boolean swollenNerve, boolean calcification, int frames,
        int columns, int rows, double frameMillis, long seed, PhantomIdentity identity) {
    private static final int MOST_FRAMES = 1000;

    /** Refuses what cannot be drawn. */
    public PhantomSpec {
        Objects.requireNonNull(scene);
        Objects.requireNonNull(identity);
        if (side != Laterality.LEFT && side != Laterality.RIGHT) {
            throw new IllegalArgumentException("A phantom clip shows the left or the right side, not: " + side.words());
        }
        if (frames < 2 || frames > MOST_FRAMES) {
            throw new IllegalArgumentException("A phantom clip has 2 to " + MOST_FRAMES + " frames, not " + frames);
        }
        if (columns < 160 || columns > 2048 || rows < 120 || rows > 2048) {
            throw new IllegalArgumentException(
                    "A phantom clip is 160 × 120 to 2048 × 2048 pixels, not " + columns + " × " + rows);
        }
        if (!(frameMillis >= 10 && frameMillis <= 1000)) {
            throw new IllegalArgumentException("A phantom frame lasts 10 to 1000 ms, not " + frameMillis);
        }
    }

    /** A clip of the usual size and length: 60 frames of 640 × 480 at 25 a second. */
    public static PhantomSpec standard(PhantomScene scene, Laterality side, boolean swollenNerve,
            boolean calcification, long seed) {
        return new PhantomSpec(scene, side, swollenNerve, calcification, 60, 640, 480, 40, seed, PhantomIdentity.DEMO);
    }
}
