package foramen.dicom.pixel;

import foramen.dicom.data.DataSet;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Stored samples to displayable pixels, the same way for every frame of a file. */
final class Rendering {
    private final DataSet data;
    private final StoredFrames frames;
    private int @Nullable [] table;

    Rendering(DataSet data, StoredFrames frames) {
        this.data = data;
        this.frames = frames;
    }

    /** The packed opaque pixels of a frame. */
    int[] argb(StoredFrame frame) throws IOException {
        return frame.format().samples() == 3 ? ColourSamples.argb(frame) : single(frame);
    }

    /** One sample a pixel, grey or an index of the palette, through a table. */
    private int[] single(StoredFrame frame) throws IOException {
        int[] shown = table();
        PixelFormat stored = frames.stored();
        int[] argb = new int[stored.pixels()];
        for (int i = 0; i < argb.length; i++) {
            argb[i] = shown[stored.pattern(frame.word(i))];
        }
        return argb;
    }

    private synchronized int[] table() throws IOException {
        int[] known = table;
        if (known == null) {
            known = made();
            table = known;
        }
        return known;
    }

    private int[] made() throws IOException {
        PixelFormat stored = frames.stored();
        if (stored.photometric().equals("PALETTE COLOR")) {
            return PaletteTable.of(data, stored);
        }
        if (GreyTable.needsRange(data, stored)) {
            int[] range = range();
            return GreyTable.of(data, stored, range[0], range[1]);
        }
        int first = stored.signed() ? stored.value(stored.patterns() / 2) : 0;
        return GreyTable.of(data, stored, first, first + stored.patterns() - 1);
    }

    /** The least and the greatest stored value of the first frame, which set the brightness of the whole clip. */
    private int[] range() throws IOException {
        PixelFormat stored = frames.stored();
        StoredFrame first = frames.read(0);
        int least = Integer.MAX_VALUE;
        int most = Integer.MIN_VALUE;
        for (int i = 0; i < stored.pixels(); i++) {
            int v = stored.value(stored.pattern(first.word(i)));
            least = Math.min(least, v);
            most = Math.max(most, v);
        }
        return new int[]{least, most};
    }
}
