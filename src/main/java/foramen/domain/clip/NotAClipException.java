package foramen.domain.clip;

/** A file that is sound but no clip, such as a report: nothing to worry about in a folder of many. */
public final class NotAClipException extends ClipException {
    private static final long serialVersionUID = 1L;

    private final String kind;

    /**
     * @param sentence what to tell who wanted to open it
     * @param kind what it is, in a word or two, for counting
     */
    public NotAClipException(String sentence, String kind) {
        super(sentence);
        this.kind = kind;
    }

    /** What it is, in a word or two. */
    public String kind() {
        return kind;
    }
}
