package foramen.dicom.io;

/** Bytes in memory. */
public final class MemoryByteSource implements ByteSource {
    private final byte[] bytes;

    /** Wraps {@code bytes} without copying. */
    public MemoryByteSource(byte[] bytes) {
        this.bytes = bytes;
    }

    @Override
    public long size() {
        return bytes.length;
    }

    @Override
    public void read(long position, byte[] target, int from, int length) throws DicomException {
        if (position < 0 || position > bytes.length - (long) length) {
            throw new DicomException("There are not " + length + " bytes here", position);
        }
        System.arraycopy(bytes, (int) position, target, from, length);
    }
}
