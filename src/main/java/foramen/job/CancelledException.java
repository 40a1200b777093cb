package foramen.job;

/** Work that was asked to stop and did. */
public final class CancelledException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Says no more than that. */
    public CancelledException() {
        super("Cancelled");
    }
}
