package foramen.vision;

/**
 * How far an outline that was carried to a frame is to be trusted, by what may be the matter; each part runs from 0
 * to 1, and 1 is nothing the matter.
 *
 * @param alike how alike frame and key frame look where the outline lies
 * @param whole the same for the quarter that is least alike
 * @param sane whether its size has changed beyond belief
 * @param inside whether it is on the picture
 * @param steady whether points were followed from the frame before
 * @param clear how much of it is seen, and not under a shadow
 */
record Trust(double alike, double whole, double sane, double inside, double steady, double clear) {
    /** Below this confidence an outline is flagged: chosen on synthetic clips made hard (engineering default). */
    static final double LIMIT = 0.75;
    static final String CHANGED = "The outline drifts here: this frame no longer looks like the key frame. Check it or draw it anew.";
    private static final String SHADOWED = "A shadow lies on a part of the structure here, so the outline goes by its surroundings. Check it or draw it anew.";
    private static final String LEFT = "The structure has left the picture here, at least in part. Check the outline or reject it.";
    private static final String RESIZED = "The outline has changed its size too much since the key frame. Check it or draw it anew.";

    /** All parts together. */
    double confidence() {
        return found() * clear;
    }

    /** Confidence in the place where the outline was found, whether or not all of it is seen. */
    double found() {
        return alike * whole * sane * inside * steady;
    }

    boolean isDoubtful() {
        return confidence() < LIMIT;
    }

    /** What is the matter, a sentence for the user; empty where the outline is to be trusted. */
    String reason() {
        if (!isDoubtful()) {
            return "";
        }
        double look = Math.min(alike * whole * steady, 1);
        double least = Math.min(Math.min(look, sane), Math.min(inside, clear));
        return least == clear ? SHADOWED : least == inside ? LEFT : least == sane ? RESIZED : CHANGED;
    }
}
