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

/**
 * Start to first frame, against an empty JavaFX window in the same run.
 *
 * <p>Both are processes of their own, started in turn with the same JVM options; the clock runs from the start of the
 * process to the line it prints after its first paint. Arguments: clip, rounds.
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
        List<Double> empty = new ArrayList<>();
        List<Double> planner = new ArrayList<>();
        for (int i = 0; i <= rounds; i++) {
            double e = millis(home, List.of(EmptyWindow.class.getName()));
            double p = millis(home, List.of("foramen.app.Main", "open", "--exit-after-first-frame", clip.toString()));
            if (i > 0) {
                // The first round warms the file cache.
                empty.add(e);
                planner.add(p);
            }
        }
        System.out.printf(Locale.ROOT, "empty window  median %.0f ms (%.0f–%.0f, n %d)%n", median(empty),
                Collections.min(empty), Collections.max(empty), rounds);
        System.out.printf(Locale.ROOT, "first frame   median %.0f ms (%.0f–%.0f, n %d)%n", median(planner),
                Collections.min(planner), Collections.max(planner), rounds);
        System.out.printf(Locale.ROOT, "ratio         %.2f%n", median(planner) / median(empty));
    }

    private static double millis(Path home, List<String> command) throws IOException, InterruptedException {
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
                    process.waitFor();
                    return millis;
                }
                said.append(text).append('\n');
                text = reader.readLine();
            }
            throw new IOException("the process ended without painting: " + said);
        }
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int n = sorted.size();
        return n % 2 == 1 ? sorted.get(n / 2) : (sorted.get(n / 2 - 1) + sorted.get(n / 2)) / 2;
    }
}
