package foramen.domain.clip;

/** An open ultrasound clip: what it says about itself, and its frames on demand. Safe for use by several threads. */
public interface Clip extends AutoCloseable {
    /** What the clip says about itself. */
    ClipInfo info();

    /**
     * Decodes one frame; work for a job, not for the interface thread.
     *
     * @param index from 0
     * @throws ClipException when this frame cannot be decoded; the others may still be good
     * @throws IndexOutOfBoundsException when there is no such frame
     */
    Frame frame(int index) throws ClipException;

    /** Where the clip stands among the others of its study. */
    default ClipContext context() {
        return ClipContext.of("");
    }

    /** Lets the file go; frames already decoded stay good. */
    @Override
    void close();
}
