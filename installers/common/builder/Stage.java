import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * Lays out what goes into the program: jars without natives, and beside them the natives of one platform, ready to load.
 *
 * <p>Every file gets one time, because a cache of classes is bound to the times of the jars it was made from.
 */
final class Stage {
    /** The one time of all files. */
    static final FileTime TIME = FileTime.from(Instant.parse("2026-01-01T00:00:00Z"));

    private final Platform platform;
    private final Path dist;
    private final Path input;
    private final Path javafxModules;
    private final Path javafxLibraries;

    /**
     * @param dist the folder {@code target/foramen} of the build
     * @param work where everything is laid out
     */
    Stage(Platform platform, Path dist, Path work) {
        this.platform = platform;
        this.dist = dist;
        this.input = work.resolve("input");
        this.javafxModules = work.resolve("javafx");
        this.javafxLibraries = work.resolve("javafx-libraries");
    }

    /** What becomes the folder of the jars. */
    Path input() {
        return input;
    }

    /** JavaFX's modules without their libraries. */
    Path javafxModules() {
        return javafxModules;
    }

    /** JavaFX's libraries. */
    Path javafxLibraries() {
        return javafxLibraries;
    }

    /** Lays everything out. */
    void lay() throws IOException {
        Path natives = Files.createDirectories(input.resolve("natives"));
        Files.createDirectories(javafxModules);
        Files.createDirectories(javafxLibraries);
        Natives bytedeco = new Natives(platform);
        for (Path jar : files(dist.resolve("lib"), ".jar")) {
            String name = jar.getFileName().toString();
            if (isNativesJar(name)) {
                bytedeco.add(jar);
            } else if (name.startsWith("sqlite-jdbc")) {
                Natives.sqlite(jar, platform, natives);
                strip(jar, input.resolve(name), n -> n.startsWith("org/sqlite/native/"));
            } else {
                // One name whatever the version, for jpackage and for the cache of classes.
                Files.copy(jar, input.resolve(name.matches("foramen-\\d.*") ? "foramen.jar" : name));
            }
        }
        bytedeco.write(input.resolve("foramen.jar"), natives);
        for (Path jar : files(dist.resolve("lib/javafx"), ".jar")) {
            if (jar.getFileName().toString().contains("-" + platform.javafx)) {
                extract(jar, javafxLibraries, platform::isLibrary);
                strip(jar, javafxModules.resolve(jar.getFileName()), platform::isLibrary);
            }
        }
        copyTree(dist.resolve("sample-dicom"), input.resolve("sample-dicom"));
        for (String text : List.of("LICENSE", "NOTICE")) {
            Files.copy(dist.resolve(text), input.resolve(text));
        }
        copyTree(dist.resolve("licences"), input.resolve("licences"));
        for (Path jar : files(dist.resolve("lib"), ".jar")) {
            licences(jar, input.resolve("licences"));
        }
        settle(input);
    }

    /** Keeps the licence and notice that a jar brings along, in a folder of its name. */
    private static void licences(Path jar, Path folder) throws IOException {
        Path own = folder.resolve(jar.getFileName().toString().replaceFirst("\\.jar$", ""));
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(jar))) {
            for (ZipEntry e = in.getNextEntry(); e != null; e = in.getNextEntry()) {
                String name = e.getName().substring(e.getName().lastIndexOf('/') + 1);
                boolean near = e.getName().startsWith("META-INF/") || !e.getName().contains("/");
                if (near && !e.isDirectory() && name.matches("(?i)(LICEN[CS]E|NOTICE|COPYING|about)([._-].*)?")
                        && !name.endsWith(".class")) {
                    Files.createDirectories(own);
                    Files.copy(in, own.resolve(name), StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }

    private static boolean isNativesJar(String name) {
        return name.matches(".*-(linux|windows|macosx)-(x86_64|arm64)\\.jar");
    }

    private static void extract(Path jar, Path folder, Predicate<String> wanted) throws IOException {
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(jar))) {
            for (ZipEntry e = in.getNextEntry(); e != null; e = in.getNextEntry()) {
                if (!e.isDirectory() && wanted.test(e.getName())) {
                    Path file = folder.resolve(e.getName().substring(e.getName().lastIndexOf('/') + 1));
                    Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }

    private static void strip(Path jar, Path out, Predicate<String> unwanted) throws IOException {
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(jar));
                OutputStream file = Files.newOutputStream(out);
                ZipOutputStream zip = new ZipOutputStream(file)) {
            for (ZipEntry e = in.getNextEntry(); e != null; e = in.getNextEntry()) {
                if (!unwanted.test(e.getName())) {
                    ZipEntry kept = new ZipEntry(e.getName());
                    kept.setLastModifiedTime(TIME);
                    zip.putNextEntry(kept);
                    in.transferTo(zip);
                    zip.closeEntry();
                }
            }
        }
    }

    /** Copies a folder with all that is in it. */
    static void copyTree(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path p : all.toList()) {
                Path target = to.resolve(from.relativize(p).toString());
                if (Files.isDirectory(p)) {
                    Files.createDirectories(target);
                } else {
                    try (InputStream in = Files.newInputStream(p)) {
                        Files.copy(in, target, StandardCopyOption.REPLACE_EXISTING);
                    }
                }
            }
        }
    }

    /** Gives all files in {@code folder} the one time; jpackage does not keep it when it copies. */
    static void settle(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path p : all.filter(f -> !Files.isSymbolicLink(f)).toList()) {
                Files.setLastModifiedTime(p, TIME);
            }
        }
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return new ArrayList<>(all.filter(f -> f.getFileName().toString().endsWith(ending))
                    .sorted(Comparator.comparing(f -> f.getFileName().toString())).toList());
        }
    }

    /** The version in the name of the build's own jar. */
    static String versionOf(Path dist) throws IOException {
        return files(dist.resolve("lib"), ".jar").stream().map(f -> f.getFileName().toString())
                .filter(n -> n.matches("foramen-\\d.*\\.jar")).map(n -> n.replaceAll("^foramen-|\\.jar$", ""))
                .findFirst().orElseThrow(() -> new IOException(
                        dist + " holds no foramen-VERSION.jar; build it first: mvn -DskipTests package"));
    }
}
