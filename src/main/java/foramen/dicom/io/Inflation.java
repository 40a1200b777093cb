package foramen.dicom.io;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Inflates a deflated data set (PS3.5 annex A.5), with or without the zlib header that some writers add. */
final class Inflation {
    private static final int STEP = 64 << 10;

    private final ByteSource source;
    private final long from;
    private final int most;

    private Inflation(ByteSource source, long from, int most) {
        this.source = source;
        this.from = from;
        this.most = most;
    }

    static ByteSource inflate(ByteSource source, long from, int most, Warnings warnings) throws IOException {
        Inflation inflation = new Inflation(source, from, most);
        if (inflation.hasZlibHeader()) {
            ByteSource plain = inflation.run(false, new Warnings());
            if (plain.size() > 0) {
                warnings.add("The deflated data set has a zlib header at byte " + from
                        + ", which it should not have; it was skipped.");
                return plain;
            }
        }
        return inflation.run(true, warnings);
    }

    private boolean hasZlibHeader() throws IOException {
        if (source.size() - from < 2) {
            return false;
        }
        byte[] head = source.read(from, 2);
        return (head[0] & 0x0F) == 8 && ((head[0] & 0xFF) << 8 | (head[1] & 0xFF)) % 31 == 0;
    }

    /** Inflates piece by piece, so that neither the packed nor the plain bytes are ever there twice. */
    private ByteSource run(boolean raw, Warnings warnings) throws IOException {
        List<byte[]> chunks = new ArrayList<>();
        long at = from;
        long size = 0;
        byte[] chunk = new byte[ChunkedByteSource.CHUNK];
        int used = 0;
        Inflater inflater = new Inflater(raw);
        try {
            while (!inflater.finished()) {
                if (inflater.needsInput() && at < source.size()) {
                    byte[] packed = source.read(at, Math.min(STEP, source.size() - at));
                    inflater.setInput(packed);
                    at += packed.length;
                }
                int n = inflater.inflate(chunk, used, chunk.length - used);
                if (n == 0 && (inflater.needsDictionary() || (inflater.needsInput() && at >= source.size()))) {
                    warnings.add("The deflated data set ends early at byte " + at + "; what came before was kept.");
                    break;
                }
                used += n;
                size += n;
                if (size > most) {
                    throw new DicomException("The deflated data set grows beyond " + most + " bytes", from);
                }
                if (used == chunk.length) {
                    chunks.add(chunk);
                    chunk = new byte[ChunkedByteSource.CHUNK];
                    used = 0;
                }
            }
        } catch (DataFormatException e) {
            warnings.add("The deflated data set is damaged at byte " + (from + inflater.getBytesRead())
                    + "; what came before was kept.");
        } finally {
            inflater.end();
        }
        chunks.add(Arrays.copyOf(chunk, used));
        return new ChunkedByteSource(chunks, size);
    }
}
