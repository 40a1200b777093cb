package foramen.codec;

import foramen.job.SharedFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;

/** A film in a file. */
final class FileVideoSource implements VideoSource {
    private final SharedFile file;

    FileVideoSource(Path file) throws IOException {
        this.file = new SharedFile(file);
    }

    @Override
    public long size() {
        return file.size();
    }

    @Override
    public int read(long position, byte[] target, int from, int length) throws IOException {
        return file.read(ByteBuffer.wrap(target, from, length), position);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
