package foramen.domain.casefile;

import java.util.regex.Pattern;

/**
 * The name of a case in the store.
 *
 * @param value lower-case letters, digits and hyphens; never part of a path without being one of these
 */
public record CaseId(String value) {
    private static final int SHORT = 8;
    private static final Pattern SAFE = Pattern.compile("[a-z0-9-]{1,64}");

    /** Refuses anything but a safe name. */
    public CaseId {
        if (!SAFE.matcher(value).matches()) {
            throw new IllegalArgumentException("Not a case identifier: " + value);
        }
    }

    /** The first characters, enough to tell a clinic's cases apart where room is short, as in file names. */
    public String shortName() {
        return value.substring(0, Math.min(SHORT, value.length()));
    }
}
