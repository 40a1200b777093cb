import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The files outside {@code /opt} of the Linux packages: command, menu entry, icons, type of file, licence.
 *
 * <p>They belong to the package, so that the package system removes them and its triggers refresh the desktop; jpackage
 * would lay them down by scripts that fail where there is no desktop.
 */
final class LinuxFiles {
    private static final List<Integer> SIZES = List.of(16, 24, 32, 48, 64, 128, 256, 512);

    private final Product product;
    private final Path common;

    LinuxFiles(Product product, Path common) {
        this.product = product;
        this.common = common;
    }

    /** Lays the files under {@code root} as they shall lie under {@code /}. */
    void lay(Path root) throws IOException {
        String name = product.get("package");
        Path command = root.resolve("usr/bin/" + name);
        Files.createDirectories(command.getParent());
        Files.createSymbolicLink(command, Path.of("/opt/" + name + "/bin/" + name));
        write(root.resolve("usr/share/applications/" + name + ".desktop"), desktopEntry());
        write(root.resolve("usr/share/mime/packages/" + name + ".xml"), typeOfFile());
        for (int side : SIZES) {
            Path icons = root.resolve("usr/share/icons/hicolor/" + side + "x" + side);
            copy(common.resolve("icons/foramen-" + side + ".png"), icons.resolve("apps/" + name + ".png"));
            copy(common.resolve("icons/foramen-" + side + ".png"),
                    icons.resolve("mimetypes/" + name + "-" + product.get("mime-type").replace('/', '-') + ".png"));
        }
        copy(common.resolve("foramen.svg"),
                root.resolve("usr/share/icons/hicolor/scalable/apps/" + name + ".svg"));
        write(root.resolve("usr/share/doc/" + name + "/copyright"), copyright());
        worldReadable(root);
    }

    private String desktopEntry() {
        return """
                [Desktop Entry]
                Type=Application
                Name=%s
                Comment=%s
                Exec=/opt/%3$s/bin/%3$s open %%F
                Icon=%3$s
                Terminal=false
                Categories=Science;MedicalSoftware;
                MimeType=%4$s;
                StartupNotify=true
                """.formatted(product.get("name"), product.get("description"), product.get("package"),
                product.get("mime-type"));
    }

    private String typeOfFile() {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <mime-info xmlns="http://www.freedesktop.org/standards/shared-mime-info">
                  <mime-type type="%1$s">
                    <comment>%2$s</comment>
                    <icon name="%3$s-%4$s"/>
                    <glob pattern="*.%5$s"/>
                  </mime-type>
                </mime-info>
                """.formatted(product.get("mime-type"), product.get("association"), product.get("package"),
                product.get("mime-type").replace('/', '-'), product.get("extension"));
    }

    private String copyright() {
        return """
                Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/
                Upstream-Name: %1$s

                Files: *
                Copyright: %2$s
                License: Apache-2.0
                 On Debian systems the text is in /usr/share/common-licenses/Apache-2.0.
                 It, the notices and the licences of the libraries are in /opt/%3$s/lib/app.
                """.formatted(product.get("name"), product.get("copyright"), product.get("package"));
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text, StandardCharsets.UTF_8);
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        Files.copy(from, to);
    }

    /** Whatever the mask of who builds: a package whose files only root may read is of no use. */
    static void worldReadable(Path root) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            for (Path p : all.filter(f -> !Files.isSymbolicLink(f)).toList()) {
                p.toFile().setReadable(true, false);
                if (Files.isDirectory(p)) {
                    p.toFile().setExecutable(true, false);
                }
            }
        }
    }
}
