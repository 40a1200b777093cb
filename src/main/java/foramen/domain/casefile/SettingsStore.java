package foramen.domain.casefile;

import java.util.Optional;

/** The operator's own choices, such as the name they sign with; unknown keys of a newer version are kept. */
public interface SettingsStore {
    /** The value of {@code key}. */
    Optional<String> setting(String key) throws StoreException;

    /** Keeps {@code value} under {@code key}. */
    void putSetting(String key, String value) throws StoreException;
}
