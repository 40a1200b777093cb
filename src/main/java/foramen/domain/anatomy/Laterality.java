package foramen.domain.anatomy;

import java.util.Locale;

/** The side of the body. */
public enum Laterality {
    LEFT("L", "left"), RIGHT("R", "right"),
    /** Both sides at once; DICOM (0020,0060) has no value for it, CID 244 has. */
    BILATERAL("B", "bilateral"),
    /** Not said: a statement about a side must never be made from it. */
    UNSPECIFIED("", "side not set");

    private final String letter;
    private final String words;

    Laterality(String letter, String words) {
        this.letter = letter;
        this.words = words;
    }

    /** {@code L}, {@code R}, {@code B}, or nothing. */
    public String letter() {
        return letter;
    }

    /** The side in lower-case words, for the middle of a sentence. */
    public String words() {
        return words;
    }

    /** Whether it names left or right alone, so that another side contradicts it. */
    public boolean isOneSide() {
        return this == LEFT || this == RIGHT;
    }

    /** The other side; both and none stay what they are. */
    public Laterality opposite() {
        return switch (this) {
            case LEFT -> RIGHT;
            case RIGHT -> LEFT;
            case BILATERAL, UNSPECIFIED -> this;
        };
    }

    /** The side that a letter or word names, in either case; {@link #UNSPECIFIED} for anything else. */
    public static Laterality parse(String text) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "l", "left" -> LEFT;
            case "r", "right" -> RIGHT;
            case "b", "bilateral", "both" -> BILATERAL;
            default -> UNSPECIFIED;
        };
    }
}
