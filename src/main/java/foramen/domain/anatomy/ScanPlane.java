package foramen.domain.anatomy;

/** How the image plane cuts the structure. */
public enum ScanPlane {
    SHORT_AXIS("SAX", "short axis"), LONG_AXIS("LAX", "long axis"), UNSPECIFIED("", "plane not set");

    private final String shortName;
    private final String words;

    ScanPlane(String shortName, String words) {
        this.shortName = shortName;
        this.words = words;
    }

    /** {@code SAX}, {@code LAX}, or nothing. */
    public String shortName() {
        return shortName;
    }

    /** The plane in lower-case words. */
    public String words() {
        return words;
    }
}
