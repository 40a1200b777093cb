package foramen.dicom.io;

import java.util.List;

/** Bytes in memory in pieces of one length, so that they can grow without being copied. */
final class ChunkedByteSource implements ByteSource {
    static final int CHUNK = 1 << 20;

    private final List<byte[]> chunks;
    private final long size;

    /**
     * Wraps {@code chunks} without copying.
     *
     * @param chunks all {@link #CHUNK} long but the last
     * @param size the length of all together
     */
    ChunkedByteSource(List<byte[]> chunks, long size) {
        this.chunks = List.copyOf(chunks);
        this.size = size;
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public void read(long position, byte[] target, int from, int length) throws DicomException {
        if (position < 0 || position > size - length) {
            throw new DicomException("There are not " + length + " bytes here", position);
        }
        int done = 0;
        while (done < length) {
            int within = (int) ((position + done) % CHUNK);
            int step = Math.min(CHUNK - within, length - done);
            System.arraycopy(chunks.get((int) ((position + done) / CHUNK)), within, target, from + done, step);
            done += step;
        }
    }
}
