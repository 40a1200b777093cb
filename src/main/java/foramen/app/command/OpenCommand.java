package foramen.app.command;

import foramen.app.composition.Composition;
import foramen.app.composition.UserException;
import foramen.app.sample.Demo;
import foramen.app.window.PlannerApplication;
import foramen.domain.clip.ClipLocation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code foramen open}, and {@code foramen} alone: the planner's window; where there is no display, the demo. */
@Command(name = "open", description = "Open the planner, on clips or where it was left.")
final class OpenCommand implements Callable<Integer> {
    private static final Logger LOG = LoggerFactory.getLogger(OpenCommand.class);
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss");

    private final Composition composition;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it before call()
    private CommandSpec spec;

    @Parameters(arity = "0..*", paramLabel = "FILE", description = "A clip; or several, a folder, a ZIP archive or a DICOMDIR to choose from.")
    private List<Path> files = List.of();

    @Option(names = "--exit-after-first-frame", hidden = true)
    private boolean exitAfterFirstFrame;

    OpenCommand(Composition composition) {
        this.composition = composition;
    }

    @Override
    public Integer call() throws Exception {
        for (Path file : files) {
            if (!Files.isReadable(ClipLocation.parse(file.toString()).file())) {
                throw new UserException(file + (Files.exists(file) ? " may not be read by you." : " does not exist."));
            }
        }
        String reason = "there is no display";
        if (hasDisplay(System.getenv(), System.getProperty("os.name", ""), System.getProperty("glass.platform", ""))) {
            try {
                PlannerApplication.run(composition, files, exitAfterFirstFrame ? spec.commandLine().getOut() : null);
                return 0;
            } catch (UnsupportedOperationException e) {
                // JavaFX says so of an X server that cannot be reached and of a system without GTK 3.
                LOG.warn("No window", e);
                reason = "the window cannot be shown (" + e.getMessage() + "; on Linux JavaFX needs GTK 3)";
            }
        }
        if (!files.isEmpty()) {
            throw new UserException(reason + "; 'foramen info', 'measure' and 'plan' work without one.");
        }
        return demoInstead(reason);
    }

    private int demoInstead(String reason) throws Exception {
        var out = spec.commandLine().getOut();
        Path folder = composition.home()
                .resolve("demo-" + STAMP.format(composition.clock().instant().atZone(composition.zone())));
        out.println("Because " + reason + ", the whole job is done on the sample clips without a window.");
        new Demo(composition).run(folder, new ConsoleProgress(spec.commandLine().getErr())).lines()
                .forEach(out::println);
        out.println("The results are in " + folder);
        return 0;
    }

    /** Whether a window can be shown: on Linux, where X11 or Wayland says so or JavaFX needs neither. */
    static boolean hasDisplay(Map<String, String> environment, String osName, String glassPlatform) {
        boolean elsewhere = !osName.toLowerCase(Locale.ROOT).contains("linux");
        return elsewhere || glassPlatform.equalsIgnoreCase("Headless")
                || !environment.getOrDefault("DISPLAY", "").isBlank()
                || !environment.getOrDefault("WAYLAND_DISPLAY", "").isBlank();
    }
}
