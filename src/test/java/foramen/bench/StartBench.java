package foramen.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * Start to first frame, against an empty JavaFX window in the same run.
 *
 * <p>Both are processes of their own, started in turn with the same JVM options; the clock runs from the start of the
 * process to the line it prints after its first paint, and what it used of the processor until then is told beside it,
 * which a busy machine changes less. Arguments: clip, rounds.
 */
public final class StartBench {
    /** What a process prints once it has painted. */
    static final String SIGNAL = "first frame painted";

    private StartBench() {}

    /** Measures and prints medians, spread and ratio. */
    public static void main(String[] args) throws IOException, InterruptedException {
        Path clip = Path.of(args[0]);
        int rounds = args.length > 1 ? Integer.parseInt(args[1]) : 9;
        Path home = Files.createTempDirectory("foramen-bench");
        List<Start> empty = new ArrayList<>();
        List<Start> planner = new ArrayList<>();
        for (int i = 0; i <= rounds; i++) {
            Start e = start(home, List.of(EmptyWindow.class.getName()));
            Start p = start(home, List.of("foramen.app.Main", "open", "--exit-after-first-frame", clip.toString()));
            if (i > 0) {
                // The first round warms the file cache.
                empty.add(e);
                planner.add(p);
            }
        }
        say("empty window", empty);
        say("first frame", planner);
        System.out.printf(Locale.ROOT, "ratio by the clock %.2f, by the processor %.2f%n",
                median(planner, Start::millis) / median(empty, Start::millis),
                median(planner, Start::processor) / median(empty, Start::processor));
    }

    /** How long a start took, and how much of the processor, both in milliseconds. */
    private record Start(double millis, double processor) {}

    private static void say(String what, List<Start> starts) {
        List<Double> millis = starts.stream().map(Start::millis).toList();
        List<Double> processor = starts.stream().map(Start::processor).toList();
        System.out.printf(Locale.ROOT, "%-13s median %.0f ms (%.0f–%.0f), processor %.0f ms (%.0f–%.0f), n %d%n", what,
                median(starts, Start::millis), Collections.min(millis), Collections.max(millis),
                median(starts, Start::processor), Collections.min(processor), Collections.max(processor),
                starts.size());
    }

    private static Start start(Path home, List<String> command) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>();
        line.add(ProcessHandle.current().info().command().orElse("java"));
        line.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        line.add("-cp");
        line.add(System.getProperty("java.class.path"));
        line.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
        builder.environment().put("FORAMEN_HOME", home.toString());
        long start = System.nanoTime();
        Process process = builder.start();
        try (var reader = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            StringBuilder said = new StringBuilder();
            String text = reader.readLine();
            while (text != null) {
                if (text.equals(SIGNAL)) {
                    double millis = (System.nanoTime() - start) / 1e6;
                    double processor = process.toHandle().info().totalCpuDuration().map(d -> d.toNanos() / 1e6)
                            .orElse(Double.NaN);
                    process.getOutputStream().close();
                    process.waitFor();
                    return new Start(millis, processor);
                }
                said.append(text).append('\n');
                text = reader.readLine();
            }
            throw new IOException("the process ended without painting: " + said);
        }
    }

    private static double median(List<Start> starts, ToDoubleFunction<Start> value) {
        List<Double> sorted = starts.stream().mapToDouble(value).sorted().boxed().toList();
        int n = sorted.size();
        return n % 2 == 1 ? sorted.get(n / 2) : (sorted.get(n / 2 - 1) + sorted.get(n / 2)) / 2;
    }
}
