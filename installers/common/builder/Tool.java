import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs a program and fails with its own words where it fails. */
final class Tool {
    private static final long MINUTES = 20;

    private Tool() {}

    /** Runs {@code name} of the JDK this runs on. */
    static String ofJdk(String name, List<String> arguments) throws IOException {
        return ofJdk(name, arguments, Map.of());
    }

    /** Runs {@code name} of the JDK this runs on, with more in its environment. */
    static String ofJdk(String name, List<String> arguments, Map<String, String> environment) throws IOException {
        List<String> line = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", name).toString()));
        line.addAll(arguments);
        return run(line, environment);
    }

    /** Runs {@code line} and returns what it printed. */
    static String run(List<String> line, Map<String, String> environment) throws IOException {
        Path said = Files.createTempFile("foramen-tool", ".txt");
        try {
            ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(said.toFile());
            builder.environment().putAll(environment);
            Process process = builder.start();
            if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new IOException(line.getFirst() + " did not end within " + MINUTES + " minutes");
            }
            String text = new String(Files.readAllBytes(said), StandardCharsets.UTF_8);
            if (process.exitValue() != 0) {
                throw new IOException(
                        String.join(" ", line) + " ended with " + process.exitValue() + ":\n" + text);
            }
            return text;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while " + line.getFirst() + " ran", e);
        } finally {
            Files.deleteIfExists(said);
        }
    }
}
