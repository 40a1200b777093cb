package foramen.domain.deident;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * What copies are to be like.
 *
 * @param options what is kept beyond what the profile keeps
 * @param pixels about the picture, the same for every file
 * @param pseudonym what the only patient is called; empty for one made by the key
 * @param remember whether boxes and areas hold for the same scanner from now on
 */
public record CopyWishes(Set<DeidentOption> options, PixelPolicy pixels, String pseudonym, boolean remember) {
    /** The profile and nothing else; files that do not say where text may stand are refused. */
    public static final CopyWishes PLAIN = new CopyWishes(Set.of(), PixelPolicy.REGIONS, "", false);

    /** Copies the set. */
    public CopyWishes {
        options = options.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(options));
    }

    /** Why {@code name} cannot be a pseudonym, in a sentence; empty where it can. */
    public static String objection(String name) {
        return name.matches("[\\p{L}\\p{N}._-]{1,64}")
                ? ""
                : "A pseudonym is 1 to 64 letters, digits, dots, dashes and underlines, without spaces.";
    }
}
