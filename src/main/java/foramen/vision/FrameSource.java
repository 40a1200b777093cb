package foramen.vision;

import java.io.IOException;

/** Where frames come from, one at a time, so that a long clip need not be held. */
@FunctionalInterface
public interface FrameSource {
    /**
     * One frame in grey.
     *
     * @param index from 0
     * @throws IOException when this frame cannot be read; the others may still be good
     */
    GreyFrame frame(int index) throws IOException;
}
