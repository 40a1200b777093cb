package foramen.dicom.io;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Compressed frames on their way into a file whose head must know their lengths: in memory while they are few, then in a
 * temporary file that only this user can read and that goes when the spool is closed.
 */
public final class FrameSpool implements Closeable {
    /** So much stays in memory (engineering default). */
    private static final long IN_MEMORY = 32L << 20;

    private final long inMemory;
    private final List<byte[]> held = new ArrayList<>();
    private long[] ends = new long[64];
    private int count;
    private @Nullable FileChannel file;

    /** An empty spool. */
    public FrameSpool() {
        this(IN_MEMORY);
    }

    FrameSpool(long inMemory) {
        this.inMemory = inMemory;
    }

    /** Appends a frame. */
    public void add(byte[] frame) throws IOException {
        if (count == ends.length) {
            ends = Arrays.copyOf(ends, 2 * count);
        }
        ends[count] = bytes() + frame.length;
        count++;
        if (file == null && bytes() <= inMemory) {
            held.add(frame);
            return;
        }
        if (file == null) {
            Path path = Files.createTempFile("foramen-frames", ".tmp");
            file = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE,
                    StandardOpenOption.DELETE_ON_CLOSE);
            for (byte[] earlier : held) {
                append(file, earlier);
            }
            held.clear();
        }
        append(file, frame);
    }

    private static void append(FileChannel to, byte[] frame) throws IOException {
        ByteBuffer left = ByteBuffer.wrap(frame);
        while (left.hasRemaining()) {
            to.write(left);
        }
    }

    /** How many frames there are. */
    public int frames() {
        return count;
    }

    /** How many bytes they have together. */
    public long bytes() {
        return count == 0 ? 0 : ends[count - 1];
    }

    /** How many bytes frame {@code i} has. */
    public int length(int i) {
        return (int) (ends[i] - (i == 0 ? 0 : ends[i - 1]));
    }

    /** Frame {@code i}, counted from 0. */
    public byte[] get(int i) throws IOException {
        if (file == null) {
            return held.get(i);
        }
        ByteBuffer frame = ByteBuffer.allocate(length(i));
        long at = ends[i] - frame.capacity();
        while (frame.hasRemaining()) {
            int n = file.read(frame, at + frame.position());
            if (n < 0) {
                throw new IOException("The temporary file of compressed frames is shorter than it was");
            }
        }
        return frame.array();
    }

    @Override
    public void close() throws IOException {
        held.clear();
        if (file != null) {
            file.close();
        }
    }
}
