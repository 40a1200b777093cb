package foramen.domain.deident;

/**
 * What became of a file.
 *
 * @param source what it is called
 * @param status how it ended
 * @param reason why there is no copy, the end of a sentence that starts with the file's name; where there is one, what it
 *     lacks because the source does; else empty
 * @param copy where the copy lies in the folder; empty where there is none
 */
public record CopyOutcome(String source, CopyStatus status, String reason, String copy) {}
