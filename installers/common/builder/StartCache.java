import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Records one start of the packaged program and keeps its loaded and linked classes beside the jars (JEP 483, JEP 514).
 *
 * <p>The Java machine ignores a cache that does not fit its jars and starts as without one.
 */
final class StartCache {
    private static final String FILE = "foramen.aot";

    private final Path app;
    private final Path java;

    /**
     * @param app the folder of the jars in the program's folder
     * @param java the launcher of the packaged runtime
     */
    StartCache(Path app, Path java) {
        this.app = app;
        this.java = java;
    }

    /** Makes the cache and adds it to the options of every launcher. */
    void make(Path home) throws IOException {
        List<Path> settings;
        try (Stream<Path> all = Files.list(app)) {
            settings = all.filter(f -> f.toString().endsWith(".cfg")).toList();
        }
        List<String> lines = Files.readAllLines(settings.getFirst(), StandardCharsets.UTF_8);
        Path cache = app.resolve(FILE);
        List<String> line = new ArrayList<>(List.of(java.toString(), "-XX:AOTCacheOutput=" + cache, "-cp",
                String.join(System.getProperty("path.separator"), values(lines, "app.classpath"))));
        line.addAll(values(lines, "java-options"));
        // Without a screen the platform's own window system is left out; everything else is as on a screen.
        line.addAll(List.of("-Dglass.platform=Headless", "-Dprism.order=sw", "foramen.app.Main", "open",
                "--exit-after-first-frame",
                app.resolve("sample-dicom/b-ischial-spine-left-calcification.dcm").toString()));
        Tool.run(line, Map.of("FORAMEN_HOME", home.toString()));
        if (!Files.isRegularFile(cache)) {
            throw new IOException("the recorded start left no " + cache);
        }
        for (Path file : settings) {
            List<String> changed = new ArrayList<>(Files.readAllLines(file, StandardCharsets.UTF_8));
            changed.add(changed.indexOf("[JavaOptions]") + 1, "java-options=-XX:AOTCache=$APPDIR/" + FILE);
            Files.write(file, changed, StandardCharsets.UTF_8);
        }
    }

    private List<String> values(List<String> lines, String key) {
        return lines.stream().filter(l -> l.startsWith(key + "=")).map(l -> l.substring(key.length() + 1))
                .map(v -> v.replace("$APPDIR", app.toString())).toList();
    }
}
