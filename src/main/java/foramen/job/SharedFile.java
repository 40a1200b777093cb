package foramen.job;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A file that several jobs read by position. A job that is cancelled in the middle of a read closes the channel under
 * everybody, as {@link FileChannel} does on interruption; the next reader opens it again.
 */
public final class SharedFile implements Closeable {
    private final Path file;
    private final long size;
    private FileChannel channel;
    private boolean closed;

    /**
     * Opens {@code file} for reading.
     *
     * @throws IOException where it cannot be opened
     */
    public SharedFile(Path file) throws IOException {
        this.file = file;
        this.channel = FileChannel.open(file, StandardOpenOption.READ);
        this.size = channel.size();
    }

    /** How many bytes it had when it was opened. */
    public long size() {
        return size;
    }

    /**
     * Reads some bytes into what remains of {@code buffer}.
     *
     * @param at byte of the file, from 0
     * @return how many; -1 at the end of the file
     * @throws ClosedByInterruptException where this thread was interrupted
     * @throws IOException where it cannot be read, or was closed
     */
    public int read(ByteBuffer buffer, long at) throws IOException {
        while (true) {
            FileChannel open = open();
            try {
                return open.read(buffer, at);
            } catch (ClosedByInterruptException e) {
                throw e;
            } catch (ClosedChannelException e) {
                // Somebody else was interrupted: open() mends that, unless the file was closed for good.
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
