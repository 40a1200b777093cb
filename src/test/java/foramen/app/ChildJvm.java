package foramen.app;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Another Java process on the class path of the test, with JavaFX where the test has it. */
final class ChildJvm {
    private ChildJvm() {}

    /** A process that will run {@code main}, with {@code folder} for temporary files and without a display. */
    static ProcessBuilder of(Path folder, boolean headlessFx, String main, String... args) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-XX:TieredStopAtLevel=1");
        command.add("-Djava.io.tmpdir=" + Files.createDirectories(folder.resolve("tmp")));
        for (String argument : ManagementFactory.getRuntimeMXBean().getInputArguments()) {
            boolean modules = argument.startsWith("--");
            boolean platform = argument.startsWith("-Dglass.") || argument.startsWith("-Dprism.");
            if (modules || (platform && headlessFx)) {
                command.add(argument);
            }
        }
        command.add("-Dforamen.samples=" + Terminal.sample("").toAbsolutePath());
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add(main);
        command.addAll(List.of(args));
        ProcessBuilder builder = new ProcessBuilder(command);
        Map<String, String> environment = builder.environment();
        environment.remove("DISPLAY");
        environment.remove("WAYLAND_DISPLAY");
        environment.put("FORAMEN_HOME", folder.resolve("home").toString());
        return builder;
    }

    /** Runs it to its end. */
    static Terminal.Said run(Path folder, ProcessBuilder builder) throws IOException, InterruptedException {
        Path out = folder.resolve("stdout");
        Path err = folder.resolve("stderr");
        Process process = builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
        try {
            if (!process.waitFor(120, TimeUnit.SECONDS)) {
                throw new AssertionError("the process does not come to an end");
            }
        } finally {
            process.destroyForcibly().waitFor();
        }
        return new Terminal.Said(process.exitValue(), Files.readString(out, StandardCharsets.UTF_8),
                Files.readString(err, StandardCharsets.UTF_8));
    }
}
