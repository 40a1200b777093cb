import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Makes a Linux package with jpackage and adds {@link LinuxFiles}. */
final class LinuxPackage {
    private final Product product;
    private final Path common;
    private final Path work;
    private final Map<String, String> environment;

    /** @param environment says how a .deb is compressed, in {@code FORAMEN_DEB_COMPRESSION} */
    LinuxPackage(Product product, Path common, Path work, Map<String, String> environment) {
        this.product = product;
        this.common = common;
        this.work = work;
        this.environment = environment;
    }

    /** Makes the package of {@code type} in {@code folder} by jpackage's {@code arguments}. */
    void make(String type, List<String> arguments, Path folder) throws IOException {
        if (type.equals("rpm")) {
            rpm(arguments);
        } else {
            deb(arguments, folder);
        }
    }

    private void deb(List<String> arguments, Path folder) throws IOException {
        // Compressed once, at the end.
        Tool.ofJdk("jpackage", arguments, Map.of("DPKG_DEB_COMPRESSOR_TYPE", "none"));
        Path plain;
        try (Stream<Path> made = Files.list(folder)) {
            plain = made.filter(f -> f.toString().endsWith(".deb")).findFirst().orElseThrow();
        }
        Path root = work.resolve("deb-root");
        Tool.run(List.of("dpkg-deb", "-R", plain.toString(), root.toString()), Map.of());
        Files.deleteIfExists(root.resolve("opt/" + product.get("package") + "/share/doc/copyright"));
        new LinuxFiles(product, common).lay(root);
        Stage.settle(root.resolve("opt"));
        ownDependencies(root.resolve("DEBIAN/control"));
        // With no desktop commands the scripts do nothing at all.
        for (String script : List.of("preinst", "postinst", "prerm", "postrm")) {
            Files.deleteIfExists(root.resolve("DEBIAN/" + script));
        }
        List<String> line = new ArrayList<>(List.of("dpkg-deb", "--root-owner-group"));
        line.addAll(Arrays.asList(environment.getOrDefault("FORAMEN_DEB_COMPRESSION", "-Zxz").split("\\s+")));
        line.addAll(List.of("-b", root.toString(), plain.toString()));
        Tool.run(line, Map.of());
    }

    /** jpackage names every package the build machine happens to link through, which no other distribution has all of. */
    private void ownDependencies(Path control) throws IOException {
        List<String> lines = Files.readAllLines(control, StandardCharsets.UTF_8).stream().filter(l -> !l.isBlank())
                .map(l -> l.startsWith("Depends:") ? "Depends: " + product.get("debian-depends") : l).toList();
        Files.write(control, lines, StandardCharsets.UTF_8);
    }

    private void rpm(List<String> arguments) throws IOException {
        Path files = work.resolve("rpm-files");
        new LinuxFiles(product, common).lay(files);
        Path resources = Files.createDirectories(work.resolve("rpm-resources"));
        String spec = Files.readString(common.resolveSibling("linux").resolve("foramen.spec"), StandardCharsets.UTF_8);
        Files.writeString(resources.resolve(product.get("package") + ".spec"),
                spec.replace("@FILES@", files.toString()).replace("@TIME@", Stage.TIME.toString()),
                StandardCharsets.UTF_8);
        List<String> line = new ArrayList<>(arguments);
        line.addAll(List.of("--resource-dir", resources.toString()));
        Tool.ofJdk("jpackage", line);
    }
}
