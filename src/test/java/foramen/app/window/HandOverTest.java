package foramen.app.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HandOverTest {
    private static final Duration SHORT = Duration.ofMillis(300);

    private final Path home;
    private final Path clip;
    private final List<List<Path>> came = Collections.synchronizedList(new ArrayList<>());

    HandOverTest(@TempDir Path folder) {
        home = folder.resolve("home");
        clip = folder.resolve("a clip, right.dcm");
    }

    @BeforeEach
    void aFileIsThere() throws IOException {
        Files.writeString(clip, "x");
    }

    private HandOver listen() throws IOException {
        return listen(files -> came.add(files));
    }

    private HandOver listen(Predicate<List<Path>> taker) throws IOException {
        return HandOver.listen(home, taker);
    }

    private boolean offer(Path... files) throws InterruptedException {
        return HandOver.offer(home, List.of(files), Duration.ofSeconds(10));
    }

    /** What a program that is not ours may send; the answer, or -1 where there is none. */
    private int send(byte... bytes) throws IOException {
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.connect(UnixDomainSocketAddress.of(home.resolve("window/s")));
            try {
                HandOverMessage.write(channel, ByteBuffer.wrap(bytes));
                ByteBuffer answer = ByteBuffer.allocate(1);
                return channel.read(answer) < 0 ? -1 : answer.get(0);
            } catch (IOException e) {
                return -1;
            }
        }
    }

    private static byte[] message(String... names) throws IOException {
        ByteBuffer message = HandOverMessage.of(List.of(names));
        byte[] bytes = new byte[message.remaining()];
        message.get(bytes);
        return bytes;
    }

    @Test
    void theWindowThatIsOpenGetsTheFilesOfASecondStart() throws Exception {
        try (HandOver _ = listen()) {
            assertTrue(offer(clip));
            assertTrue(offer());
            assertEquals(List.of(List.of(clip), List.of()), came);
        }
    }

    @Test
    void aRelativePathIsOfTheFolderTheSecondStartIsIn() throws Exception {
        try (HandOver _ = listen()) {
            Path relative = Path.of("").toAbsolutePath().relativize(clip);
            assertTrue(offer(relative));
            assertEquals(List.of(List.of(clip)), came);
        }
    }

    @Test
    void whereTheWindowDoesNotTakeThemOrNobodyListensTheAnswerIsNo() throws Exception {
        assertFalse(HandOver.offer(home, List.of(clip), SHORT));
        try (HandOver _ = listen(files -> false)) {
            assertFalse(offer(clip));
        }
        assertFalse(HandOver.offer(home, List.of(clip), SHORT));
    }

    @Test
    void aWindowThatDoesNotAnswerIsNotWaitedForForEver() throws Exception {
        try (HandOver _ = HandOver.listen(home, files -> {
            try {
                Thread.sleep(60_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return true;
        })) {
            long start = System.nanoTime();
            assertFalse(HandOver.offer(home, List.of(clip), SHORT));
            assertTrue(System.nanoTime() - start < Duration.ofSeconds(30).toNanos());
        }
    }

    @Test
    void aSocketLeftByAProcessThatIsGoneIsInNobodysWay() throws Exception {
        Files.createDirectories(home.resolve("window"));
        Files.writeString(home.resolve("window/s"), "left behind");
        assertFalse(HandOver.offer(home, List.of(clip), SHORT));
        try (HandOver _ = listen()) {
            assertTrue(offer(clip));
        }
        assertTrue(Files.notExists(home.resolve("window/s")));
    }

    @Test
    void onlyItsUserCanEnterTheFolder() throws Exception {
        Files.createDirectories(home.resolve("window"));
        if (home.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(home.resolve("window"), PosixFilePermissions.fromString("rwxrwxrwx"));
            try (HandOver _ = listen()) {
                assertEquals("rwx------",
                        PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("window"))));
            }
        }
    }

    @Test
    void onlyAbsolutePathsOfFilesThatAreThereAreTakenAndNoneOfWhatComesWithOthers() throws Exception {
        try (HandOver _ = listen()) {
            for (String bad : List.of("relative.dcm", "--exit-after-first-frame", "", "/not/there.dcm", "\0",
                    "/etc/passwd\0.dcm", "file:///etc/passwd", "../" + clip)) {
                assertEquals(HandOverMessage.NO, send(message(clip.toString(), bad)), bad);
            }
            assertEquals(List.of(), came);
            assertTrue(offer(clip), "it still listens");
        }
    }

    @Test
    void whatIsNoMessageIsRefusedWithinItsBoundsAndItStillListens() throws Exception {
        byte[] good = message(clip.toString());
        try (HandOver _ = listen()) {
            byte[] many = ByteBuffer.allocate(8).put(good, 0, 4).putInt(HandOverMessage.MOST_FILES + 1).array();
            byte[] negative = ByteBuffer.allocate(8).put(good, 0, 4).putInt(-1).array();
            byte[] longName = ByteBuffer.allocate(12).put(good, 0, 4).putInt(1).putInt(Integer.MAX_VALUE).array();
            byte[] noText = ByteBuffer.allocate(14).put(good, 0, 4).putInt(1).putInt(2).put((byte) 0xC3)
                    .put((byte) 0x28).array();
            for (byte[] bad : List.of(many, negative, longName, noText,
                    "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.UTF_8))) {
                assertEquals(HandOverMessage.NO, send(bad));
            }
            assertTrue(offer(clip));
        }
    }

    @Test
    void whoBeginsAndNeverEndsIsSentAwayAndTheNextIsServed() throws Exception {
        try (HandOver _ = HandOver.listen(home, came::add, Duration.ofSeconds(1))) {
            assertEquals(-1, send((byte) 'F'));
            assertTrue(offer(clip));
        }
    }
}
