package foramen.domain.measurement;

import foramen.domain.data.DataEntry;
import foramen.domain.data.DataFileException;
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

    /** Source, confidence (high, medium, low) and note of {@code e}, which every figure of a data file must have. */
    public static Citation of(DataEntry e) throws DataFileException {
        return new Citation(e.text("source"), e.choice("confidence", Confidence.class), e.textOr("note", ""));
    }

    /** Source, confidence and note on one line. */
    public String words() {
        String first = source + " (" + confidence.name().toLowerCase(Locale.ROOT) + " confidence)";
        return note.isEmpty() ? first + "." : first + ". " + note;
    }
}
