package foramen.job;

/** A job that was asked to stop by somebody other than its starter, who is still waiting for it, and did. */
public final class StoppedException extends Exception {
    private static final long serialVersionUID = 1L;

    /**
     * A job that was stopped.
     *
     * @param sentence which, for the user
     */
    public StoppedException(String sentence) {
        super(sentence);
    }
}
