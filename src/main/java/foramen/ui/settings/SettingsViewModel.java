package foramen.ui.settings;

import foramen.domain.preference.Preferences;
import foramen.domain.preference.PreferencesStore;
import foramen.job.JobRunner;
import foramen.ui.support.Words;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The operator's choices as they hold just now; each change holds at once and is kept in a job. */
public final class SettingsViewModel {
    private final PreferencesStore store;
    private final JobRunner jobs;
    private final Words words;
    private final Consumer<String> report;
    private final ReadOnlyObjectWrapper<Preferences> preferences;
    private final Preferences atStart;
    private boolean saving;

    /**
     * @param start what holds at the start
     * @param store keeps what is changed
     * @param jobs where it is kept
     * @param words what the window says
     * @param report is told where a change could not be kept
     */
    public SettingsViewModel(Preferences start, PreferencesStore store, JobRunner jobs, Words words,
            Consumer<String> report) {
        this.store = store;
        this.jobs = jobs;
        this.words = words;
        this.report = report;
        atStart = start;
        preferences = new ReadOnlyObjectWrapper<>(this, "preferences", start);
    }

    /** What holds. */
    public ReadOnlyObjectProperty<Preferences> preferencesProperty() {
        return preferences.getReadOnlyProperty();
    }

    /** What holds now. */
    public Preferences preferences() {
        return preferences.get();
    }

    /** What the window says. */
    public Words words() {
        return words;
    }

    /** Makes {@code change} hold, and keeps it. */
    public void change(UnaryOperator<Preferences> change) {
        Preferences next = change.apply(preferences.get());
        if (!next.equals(preferences.get())) {
            preferences.set(next);
            save();
        }
    }

    /** Whether the language chosen is another than the window has, which it takes at the next start. */
    public boolean needsRestart() {
        return !preferences.get().language().equals(atStart.language());
    }

    /** One at a time, so that an earlier state never lands on a later one. */
    private void save() {
        if (saving) {
            return;
        }
        saving = true;
        Preferences kept = preferences.get();
        jobs.start(words.text("job.settings"), progress -> {
            store.save(kept);
            return kept;
        }, this::saved, e -> {
            saving = false;
            report.accept(words.text("settings.notkept", String.valueOf(e.getMessage())));
        });
    }

    private void saved(Preferences kept) {
        saving = false;
        if (!kept.equals(preferences.get())) {
            save();
        }
    }
}
