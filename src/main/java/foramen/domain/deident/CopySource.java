package foramen.domain.deident;

import foramen.domain.clip.ClipLocation;

/**
 * A file that is to be copied, or of which it is known already that it will not be.
 *
 * @param location where it lies
 * @param label what to call it
 * @param columns width of its picture; 0 where nobody has looked
 * @param rows height of its picture; 0 where nobody has looked
 * @param objection why there will be no copy, the end of a sentence that starts with its name; empty where there may be
 * @param status how it ends where there is an objection
 */
public record CopySource(ClipLocation location, String label, int columns, int rows, String objection,
        CopyStatus status) {
    /** A file that may be copied. */
    public static CopySource of(ClipLocation location, String label, int columns, int rows) {
        return new CopySource(location, label, columns, rows, "", CopyStatus.DONE);
    }

    /** Whether it may be copied. */
    public boolean isOpen() {
        return objection.isEmpty();
    }
}
