package foramen.app.composition;

import java.util.Locale;
import java.util.Optional;

/** In which language the window speaks: the one place that decides it. */
final class Language {
    /** Names a language, such as {@code de}, whatever the system's is. */
    static final String PROPERTY = "foramen.language";

    private Language() {}

    /**
     * The language asked for by {@value #PROPERTY}, else that of the settings, else that of the system's windows.
     *
     * @param chosen what the settings say; empty for the system's
     */
    static Locale ofThisProcess(Optional<String> chosen) {
        String asked = System.getProperty(PROPERTY, "");
        return of(asked.isBlank() ? chosen.orElse("") : asked, Locale.getDefault(Locale.Category.DISPLAY));
    }

    /**
     * The language asked for.
     *
     * @param asked a language tag of BCP 47; blank for none
     * @param system the language of the system's windows
     */
    static Locale of(String asked, Locale system) {
        return asked.isBlank() ? system : Locale.forLanguageTag(asked.strip().replace('_', '-'));
    }
}
