package foramen.dicom.pixel;

import foramen.dicom.data.Tag;
import foramen.dicom.io.ByteSource;
import foramen.dicom.io.DicomException;
import foramen.dicom.io.DicomFile;
import foramen.dicom.io.PixelDataLocation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * Frames in fragments (PS3.5 annex A.4): by the Extended Offset Table, by a Basic Offset Table that proves right, one
 * fragment for a frame, all fragments for the only frame, or by the marks of the pictures themselves; in this order.
 */
final class FragmentIndex implements FrameIndex {
    private final ByteSource source;
    private final PixelDataLocation.Encapsulated table;
    /** The fragments with anything in them. */
    private final int[] filled;
    private final Framing framing;
    private final List<String> warnings = new ArrayList<>();
    /** For each frame its first entry in {@link #filled}, and one more for the end. */
    private final int[] starts;

    private FragmentIndex(DicomFile file, PixelDataLocation.Encapsulated table, Framing framing) throws IOException {
        this.source = file.source();
        this.table = table;
        this.framing = framing;
        this.filled = IntStream.range(0, table.fragments()).filter(i -> table.length(i) > 0).toArray();
        if (filled.length == 0) {
            throw new DicomException("its pixel data is empty", table.origin());
        }
        int[] found = starts(file);
        if (found.length > MOST_FRAMES) {
            warnings.add("Only the first " + MOST_FRAMES + " frames are shown.");
        }
        int frames = Math.min(found.length, MOST_FRAMES);
        this.starts = Arrays.copyOf(found, frames + 1);
        starts[frames] = frames < found.length ? found[frames] : filled.length;
    }

    static FragmentIndex of(DicomFile file, PixelDataLocation.Encapsulated table, Framing framing) throws IOException {
        return new FragmentIndex(file, table, framing);
    }

    private int[] starts(DicomFile file) throws IOException {
        OptionalInt stated = file.data().integer(Tag.NUMBER_OF_FRAMES);
        int wanted = Math.max(1, stated.orElse(1));
        Optional<int[]> extended = verified(file.data().longs(Tag.EXTENDED_OFFSET_TABLE), "Extended Offset Table");
        Optional<int[]> basic = verified(table.basicOffsets(), "Basic Offset Table");
        for (Optional<int[]> offsets : List.of(extended, basic)) {
            if (offsets.isPresent() && offsets.get().length == wanted) {
                return offsets.get();
            }
        }
        int[] found;
        if (filled.length == wanted) {
            return IntStream.range(0, wanted).toArray();
        } else if (stated.isPresent() && wanted == 1) {
            return new int[]{0};
        } else if (filled.length > wanted && framing.hasMarks()) {
            found = byMarks();
        } else {
            found = extended.or(() -> basic).orElseGet(() -> IntStream.range(0, filled.length).toArray());
        }
        if (found.length != wanted || (stated.isEmpty() && found.length > 1)) {
            warnings.add((stated.isPresent()
                    ? "The file states " + stated.getAsInt() + " frames, "
                    : "The file does not state its number of frames, ") + "but its pixel data holds " + found.length
                    + ".");
        }
        return found;
    }

    /** The fragments that {@code offsets} point at, when each of them is the start of a later fragment. */
    private Optional<int[]> verified(long[] offsets, String name) throws IOException {
        if (offsets.length == 0) {
            return Optional.empty();
        }
        int[] found = new int[offsets.length];
        int at = 0;
        for (int i = 0; i < offsets.length; i++) {
            while (at < filled.length && table.offset(filled[at]) - 8 - table.origin() < offsets[i]) {
                at++;
            }
            boolean right = at < filled.length && table.offset(filled[at]) - 8 - table.origin() == offsets[i]
                    && (i == 0 ? at == 0 : at > found[i - 1]) && startsPicture(filled[at]);
            if (!right) {
                warnings.add("The " + name + " is wrong; the frames were found without it.");
                return Optional.empty();
            }
            found[i] = at;
        }
        return Optional.of(found);
    }

    private boolean startsPicture(int fragment) throws IOException {
        return framing.starts(source.read(table.offset(fragment), Math.min(Framing.HEAD, table.length(fragment))),
                table.length(fragment));
    }

    private int[] byMarks() throws IOException {
        IntStream.Builder starts = IntStream.builder().add(0);
        for (int i = 1; i < filled.length; i++) {
            long length = Math.min(Framing.TAIL, table.length(filled[i - 1]));
            byte[] tail = source.read(table.offset(filled[i - 1]) + table.length(filled[i - 1]) - length, length);
            if (framing.endsBefore(tail) || (framing.isRle() && startsPicture(filled[i]))) {
                starts.add(i);
            }
        }
        return starts.build().toArray();
    }

    @Override
    public int frames() {
        return starts.length - 1;
    }

    @Override
    public List<String> warnings() {
        return List.copyOf(warnings);
    }

    @Override
    public byte[] read(int index) throws IOException {
        return read(index, Integer.MAX_VALUE - 8);
    }

    @Override
    public byte[] start(int index, int most) throws IOException {
        return read(index, most);
    }

    private byte[] read(int index, int most) throws IOException {
        long total = 0;
        for (int i = starts[index]; i < starts[index + 1]; i++) {
            total += table.length(filled[i]);
        }
        byte[] frame = new byte[(int) Math.min(total, most)];
        int at = 0;
        for (int i = starts[index]; i < starts[index + 1] && at < frame.length; i++) {
            int length = (int) Math.min(table.length(filled[i]), frame.length - at);
            source.read(table.offset(filled[i]), frame, at, length);
            at += length;
        }
        return frame;
    }
}
