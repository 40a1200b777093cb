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

    /** The clip itself, where this one only stands in for it, such as for a copy out of an archive. */
    default Clip bare() {
        return this;
    }

    /**
     * Decodes one frame into pixels of the caller's own, which saves what goes through many frames and keeps none the
     * making of each.
     *
     * @param index from 0
     * @param argb receives the packed pixels, row by row; as many as a frame has
     * @throws ClipException when this frame cannot be decoded; then {@code argb} holds nothing of use
     * @throws IndexOutOfBoundsException when there is no such frame, or too little room
     */
    default void read(int index, int[] argb) throws ClipException {
        int[] pixels = frame(index).argb();
        System.arraycopy(pixels, 0, argb, 0, pixels.length);
    }

    /** Lets the file go; frames already decoded stay good. */
    @Override
    void close();
}
