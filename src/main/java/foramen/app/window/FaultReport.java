package foramen.app.window;

import foramen.app.diagnostics.Diagnostics;
import foramen.domain.preference.Preferences;
import foramen.job.JobRunner;
import foramen.ui.settings.DiagnosticsSheet;
import foramen.ui.shell.Shell;
import foramen.ui.support.Words;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Puts what is needed for a report of a fault on the clipboard, and shows it. */
final class FaultReport {
    private final Diagnostics diagnostics;
    private final JobRunner jobs;
    private final Words words;
    private final Supplier<Preferences> preferences;
    private final Consumer<String> report;
    private final SheetPlace place = new SheetPlace();

    FaultReport(Diagnostics diagnostics, JobRunner jobs, Words words, Supplier<Preferences> preferences,
            Consumer<String> report) {
        this.diagnostics = diagnostics;
        this.jobs = jobs;
        this.words = words;
        this.preferences = preferences;
        this.report = report;
    }

    /** The window it is shown over. */
    void join(Shell window) {
        place.join(window);
    }

    /** Copies it, or puts the sheet away. */
    void toggle() {
        Preferences now = preferences.get();
        List<String> screens = Diagnostics.screens();
        place.toggle(jobs, words.text("job.diagnostics"), progress -> diagnostics.text(now, screens),
                text -> new DiagnosticsSheet(text, words, place::close),
                e -> report.accept(words.text("diagnostics.failed", e.getClass().getSimpleName())));
    }
}
