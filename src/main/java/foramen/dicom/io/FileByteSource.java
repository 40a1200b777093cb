package foramen.dicom.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A file, read by position. A reader that is interrupted does not close it for the others. */
public final class FileByteSource implements ByteSource {
    private final Path file;
    private final long size;
    private FileChannel channel;
    private boolean closed;

    /** Opens {@code file}. */
    public FileByteSource(Path file) throws IOException {
        this.file = file;
        this.channel = FileChannel.open(file, StandardOpenOption.READ);
        this.size = channel.size();
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public void read(long position, byte[] target, int from, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(target, from, length);
        while (buffer.hasRemaining()) {
            long at = position + buffer.position() - from;
            if (readSome(buffer, at) < 0) {
                throw new DicomException("The file ends early", at);
            }
        }
    }

    private int readSome(ByteBuffer buffer, long at) throws IOException {
        while (true) {
            FileChannel open = open();
            try {
                return open.read(buffer, at);
            } catch (ClosedByInterruptException e) {
                // This thread was interrupted, which closed the channel under everybody; open() mends that.
                throw e;
            } catch (ClosedChannelException e) {
                if (isClosed()) {
                    throw e;
                }
            }
        }
    }

    private synchronized FileChannel open() throws IOException {
        if (!channel.isOpen() && !closed) {
            channel = FileChannel.open(file, StandardOpenOption.READ);
        }
        return channel;
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    @Override
    public synchronized void close() throws IOException {
        closed = true;
        channel.close();
    }
}
