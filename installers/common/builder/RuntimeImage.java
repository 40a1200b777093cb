import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Links the Java runtime with JavaFX in it, and puts JavaFX's libraries where it looks for them first. */
final class RuntimeImage {
    private final Product product;
    private final Platform platform;
    private final Stage stage;

    RuntimeImage(Product product, Platform platform, Stage stage) {
        this.product = product;
        this.platform = platform;
        this.stage = stage;
    }

    /** Links the runtime into {@code folder}. */
    void link(Path folder) throws IOException {
        requireAllModules();
        Tool.ofJdk("jlink", List.of("--module-path", stage.javafxModules().toString(), "--add-modules",
                product.get("modules") + "," + product.get("modules-by-name"), "--include-locales",
                product.get("locales"), "--strip-debug", "--no-man-pages", "--no-header-files", "--output",
                folder.toString()));
        Path libraries = folder.resolve(platform == Platform.WINDOWS ? "bin" : "lib");
        Stage.copyTree(stage.javafxLibraries(), libraries);
        // For the cache of classes a plain launcher stays; the other commands have no business in a program.
        try (Stream<Path> commands = Files.list(folder.resolve("bin"))) {
            for (Path command : commands.toList()) {
                if (command.getFileName().toString().matches("(keytool|jrunscript|rmiregistry|jwebserver|jfr)(\\.exe)?")) {
                    Files.delete(command);
                }
            }
        }
    }

    /** Compares the list of modules with what jdeps finds, so that a new library cannot lack one unseen. */
    private void requireAllModules() throws IOException {
        List<String> line = new java.util.ArrayList<>(List.of("--multi-release", "25", "--ignore-missing-deps",
                "--print-module-deps", "--module-path", stage.javafxModules().toString(), "--add-modules",
                "javafx.controls"));
        try (Stream<Path> jars = Files.list(stage.input())) {
            jars.filter(j -> j.toString().endsWith(".jar")).map(Path::toString).sorted().forEach(line::add);
        }
        Set<String> needed = new TreeSet<>(Arrays.asList(Tool.ofJdk("jdeps", line).strip().split(",")));
        needed.removeAll(product.list("modules", ","));
        // Those of JavaFX come with its controls.
        needed.removeIf(m -> m.startsWith("javafx."));
        if (!needed.isEmpty()) {
            throw new IOException("package.properties must name these modules too: " + String.join(",", needed));
        }
    }
}
