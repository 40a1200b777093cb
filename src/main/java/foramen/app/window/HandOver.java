package foramen.app.window;

import foramen.domain.clip.ClipLocation;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where the window that is open takes files from a second start of the program: a socket of the file system in a folder
 * that only its user can enter. What comes is held to {@link HandOverMessage}, and to files that are there.
 */
final class HandOver implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HandOver.class);
    /** How long one that asks may take, and how long it waits for an answer (engineering default). */
    static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final String FOLDER = "window";
    private static final String SOCKET = "s";
    private static final long PAUSE_MILLIS = 100;

    private final ServerSocketChannel server;
    private final Path socket;
    private final Predicate<List<Path>> taker;
    private final Duration patience;
    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(2, work -> {
        Thread thread = new Thread(work, "foramen-hand-over");
        thread.setDaemon(true);
        return thread;
    });

    private HandOver(ServerSocketChannel server, Path socket, Predicate<List<Path>> taker, Duration patience) {
        this.server = server;
        this.socket = socket;
        this.taker = taker;
        this.patience = patience;
    }

    /**
     * Begins to listen beside the records of {@code home}, whose window this process has.
     *
     * @param taker takes files, perhaps none, and says whether the window has them; called on a thread of its own
     * @throws IOException where there can be no such socket, such as where the path is too long for one
     */
    static HandOver listen(Path home, Predicate<List<Path>> taker) throws IOException {
        return listen(home, taker, PATIENCE);
    }

    static HandOver listen(Path home, Predicate<List<Path>> taker, Duration patience) throws IOException {
        Path folder = home.resolve(FOLDER);
        Files.createDirectories(home);
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            var owner = PosixFilePermissions.fromString("rwx------");
            if (Files.notExists(folder)) {
                Files.createDirectory(folder, PosixFilePermissions.asFileAttribute(owner));
            }
            Files.setPosixFilePermissions(folder, owner);
        } else {
            Files.createDirectories(folder);
        }
        Path socket = folder.resolve(SOCKET);
        // Whoever has the window's lock knows that one left here is of a process that is gone.
        Files.deleteIfExists(socket);
        ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            server.bind(UnixDomainSocketAddress.of(socket));
        } catch (IOException | RuntimeException e) {
            server.close();
            throw e instanceof IOException io ? io : new IOException(e);
        }
        HandOver made = new HandOver(server, socket, taker, patience);
        made.threads.execute(made::accept);
        return made;
    }

    private void accept() {
        while (server.isOpen()) {
            try (SocketChannel asker = server.accept()) {
                answer(asker);
            } catch (ClosedChannelException e) {
                // Either this window is closing, or one that asked took too long and was sent away.
                LOG.debug("A hand-over ended early", e);
            } catch (IOException e) {
                LOG.warn("A hand-over failed", e);
            }
        }
    }

    /** One at a time, and none for longer than it may take. */
    private void answer(SocketChannel asker) throws IOException {
        ScheduledFuture<?> limit = threads.schedule(() -> close(asker), patience.toMillis(), TimeUnit.MILLISECONDS);
        try {
            boolean taken;
            try {
                List<Path> files = files(HandOverMessage.read(asker));
                taken = taker.test(files);
            } catch (HandOverMessage.Malformed e) {
                LOG.warn("What asked to open files was refused: {}", e.getMessage());
                taken = false;
            }
            HandOverMessage.write(asker, ByteBuffer.wrap(new byte[]{taken ? HandOverMessage.YES : HandOverMessage.NO}));
        } finally {
            limit.cancel(false);
        }
    }

    private static void close(SocketChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            LOG.debug("A socket did not close in good order", e);
        }
    }

    /** Only absolute paths of what is there; anything else is refused, and all that came with it. */
    private static List<Path> files(List<String> names) throws HandOverMessage.Malformed {
        List<Path> files = new ArrayList<>();
        for (String name : names) {
            try {
                Path file = Path.of(name);
                if (!file.isAbsolute() || !Files.isReadable(ClipLocation.parse(name).file())) {
                    throw new HandOverMessage.Malformed(HandOverMessage.Fault.NO_READABLE_ABSOLUTE_FILE);
                }
                files.add(file);
            } catch (IllegalArgumentException e) {
                throw new HandOverMessage.Malformed(HandOverMessage.Fault.NO_PATH);
            }
        }
        return files;
    }

    /**
     * Hands {@code files} to the window over the records of {@code home}, waiting for it no longer than {@link #PATIENCE}.
     *
     * @return whether it has them
     */
    static boolean offer(Path home, List<Path> files) throws InterruptedException {
        return offer(home, files, PATIENCE);
    }

    static boolean offer(Path home, List<Path> files, Duration patience) throws InterruptedException {
        Path socket = home.resolve(FOLDER).resolve(SOCKET);
        List<String> names = files.stream().map(f -> f.toAbsolutePath().normalize().toString()).toList();
        long end = System.nanoTime() + patience.toNanos();
        try (ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor()) {
            do {
                try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
                    ScheduledFuture<?> limit = clock.schedule(() -> close(channel), end - System.nanoTime(),
                            TimeUnit.NANOSECONDS);
                    channel.connect(UnixDomainSocketAddress.of(socket));
                    HandOverMessage.write(channel, HandOverMessage.of(names));
                    boolean taken = HandOverMessage.answer(channel);
                    limit.cancel(false);
                    return taken;
                } catch (HandOverMessage.Malformed | ClosedChannelException e) {
                    LOG.info("The window that is open did not take the files: {}", e.getClass().getSimpleName());
                    return false;
                } catch (IOException | IllegalArgumentException | UnsupportedOperationException e) {
                    // The other process may just be starting, so that it has the lock but does not listen yet.
                    LOG.debug("Nobody listens", e);
                    Thread.sleep(PAUSE_MILLIS);
                }
            } while (System.nanoTime() < end);
        }
        return false;
    }

    @Override
    public void close() {
        try {
            server.close();
            Files.deleteIfExists(socket);
        } catch (IOException e) {
            LOG.warn("The socket of the window was left behind", e);
        }
        threads.shutdownNow();
    }
}
