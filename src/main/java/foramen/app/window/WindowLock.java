package foramen.app.window;

import foramen.app.composition.UserException;
import foramen.ui.support.Words;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One window for each folder of records: two windows on one case would each hold edits the other knows nothing of. The
 * system lets the lock go when the process ends, however it ends.
 */
final class WindowLock implements AutoCloseable {
    private static final String FILE = "window.lock";

    private final FileChannel channel;
    private final Words words;

    private WindowLock(FileChannel channel, Words words) {
        this.words = words;
        this.channel = channel;
    }

    /**
     * Takes the lock of {@code home}.
     *
     * @param words what the window says
     * @throws UserException where another window has it
     */
    static WindowLock take(Path home, Words words) throws UserException {
        return tryTake(home, words).orElseThrow(() -> taken(home, words));
    }

    /** What to say where another window has it. */
    static UserException taken(Path home, Words words) {
        return new UserException(words.text("lock.taken", home));
    }

    /** Takes the lock of {@code home}; empty where another window has it. */
    static Optional<WindowLock> tryTake(Path home, Words words) throws UserException {
        try {
            Files.createDirectories(home);
            FileChannel channel = FileChannel.open(home.resolve(FILE), StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE);
            if (tryLock(channel) == null) {
                channel.close();
                return Optional.empty();
            }
            return Optional.of(new WindowLock(channel, words));
        } catch (IOException e) {
            throw new UserException(words.text("lock.folder", home, String.valueOf(e.getMessage())), e);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            // Another window of this very process.
            return null;
        }
    }

    @Override
    public void close() throws UserException {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UserException(words.text("lock.stuck"), e);
        }
    }
}
