package foramen.codec;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A film in a file. An interrupted reader closes the channel under everybody; the next one opens it again. */
final class FileVideoSource implements VideoSource {
    private final Path file;
    private final long size;
    private FileChannel channel;
    private boolean closed;

    FileVideoSource(Path file) throws IOException {
        this.file = file;
        this.channel = FileChannel.open(file, StandardOpenOption.READ);
        this.size = channel.size();
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public int read(long position, byte[] target, int from, int length) throws IOException {
        while (true) {
            FileChannel open = open();
            try {
                return open.read(ByteBuffer.wrap(target, from, length), position);
            } catch (ClosedByInterruptException e) {
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
