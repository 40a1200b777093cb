package foramen.domain.delivery;

import foramen.domain.clip.Frame;
import foramen.job.Progress;
import java.io.IOException;

/** Paints a frame with everything drawn on it, for writers that know formats but no painting. */
@FunctionalInterface
public interface PicturePainter {
    /**
     * A painted frame.
     *
     * @param picture the picture; the frame's top left corner is its own, and what is beneath or beside the frame is words
     * @param factor how many of its pixels one pixel of the frame takes each way, at least one
     */
    record Painted(Frame picture, int factor) {}

    /**
     * Paints the frame of {@code subject}.
     *
     * @throws IOException with one sentence when the frame cannot be had
     */
    Painted paint(ExportSubject subject, Progress progress) throws IOException;
}
