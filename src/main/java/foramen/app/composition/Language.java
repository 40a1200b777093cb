package foramen.app.composition;

import java.util.Locale;

/** In which language the window speaks: the one place that decides it. */
final class Language {
    /** Names a language, such as {@code de}, whatever the system's is. */
    static final String PROPERTY = "foramen.language";

    private Language() {}

    /** The language asked for by {@value #PROPERTY}, else that of the system's windows. */
    static Locale ofThisProcess() {
        return of(System.getProperty(PROPERTY, ""), Locale.getDefault(Locale.Category.DISPLAY));
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
