package foramen.app.window;

import foramen.domain.casefile.SettingsStore;
import foramen.domain.casefile.StoreException;
import foramen.job.JobRunner;
import foramen.ui.export.ExportMemory;
import foramen.ui.support.Words;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the choices of an export among the operator's settings. */
final class StoredExportMemory implements ExportMemory {
    private static final Logger LOG = LoggerFactory.getLogger(StoredExportMemory.class);
    private static final String KEY = "export";

    private final SettingsStore settings;
    private final JobRunner jobs;
    private final Words words;
    private String last = "";

    private StoredExportMemory(SettingsStore settings, JobRunner jobs, Words words) {
        this.settings = settings;
        this.jobs = jobs;
        this.words = words;
    }

    /** Reads what was kept: one row of the store, as the operator's name is read. */
    static StoredExportMemory of(SettingsStore settings, JobRunner jobs, Words words) {
        StoredExportMemory memory = new StoredExportMemory(settings, jobs, words);
        try {
            memory.last = settings.setting(KEY).orElse("");
        } catch (StoreException e) {
            LOG.warn("The last choices of an export could not be read", e);
        }
        return memory;
    }

    @Override
    public String recall() {
        return last;
    }

    @Override
    public void keep(String choices) {
        if (choices.equals(last)) {
            return;
        }
        last = choices;
        jobs.start(words.text("job.exportchoices"), progress -> {
            settings.putSetting(KEY, choices);
            return choices;
        }, done -> {}, e -> LOG.warn("The choices of the export could not be kept", e));
    }
}
