import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The arguments of jpackage: one list for what all platforms share, and the few that only one of them knows. */
final class Arguments {
    private final Product product;
    private final Platform platform;
    private final Path common;
    private final Map<String, String> environment;

    /**
     * @param common the folder {@code installers/common}
     * @param environment names the identity that signs, on macOS
     */
    Arguments(Product product, Platform platform, Path common, Map<String, String> environment) {
        this.product = product;
        this.platform = platform;
        this.common = common;
        this.environment = environment;
    }

    /** The name of the launcher and of the installed program. */
    String name() {
        return platform == Platform.LINUX ? product.get("package") : product.get("name");
    }

    /** The version as the platform wants it: Apple's must begin with one or more, so it is one ahead there. */
    String version() {
        if (platform != Platform.MAC) {
            return product.version();
        }
        int dot = product.version().indexOf('.');
        return Integer.parseInt(product.version().substring(0, dot)) + 1 + product.version().substring(dot);
    }

    /** Arguments for the program as a folder. */
    List<String> image(Path input, Path runtime, Path out, Path consoleLauncher) {
        List<String> a = shared(out);
        a.addAll(List.of("--type", "app-image", "--input", input.toString(), "--runtime-image", runtime.toString(),
                "--main-jar", product.get("package") + ".jar", "--main-class", product.get("main-class"), "--icon",
                icon().toString()));
        product.list("java-options", "\\s+").forEach(o -> a.addAll(List.of("--java-options", o)));
        switch (platform) {
            case LINUX -> {}
            // A program of Windows has a window or a console; the command line needs one with a console.
            case WINDOWS -> a.addAll(List.of("--add-launcher", product.get("package") + "-cli=" + consoleLauncher));
            case MAC -> a.addAll(macImage());
        }
        return a;
    }

    /** Arguments for the installer of {@code type}, made of the folder {@code image}. */
    List<String> installer(String type, Path image, Path out, Path association, Path licence) {
        List<String> a = shared(out);
        a.addAll(List.of("--type", type, "--app-image", image.toString(), "--license-file", licence.toString()));
        switch (platform) {
            // Menu entry, icons and association are files of the package here; see LinuxFiles.
            case LINUX -> a.addAll(linux(type));
            case WINDOWS -> a.addAll(List.of("--file-associations", association.toString(), "--win-menu",
                    "--win-menu-group", product.get("name"), "--win-shortcut-prompt", "--win-dir-chooser",
                    "--win-upgrade-uuid", product.get("windows-upgrade-uuid")));
            case MAC -> {
                a.addAll(List.of("--file-associations", association.toString()));
                a.addAll(signing());
            }
        }
        return a;
    }

    private List<String> shared(Path out) {
        return new ArrayList<>(List.of("--dest", out.toString(), "--name", name(), "--app-version", version(),
                "--vendor", product.get("vendor"), "--description", product.get("description"), "--copyright",
                product.get("copyright")));
    }

    private List<String> linux(String type) {
        List<String> a = new ArrayList<>(List.of("--linux-package-name", product.get("package"),
                "--linux-app-category", type.equals("deb") ? "science" : "Applications/Engineering"));
        a.addAll(type.equals("deb")
                ? List.of("--linux-deb-maintainer", product.get("maintainer"))
                : List.of("--linux-rpm-license-type", product.get("licence"), "--linux-package-deps",
                        product.get("rpm-requires")));
        return a;
    }

    private List<String> macImage() {
        List<String> a = new ArrayList<>(List.of("--mac-package-identifier", product.get("mac-identifier")));
        a.addAll(signing());
        return a;
    }

    private List<String> signing() {
        String identity = environment.getOrDefault("FORAMEN_MAC_SIGNING_IDENTITY", "");
        return identity.isBlank() ? List.of() : List.of("--mac-sign", "--mac-signing-key-user-name", identity);
    }

    private Path icon() {
        return common.resolve("icons").resolve(switch (platform) {
            case LINUX -> "foramen-512.png";
            case WINDOWS -> "foramen.ico";
            case MAC -> "foramen.icns";
        });
    }
}
