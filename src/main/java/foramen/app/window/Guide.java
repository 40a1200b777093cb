package foramen.app.window;

import foramen.app.composition.Composition;
import foramen.app.composition.ProductVersion;
import foramen.app.guide.GuidePages;
import foramen.ui.support.FxJobRunner;
import foramen.ui.support.Words;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What helps beside the window itself: the guide, in the browser, and folders in the file manager. */
final class Guide {
    private static final Logger LOG = LoggerFactory.getLogger(Guide.class);

    private final Path home;
    private final Words words;
    private final FxJobRunner jobs;
    private final Consumer<String> complain;

    /**
     * @param composition the rooms
     * @param jobs writes the pages off the interface thread
     * @param complain shows a sentence where something cannot be opened
     */
    Guide(Composition composition, FxJobRunner jobs, Consumer<String> complain) {
        this.home = composition.home();
        this.words = composition.words();
        this.jobs = jobs;
        this.complain = complain;
    }

    /** Writes the guide of this version and shows its first page. */
    void open() {
        jobs.start(words.text("job.guide"),
                progress -> new GuidePages().write(home.resolve("guide").resolve(ProductVersion.current())),
                this::show, e -> {
                    LOG.warn("The guide could not be written", e);
                    complain.accept(words.text("guide.not-written", home, String.valueOf(e.getMessage())));
                });
    }

    /** Shows a file or folder in the platform's own program, or says where it is. */
    void show(Path file) {
        try {
            SystemOpener.open(file);
        } catch (IOException e) {
            LOG.warn("No program opens {}", file, e);
            complain.accept(words.text("guide.not-opened", file));
        }
    }
}
