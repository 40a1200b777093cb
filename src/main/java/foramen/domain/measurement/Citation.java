package foramen.domain.measurement;

import java.util.Locale;

/**
 * Where a threshold comes from.
 *
 * @param source paper, or engineering default
 * @param confidence how far it can be trusted
 * @param note what has to be known to read it; may be empty
 */
public record Citation(String source, Confidence confidence, String note) {
    /** How far a figure can be trusted. */
    public enum Confidence {
        HIGH, MEDIUM, LOW
    }

    /** Source, confidence and note on one line. */
    public String words() {
        String first = source + " (" + confidence.name().toLowerCase(Locale.ROOT) + " confidence)";
        return note.isEmpty() ? first + "." : first + ". " + note;
    }
}
