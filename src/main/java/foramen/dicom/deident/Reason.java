package foramen.dicom.deident;

/** Why an attribute is not as it was. */
public enum Reason {
    /** A row of PS3.15 table E.1-1. */
    PROFILE("PS3.15 table E.1-1"),
    /** An odd group; nobody can know what is in it. */
    PRIVATE("private attribute"),
    /** The standard does not know it in images, or gives it to people and places. */
    UNKNOWN("not an attribute of images"),
    /** Free text, a name, an address or a date for which the table has no row. */
    FREE_TEXT("free text, name or date without a row in the table"),
    /** Overlays and curves may be drawings of text. */
    GRAPHICS("overlay or curve"),
    /** A block of bytes that nobody looked into. */
    OPAQUE("block of bytes"),
    /** It says in other words who the patient is: it repeats what was removed elsewhere. */
    IDENTIFIER("repeats a removed identifier"),
    /** Its value is not what its representation promises. */
    DISGUISED("value does not fit its representation");

    private final String words;

    Reason(String words) {
        this.words = words;
    }

    /** The reason in words. */
    public String words() {
        return words;
    }
}
