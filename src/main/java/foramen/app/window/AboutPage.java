package foramen.app.window;

import foramen.app.about.Libraries;
import foramen.app.about.LicenceTexts;
import foramen.app.composition.ProductVersion;
import foramen.job.JobRunner;
import foramen.ui.settings.AboutSheet;
import foramen.ui.shell.Shell;
import foramen.ui.support.Words;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Shows what the program says of itself over the window. */
final class AboutPage {
    private final JobRunner jobs;
    private final Words words;
    private final Runnable diagnostics;
    private final Consumer<Path> showFolder;
    private final Consumer<String> report;
    private final SheetPlace place = new SheetPlace();

    /**
     * @param jobs reads the notices off the interface thread
     * @param words what the window says
     * @param diagnostics copies what a report of a fault needs
     * @param showFolder shows a folder in the file manager
     * @param report shows a sentence where something is missing
     */
    AboutPage(JobRunner jobs, Words words, Runnable diagnostics, Consumer<Path> showFolder, Consumer<String> report) {
        this.jobs = jobs;
        this.words = words;
        this.diagnostics = diagnostics;
        this.showFolder = showFolder;
        this.report = report;
    }

    /** The window it is shown over. */
    void join(Shell window) {
        place.join(window);
    }

    /** Shows it, or puts it away. */
    void toggle() {
        place.toggle(jobs, words.text("job.about"), progress -> Libraries.notices(), this::sheet,
                e -> report.accept(words.text("about.failed", String.valueOf(e.getMessage()))));
    }

    private AboutSheet sheet(String notices) {
        return new AboutSheet(new AboutSheet.Text(ProductVersion.current(), build(), notices), words, () -> {
            place.close();
            diagnostics.run();
        }, this::texts, place::close);
    }

    /** From which source it was built, and on what it runs. */
    private String build() {
        String own = Stream.of(ProductVersion.built(), ProductVersion.revision()).flatMap(Optional::stream)
                .collect(Collectors.joining(", "));
        return words.text("about.build", own.isEmpty() ? words.text("about.unbuilt") : words.text("about.source", own),
                System.getProperty("java.runtime.version", "?"), System.getProperty("javafx.runtime.version", "?"),
                System.getProperty("os.name", "?") + " " + System.getProperty("os.arch", "?"));
    }

    private void texts() {
        LicenceTexts.folder().ifPresentOrElse(showFolder, () -> report.accept(words.text("about.no-texts")));
    }
}
