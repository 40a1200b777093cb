import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Makes the installers of this platform, or says which arguments jpackage would get on any.
 *
 * <p>{@code java installers/common/builder/Package.java build DIST OUT [TYPE…]} and
 * {@code java installers/common/builder/Package.java arguments [VERSION]}. Needs nothing but a JDK 25 and the platform's own
 * packager (dpkg-deb, rpmbuild; WiX; nothing on macOS). The scripts in the folders beside this one call it.
 */
final class Package {
    private static final Path COMMON = Path.of("installers/common").toAbsolutePath();

    private final Platform platform = Platform.here();
    private final Path dist;
    private final Path out;
    private final Path work;
    private final Product product;
    private final Arguments arguments;

    private Package(Path dist, Path out) throws IOException {
        this.dist = dist.toAbsolutePath();
        this.out = out.toAbsolutePath();
        this.work = this.out.resolve("work");
        this.product = Product.read(COMMON.resolve("package.properties"), Stage.versionOf(dist));
        this.arguments = new Arguments(product, platform, COMMON, System.getenv());
    }

    /** Does what the first argument says. */
    public static void main(String[] args) throws IOException {
        if (args.length >= 1 && args.length <= 2 && args[0].equals("arguments")) {
            printArguments(args.length == 2 ? args[1] : "0.0.0");
        } else if (args.length >= 3 && args[0].equals("build")) {
            new Package(Path.of(args[1]), Path.of(args[2])).build(List.of(args).subList(3, args.length));
        } else {
            System.err.println("usage: Package.java build DIST OUT [TYPE...] | arguments [VERSION]");
            System.exit(2);
        }
    }

    /** One argument a line, each behind its platform and kind, for whoever compares them. */
    private static void printArguments(String version) throws IOException {
        Product product = Product.read(COMMON.resolve("package.properties"), version);
        Path none = Path.of("-");
        for (Platform platform : Platform.values()) {
            Arguments a = new Arguments(product, platform, COMMON, Map.of());
            a.image(none, none, none, none).forEach(v -> System.out.println(platform.title + "\timage\t" + v));
            for (String type : platform.types) {
                a.installer(type, none, none, none, none)
                        .forEach(v -> System.out.println(platform.title + "\t" + type + "\t" + v));
            }
            associationText(product).lines()
                    .forEach(v -> System.out.println(platform.title + "\tassociation\t" + v));
        }
    }

    private void build(List<String> types) throws IOException {
        delete(work);
        Files.createDirectories(work);
        Stage stage = new Stage(platform, dist, work);
        stage.lay();
        say("laid out", stage.input());
        Path runtime = work.resolve("runtime");
        new RuntimeImage(product, platform, stage).link(runtime);
        say("linked", runtime);
        Path images = Files.createDirectories(work.resolve("image"));
        Tool.ofJdk("jpackage", arguments.image(stage.input(), runtime, images, consoleLauncher()));
        Path image = images.resolve(platform == Platform.MAC ? arguments.name() + ".app" : arguments.name());
        Stage.settle(image);
        new StartCache(app(image), java(image)).make(work.resolve("home"));
        say("recorded a start in", app(image));
        if (platform == Platform.LINUX) {
            LinuxFiles.worldReadable(image);
        }
        for (String type : types.isEmpty() ? platform.types.subList(0, 1) : types) {
            installer(type, image);
        }
    }

    private void installer(String type, Path image) throws IOException {
        Path made = Files.createDirectories(work.resolve(type));
        List<String> line = arguments.installer(type, image, made, association(), dist.resolve("LICENSE"));
        if (platform == Platform.LINUX) {
            new LinuxPackage(product, COMMON, work, System.getenv()).make(type, line, made);
        } else {
            Tool.ofJdk("jpackage", line);
        }
        try (Stream<Path> files = Files.list(made)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path kept = out.resolve(file.getFileName());
                Files.move(file, kept, StandardCopyOption.REPLACE_EXISTING);
                say("made", kept);
            }
        }
    }

    private Path app(Path image) {
        return switch (platform) {
            case LINUX -> image.resolve("lib/app");
            case WINDOWS -> image.resolve("app");
            case MAC -> image.resolve("Contents/app");
        };
    }

    private Path java(Path image) {
        return switch (platform) {
            case LINUX -> image.resolve("lib/runtime/bin/java");
            case WINDOWS -> image.resolve("runtime/bin/java.exe");
            case MAC -> image.resolve("Contents/runtime/Contents/Home/bin/java");
        };
    }

    private Path association() throws IOException {
        return write("association.properties", associationText(product));
    }

    private static String associationText(Product product) {
        return "extension=" + product.get("extension") + "\nmime-type=" + product.get("mime-type") + "\ndescription="
                + product.get("association") + "\n";
    }

    private Path consoleLauncher() throws IOException {
        return write("console.properties", "win-console=true\nwin-menu=false\nwin-shortcut=false\n");
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(work.resolve(name), text, StandardCharsets.UTF_8);
    }

    private static void say(String done, Path where) throws IOException {
        try (Stream<Path> all = Files.walk(where)) {
            long bytes = 0;
            for (Path p : all.filter(Files::isRegularFile).toList()) {
                bytes += Files.size(p);
            }
            System.out.println(done + " " + where + " (" + (bytes >> 20) + " MiB)");
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            List<Path> all = new ArrayList<>();
            try (Stream<Path> walk = Files.walk(folder)) {
                walk.sorted(Comparator.reverseOrder()).forEach(all::add);
            }
            for (Path p : all) {
                Files.delete(p);
            }
        }
    }
}
