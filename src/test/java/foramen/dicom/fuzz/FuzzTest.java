package foramen.dicom.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Files and streams changed at random bring nothing but the engine's own refusals: no other exception, no case of more
 * than two seconds, no end of memory under 512 MiB, and no crash of native code, which is why this runs in processes of
 * its own. {@code -Dforamen.fuzz=N} sets the number of cases, {@code -Dforamen.fuzz.first=N} the first of them.
 */
class FuzzTest {
    private static final int PROCESSES = 2;

    @Test
    void changedFilesBringOnlyTheEnginesOwnRefusals(@TempDir Path folder) throws Exception {
        long count = Long.getLong("foramen.fuzz", 200_000);
        long first = Long.getLong("foramen.fuzz.first", 0);
        List<Process> processes = new ArrayList<>();
        for (int i = 0; i < PROCESSES; i++) {
            processes.add(start(folder, i, first + i, count - i));
        }
        for (int i = 0; i < PROCESSES; i++) {
            boolean ended = processes.get(i).waitFor(2, TimeUnit.HOURS);
            String said = said(folder, i);
            assertTrue(ended, said);
            assertEquals(0, processes.get(i).exitValue(), said);
            assertTrue(said.contains(" cases from "), said);
        }
    }

    private static Process start(Path folder, int number, long first, long count) throws IOException {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java")
                .toString(), "-Xmx512m", "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED",
                "-Djava.awt.headless=true"));
        for (String property : new String[]{"foramen.shared", "foramen.natives"}) {
            String value = System.getProperty(property);
            if (value != null) {
                command.add("-D" + property + "=" + value);
            }
        }
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), FuzzMain.class.getName(),
                Long.toString(first), Long.toString(count), note(folder, number).toString(),
                Integer.toString(PROCESSES)));
        return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log(folder, number).toFile())
                .start();
    }

    private static Path note(Path folder, int number) {
        return folder.resolve("case" + number);
    }

    private static Path log(Path folder, int number) {
        return folder.resolve("log" + number);
    }

    private static String said(Path folder, int number) throws IOException {
        String last = Files.exists(note(folder, number))
                ? Files.readString(note(folder, number), StandardCharsets.UTF_8).strip()
                : "none";
        return Files.readString(log(folder, number), StandardCharsets.UTF_8) + "\nThe last case was " + last;
    }
}
