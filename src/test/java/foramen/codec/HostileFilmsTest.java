package foramen.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A broken film gives its good pictures or a sentence, soon, and never a picture other than the one asked for. */
class HostileFilmsTest {
    private static final int MUTANTS = Integer.getInteger("foramen.film.mutants", 40);
    private static final long MOST_NANOS = 10_000_000_000L;

    private final VideoCodec codec = new VideoCodec();
    private final Path folder;

    HostileFilmsTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private static byte[] fixture(String name) throws IOException {
        return Films.bytes(name);
    }

    /** Looks at pictures over the whole film; those that are given must be the right ones unless bytes were changed. */
    private int look(byte[] film, boolean exact) throws IOException {
        long start = System.nanoTime();
        int good = 0;
        int before = -1;
        int slips = 0;
        try (VideoStream stream = codec.open(new Films.Memory(film, film.length))) {
            int step = Math.max(1, stream.frames() / (exact ? 48 : 8));
            for (int n = 0; n < stream.frames(); n += step) {
                try {
                    int[] argb = stream.frame(n);
                    good++;
                    if (exact) {
                        // Where the cut took B pictures later ones close the gap, and a stump of a header may count as
                        // a picture. FFmpeg does not notice a slice that lacks its last two bytes; that is the last one.
                        int shown = BarcodeFilm.number(argb, stream.columns());
                        if (shown <= before && slips++ == 0) {
                            continue;
                        }
                        assertTrue(shown >= n - 1 && shown > before && shown < 48, "picture " + n + " shows " + shown);
                        before = shown;
                    }
                } catch (CodecException e) {
                    assertTrue(e.getMessage() != null && !e.getMessage().isBlank());
                }
            }
        } catch (CodecException e) {
            assertTrue(e.getMessage() != null && !e.getMessage().isBlank());
        }
        assertTrue(System.nanoTime() - start < MOST_NANOS, "it took too long");
        return good;
    }

    @ParameterizedTest
    @ValueSource(strings = {"open-gop.h264", "b-pictures.m2v", "open-gop.mp4"})
    void aFilmCutAnywhereKeepsItsGoodPictures(String name) throws IOException {
        byte[] whole = fixture(name);
        List<Integer> good = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            good.add(look(java.util.Arrays.copyOf(whole, whole.length * i / 50), true));
        }
        assertEquals(0, good.getFirst());
        assertTrue(name.endsWith("mp4") || good.get(40) > 4, () -> "good pictures by length: " + good);
    }

    @ParameterizedTest
    @ValueSource(strings = {"open-gop.h264", "open-gop.hevc", "b-pictures.m2v", "open-gop.mp4"})
    void changedBytesDoNoHarm(String name) throws IOException {
        byte[] whole = fixture(name);
        Random random = new Random(name.hashCode());
        for (int i = 0; i < MUTANTS; i++) {
            byte[] film = whole.clone();
            int changes = 1 + random.nextInt(20);
            for (int c = 0; c < changes; c++) {
                film[random.nextInt(random.nextBoolean() ? film.length : Math.min(film.length, 300))] = (byte) random
                        .nextInt(256);
            }
            look(film, false);
        }
    }

    @Test
    void whatIsNoFilmSaysSo() throws IOException {
        Random random = new Random(3);
        byte[] noise = new byte[20_000];
        random.nextBytes(noise);
        for (byte[] bytes : List.of(new byte[0], new byte[1], new byte[5000], noise,
                "#EXTM3U\n/etc/passwd\n".repeat(50).getBytes(java.nio.charset.StandardCharsets.US_ASCII))) {
            assertThrows(CodecException.class, () -> codec.open(new Films.Memory(bytes, 100)).close());
        }
    }

    @Test
    void playlistsAreNotFollowed() throws IOException {
        Path film = folder.resolve("film.mp4");
        Files.write(film, fixture("open-gop.mp4"));
        String list = "#EXTM3U\n#EXT-X-VERSION:3\n#EXT-X-TARGETDURATION:10\n#EXTINF:10,\n" + film
                + "\n#EXT-X-ENDLIST\n";
        Path playlist = folder.resolve("list.mp4");
        Files.writeString(playlist, list);
        assertThrows(CodecException.class, () -> codec.open(VideoSource.of(playlist)).close());
    }

    @Test
    void aSourceThatFailsIsAFailureOfTheSource() throws IOException {
        byte[] whole = fixture("b-pictures.m2v");
        Films.Memory source = new Films.Memory(whole, 700);
        VideoStream stream = codec.open(source);
        source.fail();
        IOException e = assertThrows(IOException.class, () -> {
            for (int n = stream.frames() - 1; n >= 0; n--) {
                stream.frame(n);
            }
        });
        assertEquals("the source is gone", e.getMessage());
        stream.close();
        assertTrue(source.isClosed());
        assertThrows(CodecException.class, () -> stream.frame(0));
    }
}
