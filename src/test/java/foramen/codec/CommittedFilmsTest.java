package foramen.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Needs no tool: the films lie beside the tests. */
class CommittedFilmsTest {
    private static final int PICTURES = 48;

    private final VideoCodec codec = new VideoCodec();

    @ParameterizedTest
    @ValueSource(strings = {"b-pictures.m2v", "open-gop.h264", "open-gop.mp4", "open-gop.hevc"})
    void picturesAreFoundBackwardsAndAtRandom(String name) throws IOException {
        byte[] film = Films.bytes(name);
        try (VideoStream stream = codec.open(new Films.Memory(film, 1000))) {
            assertEquals(PICTURES, stream.frames());
            assertEquals(List.of(), stream.warnings());
            for (int n = PICTURES - 1; n >= 0; n--) {
                assertEquals(n, BarcodeFilm.number(stream.frame(n), BarcodeFilm.WIDTH));
            }
            Random random = new Random(7);
            for (int i = 0; i < 100; i++) {
                int n = random.nextInt(PICTURES);
                assertEquals(n, BarcodeFilm.number(stream.frame(n), BarcodeFilm.WIDTH));
            }
            assertThrows(IndexOutOfBoundsException.class, () -> stream.frame(PICTURES));
            assertThrows(IndexOutOfBoundsException.class, () -> stream.frame(-1));
        }
    }

    @Test
    void timesAreTheFilmsOwn() throws IOException {
        try (VideoStream mp4 = codec.open(new Films.Memory(Films.bytes("open-gop.mp4"), 5000));
                VideoStream bare = codec.open(new Films.Memory(Films.bytes("b-pictures.m2v"), 5000))) {
            double[] steps = mp4.increments().orElseThrow();
            assertEquals(0, steps[0]);
            for (int n = 1; n < PICTURES; n++) {
                assertEquals(40, steps[n], 1e-6);
            }
            assertEquals(true, bare.increments().isEmpty());
            assertEquals(40, bare.frameMillis().orElseThrow(), 1e-6);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"b-pictures.m2v", "open-gop.mp4"})
    void fourThreadsEachGetTheirOwn(String name) throws Exception {
        byte[] film = Films.bytes(name);
        try (VideoStream stream = codec.open(new Films.Memory(film, 5000));
                ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Future<List<String>>> all = new ArrayList<>();
            for (int t = 0; t < 4; t++) {
                Random random = new Random(t);
                all.add(threads.submit(() -> {
                    List<String> wrong = new ArrayList<>();
                    for (int i = 0; i < 60; i++) {
                        int n = random.nextInt(PICTURES);
                        int shown = BarcodeFilm.number(stream.frame(n), BarcodeFilm.WIDTH);
                        if (shown != n) {
                            wrong.add(shown + " for " + n);
                        }
                    }
                    return wrong;
                }));
            }
            for (Future<List<String>> one : all) {
                assertEquals(List.of(), result(one));
            }
        }
    }

    private static List<String> result(Future<List<String>> future) throws InterruptedException, ExecutionException {
        return future.get();
    }
}
