package foramen.domain.plan;

import java.util.Optional;

/**
 * How the needle is brought in.
 *
 * @param puncture an out-of-plane puncture; empty for a needle within the plane of the picture
 * @param direction which way the needle comes
 * @param landmark where the entry lies on the patient
 * @param dopplerDone whether vessels were looked for with Doppler
 * @param skin the skin arc of a curved array, where set
 */
public record Approach(Optional<Puncture> puncture, NeedleDirection direction, Landmark landmark,
        boolean dopplerDone, Optional<SkinSetting> skin) {
    /** In plane, and nothing else said. */
    public static final Approach PLAIN = new Approach(Optional.empty(), NeedleDirection.UNSPECIFIED, Landmark.NONE,
            false, Optional.empty());

    /** Whether the needle lies in the plane of the picture. */
    public boolean inPlane() {
        return puncture.isEmpty();
    }

    /** The same, out of plane or in plane. */
    public Approach withPuncture(Optional<Puncture> next) {
        return new Approach(next, direction, landmark, dopplerDone, skin);
    }

    /** The same from another direction. */
    public Approach withDirection(NeedleDirection next) {
        return new Approach(puncture, next, landmark, dopplerDone, skin);
    }

    /** The same with another landmark. */
    public Approach withLandmark(Landmark next) {
        return new Approach(puncture, direction, next, dopplerDone, skin);
    }

    /** The same with the Doppler sweep done or not. */
    public Approach withDopplerDone(boolean next) {
        return new Approach(puncture, direction, landmark, next, skin);
    }

    /** The same with another skin arc. */
    public Approach withSkin(Optional<SkinSetting> next) {
        return new Approach(puncture, direction, landmark, dopplerDone, next);
    }
}
