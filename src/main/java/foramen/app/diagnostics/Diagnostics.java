package foramen.app.diagnostics;

import foramen.app.composition.ProductVersion;
import foramen.domain.preference.Preferences;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.stage.Screen;

/**
 * What somebody needs who is to find a fault: versions, machine, settings and the end of the log. Neither who uses the
 * program nor any patient is in it; it is English in every language, as it goes to whoever maintains the program.
 */
public final class Diagnostics {
    private static final int LINES = 120;
    private static final double MIB = 1 << 20;

    private final Path home;

    /** About the program with its records in {@code home}. */
    public Diagnostics(Path home) {
        this.home = home;
    }

    /**
     * The text; work for a job, since it reads the log.
     *
     * @param screens the sizes and scales of the screens, in words
     */
    public String text(Preferences preferences, List<String> screens) {
        List<String> lines = new ArrayList<>();
        lines.add("Foramen " + ProductVersion.current());
        lines.add("Java " + property("java.runtime.version") + ", " + property("java.vendor"));
        lines.add("JavaFX " + property("javafx.runtime.version") + ", pipeline " + property("prism.order"));
        lines.add("System " + property("os.name") + " " + property("os.version") + ", " + property("os.arch"));
        Runtime runtime = Runtime.getRuntime();
        lines.add(String.format(Locale.ROOT, "Memory %.0f MiB of at most %.0f MiB, %d processors",
                (runtime.totalMemory() - runtime.freeMemory()) / MIB, runtime.maxMemory() / MIB,
                runtime.availableProcessors()));
        lines.add("Screens " + String.join(", ", screens));
        lines.add("Language " + Locale.getDefault(Locale.Category.DISPLAY).toLanguageTag() + ", numbers "
                + Locale.getDefault(Locale.Category.FORMAT).toLanguageTag());
        lines.add("Records " + (isServer(System.getenv()) ? "on a server" : "in a file"));
        lines.add("");
        lines.addAll(settings(preferences));
        lines.add("");
        lines.addAll(log());
        return String.join("\n", lines) + "\n";
    }

    /** The sizes and scales of the screens; on the interface thread. */
    public static List<String> screens() {
        return Screen.getScreens().stream().map(s -> Math.round(s.getBounds().getWidth()) + "x"
                + Math.round(s.getBounds().getHeight()) + " at " + Math.round(s.getOutputScaleX() * 100) + " %")
                .toList();
    }

    /** All settings but the operator's name. */
    private static List<String> settings(Preferences p) {
        return List.of("Settings", "  language " + p.language().orElse("of the system"), "  theme " + p.theme(),
                "  large targets " + p.largeTargets(), "  keys " + p.keyScheme() + ", changed " + p.changedKeys(),
                "  free drag " + p.freeDrag(), "  loupe " + p.loupe());
    }

    private List<String> log() {
        List<String> lines = new ArrayList<>();
        try {
            List<String> tail = LogFile.tail(home, LINES);
            lines.add(tail.isEmpty() ? "Log: nothing was written" : "Log, last " + tail.size() + " lines");
            lines.addAll(tail);
        } catch (IOException e) {
            lines.add("The log could not be read: " + e.getClass().getSimpleName());
        }
        return lines;
    }

    private static boolean isServer(Map<String, String> environment) {
        return !environment.getOrDefault("FORAMEN_DB", "").isBlank();
    }

    private static String property(String name) {
        return System.getProperty(name, "not said");
    }
}
