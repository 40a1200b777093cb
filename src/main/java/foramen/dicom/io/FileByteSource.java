package foramen.dicom.io;

import foramen.job.SharedFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;

/** A file, read by position. A reader that is interrupted does not close it for the others. */
public final class FileByteSource implements ByteSource {
    private final SharedFile file;

    /** Opens {@code file}. */
    public FileByteSource(Path file) throws IOException {
        this.file = new SharedFile(file);
    }

    @Override
    public long size() {
        return file.size();
    }

    @Override
    public void read(long position, byte[] target, int from, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(target, from, length);
        while (buffer.hasRemaining()) {
            long at = position + buffer.position() - from;
            if (file.read(buffer, at) < 0) {
                throw new DicomException("The file ends early", at);
            }
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
