package foramen.app.window;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Shows a file or folder in whatever program the platform has for it. */
final class SystemOpener {
    private SystemOpener() {}

    /**
     * Starts that program and does not wait for it.
     *
     * @throws IOException where there is none
     */
    static void open(Path file) throws IOException {
        new ProcessBuilder(command(System.getProperty("os.name", ""), file)).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
    }

    /** The platform's own command for it; the file's name is one argument, whatever is in it. */
    static List<String> command(String system, Path file) {
        String name = system.toLowerCase(Locale.ROOT);
        String path = file.toAbsolutePath().toString();
        if (name.contains("win")) {
            return List.of("rundll32.exe", "url.dll,FileProtocolHandler", path);
        }
        return List.of(name.contains("mac") ? "/usr/bin/open" : "xdg-open", path);
    }
}
