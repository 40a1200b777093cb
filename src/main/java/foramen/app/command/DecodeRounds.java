package foramen.app.command;

import foramen.domain.clip.Clip;
import foramen.domain.clip.ClipException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Decodes all frames of a clip again and again and keeps the times. */
final class DecodeRounds {
    private static final double NANOS = 1e9;

    private final Clip clip;
    private final int threads;
    private final int frames;

    DecodeRounds(Clip clip, int threads) {
        this.clip = clip;
        this.threads = threads;
        this.frames = clip.info().frames();
    }

    /** What was measured. */
    static final class Result {
        private final int rounds;
        private final long[] frameNanos;
        private final long nanos;
        private final long cpuNanos;
        private final long maxHeapBytes;

        private Result(int rounds, List<Share> shares, long nanos, long maxHeapBytes) {
            this.rounds = rounds;
            this.frameNanos = shares.stream().flatMapToLong(s -> Arrays.stream(s.nanos, 0, s.count)).sorted().toArray();
            this.nanos = nanos;
            this.cpuNanos = shares.stream().mapToLong(s -> s.cpuNanos).sum();
            this.maxHeapBytes = maxHeapBytes;
        }

        /** How often the whole clip was decoded. */
        int rounds() {
            return rounds;
        }

        /** How many frames were decoded in all. */
        int decoded() {
            return frameNanos.length;
        }

        /** The time of all rounds. */
        long nanos() {
            return nanos;
        }

        /** The processor time of the decoding threads. */
        long cpuNanos() {
            return cpuNanos;
        }

        /** The most heap in use at once, with the garbage not yet collected. */
        long maxHeapBytes() {
            return maxHeapBytes;
        }

        /** The time within which {@code percent} of the frames were decoded. */
        double percentileMillis(double percent) {
            int rank = (int) Math.ceil(percent / 100 * frameNanos.length) - 1;
            return frameNanos[Math.clamp(rank, 0, frameNanos.length - 1)] / 1e6;
        }
    }

    /** What one thread did of one round. */
    private static final class Share {
        private final long[] nanos;
        private int count;
        private long cpuNanos;

        Share(int most) {
            nanos = new long[most];
        }
    }

    /**
     * Decodes whole rounds until {@code seconds} have passed, at least one.
     *
     * @throws ClipException when a frame cannot be decoded
     */
    Result run(double seconds) throws ClipException, InterruptedException {
        List<MemoryPoolMXBean> heap = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(p -> p.getType() == MemoryType.HEAP).toList();
        heap.forEach(MemoryPoolMXBean::resetPeakUsage);
        List<Share> shares = new ArrayList<>();
        int rounds = 0;
        int[][] pixels = new int[threads][clip.info().columns() * clip.info().rows()];
        try (ExecutorService workers = Executors.newFixedThreadPool(threads)) {
            long start = System.nanoTime();
            long end = start;
            do {
                shares.addAll(round(workers, pixels));
                rounds++;
                end = System.nanoTime();
            } while (end - start < seconds * NANOS);
            long most = heap.stream().mapToLong(p -> p.getPeakUsage().getUsed()).sum();
            return new Result(rounds, shares, end - start, most);
        }
    }

    private List<Share> round(ExecutorService workers, int[][] pixels) throws ClipException, InterruptedException {
        AtomicInteger next = new AtomicInteger();
        List<Future<Share>> running = new ArrayList<>();
        for (int[] own : pixels) {
            running.add(workers.submit(() -> share(next, own)));
        }
        List<Share> shares = new ArrayList<>();
        for (Future<Share> r : running) {
            try {
                shares.add(r.get());
            } catch (ExecutionException e) {
                next.set(frames);
                if (e.getCause() instanceof ClipException told) {
                    throw told;
                }
                throw new IllegalStateException("A frame could not be decoded", e.getCause());
            }
        }
        return shares;
    }

    private Share share(AtomicInteger next, int[] pixels) throws ClipException {
        ThreadMXBean times = ManagementFactory.getThreadMXBean();
        boolean known = times.isCurrentThreadCpuTimeSupported();
        long cpu = known ? times.getCurrentThreadCpuTime() : 0;
        Share share = new Share(frames);
        for (int i = next.getAndIncrement(); i < frames; i = next.getAndIncrement()) {
            long start = System.nanoTime();
            clip.read(i, pixels);
            share.nanos[share.count++] = System.nanoTime() - start;
        }
        share.cpuNanos = known ? times.getCurrentThreadCpuTime() - cpu : 0;
        return share;
    }
}
