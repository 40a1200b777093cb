package foramen.dicom.pixel;

import foramen.codec.CodecException;
import foramen.dicom.data.DataSet;
import foramen.dicom.io.DicomException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Stored samples to displayable pixels, the same way for every frame of a file. */
final class Rendering {
    /** So many frames, spread over the clip, tell black from white where the file does not (engineering default). */
    private static final int SAMPLED = 5;

    private final DataSet data;
    private final StoredFrames frames;
    private final List<String> warnings = new ArrayList<>();
    private final Optional<GreyTable> grey;
    private final GreyTable.@Nullable Range range;
    private int @Nullable [] table;

    /** Prepares the grey scale; decodes a few of {@code count} frames only where nothing else tells black from white. */
    Rendering(DataSet data, StoredFrames frames, int count) throws IOException {
        this.data = data;
        this.frames = frames;
        PixelFormat stored = frames.stored();
        boolean palette = stored.photometric().equals("PALETTE COLOR");
        this.grey = palette || stored.samples() == 3
                ? Optional.empty()
                : Optional.of(new GreyTable(data, stored));
        this.range = grey.isEmpty() ? null : grey.get().needsRange() ? sampled(grey.get(), count) : grey.get().whole();
    }

    /** What was odd and what was done about it. */
    List<String> warnings() {
        return List.copyOf(warnings);
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

    /**
     * The stored value of one sample that is shown darkest. Of several, the one next to those that are brighter, lest the
     * greys of a file without a window be stretched to a value that none of its pixels had.
     */
    int darkest() throws IOException {
        int[] shown = table();
        PixelFormat stored = frames.stored();
        int lowest = grey.map(GreyTable::whole).map(GreyTable.Range::least).orElse(0);
        int best = lowest;
        for (int v = lowest; v < lowest + shown.length; v++) {
            boolean darker = light(shown, stored, v) < light(shown, stored, best);
            boolean next = range != null && grey.filter(GreyTable::needsRange).isPresent() && v == range.least();
            best = darker || (next && light(shown, stored, v) == light(shown, stored, best)) ? v : best;
        }
        return best;
    }

    private static int light(int[] shown, PixelFormat stored, int value) {
        int argb = shown[value & (stored.patterns() - 1)];
        return (argb >> 16 & 0xFF) + (argb >> 8 & 0xFF) + (argb & 0xFF);
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
        // Pictures may have one component where the file says three; those have no grey scale of their own.
        GreyTable scale = grey.orElseGet(() -> new GreyTable(data, stored));
        GreyTable.Range known = range;
        return scale.greys(known == null ? scale.whole() : known);
    }

    /** The least and the greatest value of frames spread over the clip, padding aside: the same for every frame. */
    private GreyTable.Range sampled(GreyTable scale, int count) throws IOException {
        TreeSet<Integer> numbers = new TreeSet<>();
        for (int i = 0; i < SAMPLED; i++) {
            numbers.add((int) ((count - 1L) * i / (SAMPLED - 1)));
        }
        int least = Integer.MAX_VALUE;
        int most = Integer.MIN_VALUE;
        int seen = 0;
        for (int number : numbers) {
            try {
                StoredFrame frame = frames.read(number);
                PixelFormat stored = frames.stored();
                for (int i = 0; i < stored.pixels(); i++) {
                    int v = stored.value(stored.pattern(frame.word(i)));
                    if (!scale.isPadding(v)) {
                        least = Math.min(least, v);
                        most = Math.max(most, v);
                    }
                }
                seen++;
            } catch (CodecException | DicomException e) {
                // Showing this frame will say the same; here it only cannot help to set the brightness.
                warnings.add("Frame " + (number + 1) + " cannot be decoded: " + e.getMessage() + ".");
            }
        }
        if (least > most) {
            return scale.whole();
        }
        warnings.add("The file names no grey window; black is its least value " + least + " and white its greatest "
                + most + (count == 1 ? "." : ", by " + seen + " of its " + count + " frames."));
        return new GreyTable.Range(least, most);
    }
}
