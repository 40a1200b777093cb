package foramen.job;

/** What a piece of work tells about itself while it runs, and how it learns that nobody waits any more. */
public interface Progress {
    /** Tells nobody and is never cancelled: for tests and for work too short to show. */
    Progress NONE = new Progress() {
        @Override
        public void report(double fraction, String message) {}

        @Override
        public boolean isCancelled() {
            return false;
        }
    };

    /**
     * Says how far the work is.
     *
     * @param fraction 0 to 1, or negative where it cannot be known
     * @param message what is being done, in the user's words
     */
    void report(double fraction, String message);

    /** Whether the work should stop at the next good moment. */
    boolean isCancelled();

    /** Ends the work with {@link CancelledException} where it has been cancelled. */
    default void checkCancelled() {
        if (isCancelled()) {
            throw new CancelledException();
        }
    }

    /** A view of this progress for one part of the work, from {@code from} to {@code to} of the whole. */
    default Progress part(double from, double to) {
        Progress whole = this;
        return new Progress() {
            @Override
            public void report(double fraction, String message) {
                whole.report(fraction < 0 ? fraction : from + (to - from) * fraction, message);
            }

            @Override
            public boolean isCancelled() {
                return whole.isCancelled();
            }
        };
    }
}
