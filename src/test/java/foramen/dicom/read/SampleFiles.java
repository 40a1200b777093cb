package foramen.dicom.read;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** The public sample files beside the project, where they are. */
final class SampleFiles {
    private SampleFiles() {}

    /** All of them; where the folder is absent the test is skipped. */
    static List<Path> all() {
        Path folder = Path.of(System.getProperty("foramen.shared", "absent"), "samples");
        Assumptions.assumeTrue(Files.isDirectory(folder), "the shared sample files are not here");
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static boolean isInstalled(String tool) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(f -> Files.isExecutable(Path.of(f, tool)));
    }

    static String run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }
}
