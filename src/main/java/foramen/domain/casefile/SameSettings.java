package foramen.domain.casefile;

import java.time.Instant;

/**
 * The operator's word that two clips were taken with the same preset and gain, which files do not state: the reason why
 * their echo intensities are compared.
 *
 * @param clip SOP Instance UID of one
 * @param otherClip of the other
 * @param by who says so
 * @param at when it was said
 */
public record SameSettings(String clip, String otherClip, String by, Instant at) {
    /** What it is known by, whichever clip was named first. */
    public String id() {
        return clip.compareTo(otherClip) < 0 ? clip + " " + otherClip : otherClip + " " + clip;
    }

    /** Whether it is about that clip. */
    public boolean isAbout(String sopInstanceUid) {
        return clip.equals(sopInstanceUid) || otherClip.equals(sopInstanceUid);
    }
}
