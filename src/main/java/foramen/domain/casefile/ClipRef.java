package foramen.domain.casefile;

/**
 * A clip of a case: which one, and where its file was last seen.
 *
 * @param sopInstanceUid the clip's own name
 * @param location where the file was last seen, as an absolute path
 * @param description what to call it
 */
public record ClipRef(String sopInstanceUid, String location, String description) {}
