package foramen.app.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import foramen.app.composition.Composition;
import foramen.app.composition.UserException;
import foramen.domain.clip.Clip;
import foramen.domain.clip.ClipInfo;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code foramen bench decode}: how fast the frames of a clip become displayable pixels. */
@Command(name = "decode", description = {"Measure how fast all frames of a clip become displayable pixels.",
        "Decoders are loaded and frames decoded for the time of --warmup first; then whole rounds over the clip are "
                + "timed, each thread decoding the next frame into pixels of its own, file access included."})
final class BenchDecodeCommand implements Callable<Integer> {
    private static final int MOST_THREADS = 256;
    private static final double NANOS = 1e9;

    private final Composition composition;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it before call()
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "The clip.")
    @SuppressWarnings("NullAway.Init") // picocli fills it before call()
    private Path file;

    @Option(names = "--threads", paramLabel = "K", defaultValue = "1", description = "How many threads decode; ${DEFAULT-VALUE} if not given.")
    private int threads;

    @Option(names = "--warmup", paramLabel = "S", defaultValue = "3", description = "Seconds of decoding before the clock starts; ${DEFAULT-VALUE} if not given.")
    private double warmup;

    @Option(names = "--seconds", paramLabel = "S", defaultValue = "3", description = "Rounds are timed until at least so many seconds have passed; ${DEFAULT-VALUE} if not given.")
    private double seconds;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    BenchDecodeCommand(Composition composition) {
        this.composition = composition;
    }

    @Override
    public Integer call() throws Exception {
        if (threads < 1 || threads > MOST_THREADS) {
            throw new UserException("--threads is " + threads + "; say a number from 1 to " + MOST_THREADS + ".");
        }
        if (!(warmup >= 0) || !(seconds >= 0)) {
            throw new UserException("--warmup and --seconds are times in seconds, nought or more.");
        }
        double cold = firstFrameMillis();
        composition.prepareDecoders();
        try (Clip clip = composition.clipReader().open(file)) {
            DecodeRounds rounds = new DecodeRounds(clip, threads);
            rounds.run(warmup);
            double warm = firstFrameMillis();
            DecodeRounds.Result result = rounds.run(seconds);
            if (json) {
                spec.commandLine().getOut().println(JsonText.line(describe(clip.info(), result, cold, warm)));
            } else {
                print(clip.info(), result, cold, warm);
            }
        }
        return 0;
    }

    /** From the name of the file to the pixels of its first frame. */
    private double firstFrameMillis() throws Exception {
        long start = System.nanoTime();
        try (Clip clip = composition.clipReader().open(file)) {
            clip.frame(0);
            return (System.nanoTime() - start) / 1e6;
        }
    }

    private ObjectNode describe(ClipInfo info, DecodeRounds.Result result, double cold, double warm) {
        ObjectNode node = JsonText.object().put("file", file.toString());
        node.put("transfer_syntax_uid", info.identity().transferSyntaxUid());
        node.put("columns", info.columns()).put("rows", info.rows()).put("frames", info.frames());
        node.put("threads", threads).put("rounds", result.rounds()).put("decoded", result.decoded());
        node.put("seconds", result.nanos() / NANOS).put("frames_per_s", result.decoded() * NANOS / result.nanos());
        node.put("cpu_ms_per_frame", result.cpuNanos() / 1e6 / result.decoded());
        node.put("median_ms", result.percentileMillis(50)).put("p99_ms", result.percentileMillis(99));
        node.put("first_frame_ms", cold).put("first_frame_warm_ms", warm);
        return node.put("max_heap_bytes", result.maxHeapBytes());
    }

    private void print(ClipInfo info, DecodeRounds.Result result, double cold, double warm) {
        spec.commandLine().getOut().printf(Locale.ROOT, """
                %s
                frames            %d of %d × %d, %s
                threads           %d
                rounds            %d in %.2f s
                frames per second %.1f
                a frame           median %.2f ms, 99th percentile %.2f ms, %.2f ms of processor time
                first frame       %.0f ms from opening the file, %.1f ms once warm
                heap at most      %.0f MiB
                """, file, info.frames(), info.columns(), info.rows(),
                composition.uidName(info.identity().transferSyntaxUid()), threads, result.rounds(),
                result.nanos() / NANOS, result.decoded() * NANOS / result.nanos(), result.percentileMillis(50),
                result.percentileMillis(99), result.cpuNanos() / 1e6 / result.decoded(), cold, warm,
                result.maxHeapBytes() / (double) (1 << 20));
        spec.commandLine().getOut().flush();
    }
}
