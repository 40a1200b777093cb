package foramen.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RelayTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static List<int[]> pieces(int count) {
        return IntStream.range(0, count).mapToObj(i -> new int[1]).toList();
    }

    @Test
    void piecesAreTakenInOrderAndByAnotherThread() {
        List<Integer> taken = Collections.synchronizedList(new ArrayList<>());
        List<Thread> threads = Collections.synchronizedList(new ArrayList<>());
        assertTimeoutPreemptively(PATIENCE, () -> {
            try (Relay<int[]> relay = new Relay<>("test", pieces(2), p -> {
                taken.add(p[0]);
                threads.add(Thread.currentThread());
            })) {
                for (int i = 0; i < 200; i++) {
                    int[] piece = relay.free();
                    piece[0] = i;
                    relay.pass(piece);
                }
                relay.finish();
            }
        });
        assertEquals(IntStream.range(0, 200).boxed().toList(), taken);
        assertEquals(1, threads.stream().distinct().count());
        assertNotEquals(Thread.currentThread(), threads.getFirst());
    }

    @Test
    void aFailureOfTheTakerReachesTheOneWhoFills() {
        IOException full = assertTimeoutPreemptively(PATIENCE, () -> assertThrows(IOException.class, () -> {
            try (Relay<int[]> relay = new Relay<>("test", pieces(1), p -> {
                throw new IOException("full");
            })) {
                for (int i = 0; i < 3; i++) {
                    relay.pass(relay.free());
                }
                relay.finish();
            }
        }));
        assertEquals("full", full.getMessage());
    }

    @Test
    void afterItIsClosedNothingIsTakenAnyMore() {
        List<Integer> taken = Collections.synchronizedList(new ArrayList<>());
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        assertTimeoutPreemptively(PATIENCE, () -> {
            Relay<int[]> relay = new Relay<>("test", pieces(3), p -> {
                begun.countDown();
                try {
                    go.await();
                } catch (InterruptedException e) {
                    throw new IOException(e);
                }
                taken.add(p[0]);
            });
            for (int i = 0; i < 3; i++) {
                int[] piece = relay.free();
                piece[0] = i;
                relay.pass(piece);
            }
            begun.await();
            Thread closer = Thread.ofPlatform().start(relay::close);
            // The taker has the first in hand; closing waits for that one and drops the others.
            while (closer.getState() != Thread.State.WAITING) {
                Thread.onSpinWait();
            }
            go.countDown();
            closer.join();
        });
        assertEquals(List.of(0), taken);
        assertTrue(begun.getCount() == 0);
    }
}
