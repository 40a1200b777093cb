package foramen.domain.deident;

/** What is done with an attribute (DICOM PS3.15 table E.1-1a). */
public enum Action {
    /** X: it is gone. */
    REMOVE("removed"),
    /** Z: it is there without a value. */
    EMPTY("emptied"),
    /** D: its value says nothing. */
    DUMMY("replaced by a dummy"),
    /** U: another UID stands in its place, the same everywhere. */
    UID("replaced by another UID"),
    /** C of dates: moved by the days of this patient. */
    SHIFT("shifted"),
    /** Z or D of the patient's name and number: the pseudonym stands in its place. */
    PSEUDONYM("replaced by the pseudonym"),
    /** K: it stays, because an option asks for it. */
    KEEP("kept on request");

    private final String words;

    Action(String words) {
        this.words = words;
    }

    /** What was done, in words. */
    public String words() {
        return words;
    }
}
