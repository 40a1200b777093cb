package foramen.workspace.follow;

import foramen.domain.clip.Clip;
import foramen.vision.FrameSource;
import foramen.vision.GreyFrame;
import java.io.IOException;

/** The frames of a clip in grey, decoded one at a time into pixels of its own: the cache of playback stays as it is. */
final class ClipGreys implements FrameSource {
    private final Clip clip;
    private final int columns;
    private final int rows;
    private final int[] argb;

    ClipGreys(Clip clip) {
        this.clip = clip;
        this.columns = clip.info().columns();
        this.rows = clip.info().rows();
        this.argb = new int[Math.multiplyExact(columns, rows)];
    }

    @Override
    public GreyFrame frame(int index) throws IOException {
        clip.read(index, argb);
        return GreyFrame.of(argb, columns, rows);
    }
}
