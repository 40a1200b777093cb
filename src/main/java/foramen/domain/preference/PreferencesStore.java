package foramen.domain.preference;

import java.io.IOException;

/** Where preferences are kept between one start and the next. */
public interface PreferencesStore {
    /**
     * What was kept, and what could not be used of it.
     *
     * @param preferences what holds; the default where nothing was kept or could be read
     * @param complaint one sentence where something kept could not be read, and where it is now; else empty
     */
    record Kept(Preferences preferences, String complaint) {}

    /** What was kept; never fails, because the program has to start. */
    Kept load();

    /** Keeps {@code preferences}, with whatever else is kept beside them; work for a job. */
    void save(Preferences preferences) throws IOException;
}
