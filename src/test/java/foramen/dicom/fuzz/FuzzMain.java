package foramen.dicom.fuzz;

import foramen.dicom.contract.DicomEngine;
import foramen.dicom.read.ForamenEngine;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Runs changed files through the engine: {@code FIRST COUNT NOTE [EACH_NTH]}; with a count of 0 it keeps the file of
 * the first case beside the note instead. Case {@code n} is always the same file for the same seeds. The case at work stands in the file {@code NOTE}, so that a crash of native code can be told from it;
 * the exit status is 0 when nothing but the engine's own refusals came out.
 */
public final class FuzzMain {
    /** No case may take longer, in processor time: the machine may be busy with other things. */
    private static final long MOST_NANOS = 2_000_000_000L;
    private static final int MOST_FINDS = 40;

    private final DicomEngine engine = new ForamenEngine();
    private final List<FuzzSeed> seeds;
    private final ByteBuffer note;
    private final TreeMap<String, Integer> finds = new TreeMap<>();
    private final TreeMap<String, Long> costs = new TreeMap<>();
    private volatile long current = -1;
    private volatile long startedCpu;
    private int read;
    private int frames;
    private long slowest;
    private long slowestCase;

    private FuzzMain(List<FuzzSeed> seeds, ByteBuffer note) {
        this.seeds = seeds;
        this.note = note;
    }

    /** See the class. */
    public static void main(String[] args) throws Exception {
        long first = Long.parseLong(args[0]);
        long count = Long.parseLong(args[1]);
        int step = args.length > 3 ? Integer.parseInt(args[3]) : 1;
        try (FileChannel channel = FileChannel.open(Path.of(args[2]), StandardOpenOption.CREATE,
                StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            ByteBuffer note = channel.map(FileChannel.MapMode.READ_WRITE, 0, 200);
            FuzzMain fuzz = new FuzzMain(FuzzSeeds.all(), note);
            if (count == 0) {
                fuzz.save(first, Path.of(args[2] + ".dcm"));
                return;
            }
            System.exit(fuzz.run(first, count, step));
        }
    }

    /** Keeps the file of one case, to be looked at. */
    private void save(long number, Path to) throws IOException {
        Files.write(to, bytes(number));
        System.out.println(seed(number).name() + " -> " + to);
    }

    private FuzzSeed seed(long number) {
        return seeds.get((int) (Long.hashCode(number * 0x9E3779B97F4A7C15L) & 0x7FFFFFFFL) % seeds.size());
    }

    private byte[] bytes(long number) {
        return new FuzzMutator(seeds, new SplittableRandom(number)).mutate(seed(number).bytes());
    }

    private int run(long first, long count, int step) {
        Thread worker = Thread.currentThread();
        ThreadMXBean times = ManagementFactory.getThreadMXBean();
        Thread watch = new Thread(() -> watch(worker, times), "watch");
        watch.setDaemon(true);
        watch.start();
        long began = System.nanoTime();
        if (first % 2 == 0) {
            large();
        }
        for (long n = first; n < first + count && finds.size() < MOST_FINDS; n += step) {
            startedCpu = times.getCurrentThreadCpuTime();
            current = n;
            tell(n);
            one(n);
            long took = times.getCurrentThreadCpuTime() - startedCpu;
            costs.merge(seed(n).name(), took, Long::sum);
            if (took > slowest) {
                slowest = took;
                slowestCase = n;
            }
            if (took > MOST_NANOS) {
                find(n, "takes " + took / 1_000_000 + " ms", null);
            }
        }
        current = -1;
        finds.forEach((what, often) -> System.out.println("x" + often + " " + what));
        costs.entrySet().stream().sorted(Map.Entry.<String, Long>comparingByValue().reversed()).limit(12)
                .forEach(e -> System.out.println(e.getValue() / 1_000_000 + " ms " + e.getKey()));
        System.out.printf("%d cases from %d seeds, %d read, %d frames decoded, slowest %d ms (case %d), %d s%n",
                (count + step - 1) / step,
                seeds.size(), read, frames, slowest / 1_000_000, slowestCase,
                (System.nanoTime() - began) / 1_000_000_000L);
        return finds.isEmpty() ? 0 : 1;
    }

    /** Pictures whose descriptions ask for much more than their files hold. */
    private void large() {
        for (int side : new int[]{8190, 5790, 5100, 3700}) {
            for (int bits : new int[]{8, 16}) {
                for (int samples : new int[]{1, 3}) {
                    for (boolean packed : new boolean[]{false, true}) {
                        check(-1, FuzzSeeds.large(side, samples, bits, packed));
                    }
                }
            }
        }
    }

    private void tell(long n) {
        byte[] text = (n + " " + seed(n).name()).getBytes(StandardCharsets.UTF_8);
        note.clear();
        note.put(text, 0, Math.min(text.length, note.capacity()));
        while (note.hasRemaining()) {
            note.put((byte) ' ');
        }
    }

    private void watch(Thread worker, ThreadMXBean times) {
        while (true) {
            long n = current;
            long used = times.getThreadCpuTime(worker.threadId()) - startedCpu;
            if (n >= 0 && n == current && used > 5 * MOST_NANOS) {
                System.out.println("FIND hang in case " + n + " of " + seed(n).name());
                for (StackTraceElement frame : worker.getStackTrace()) {
                    System.out.println("    at " + frame);
                }
                Runtime.getRuntime().halt(3);
            }
            try {
                Thread.sleep(200);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void one(long n) {
        check(n, bytes(n));
    }

    private void check(long n, byte[] bytes) {
        try {
            int shown = new FuzzCase(engine).run(bytes);
            read += shown >= 0 ? 1 : 0;
            frames += Math.max(0, shown);
        } catch (IOException | RuntimeException | AssertionError | StackOverflowError | OutOfMemoryError e) {
            find(n, "", e);
        }
    }

    private void find(long n, String what, @Nullable Throwable e) {
        StringBuilder text = new StringBuilder(what);
        if (e != null) {
            text.append(e);
            StackTraceElement[] stack = e.getStackTrace();
            for (int i = 0; i < Math.min(8, stack.length); i++) {
                text.append("\n    at ").append(stack[i]);
            }
        }
        boolean known = finds.merge(text.toString(), 1, Integer::sum) > 1;
        if (!known) {
            System.out.println("FIND in case " + n + " of " + seed(n).name() + ": " + text);
        }
    }
}
