package foramen.app.composition;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Which language the window speaks. */
class LanguageTest {
    @Test
    void whatIsAskedForGoesBeforeTheSystem() {
        assertEquals("de", Language.of("de", Locale.US).getLanguage());
        assertEquals("en", Language.of(" en ", Locale.GERMANY).getLanguage());
        assertEquals("de", Language.of("de_AT", Locale.US).getLanguage());
    }

    @Test
    void withNothingAskedForItIsTheSystems() {
        assertEquals(Locale.GERMANY, Language.of("", Locale.GERMANY));
    }

    @Test
    void theWindowSpeaksTheLanguageAndWritesNumbersInTheMannerOfTheLocale() {
        Composition german = new Composition(Path.of("home"), Clock.systemUTC(), Locale.US, Locale.GERMANY);
        assertEquals("Abbrechen", german.words().text("cancel"));
        assertEquals(Locale.US, german.words().locale());
        assertEquals("Cancel", new Composition(Path.of("home"), Clock.systemUTC(), Locale.GERMANY, Locale.FRANCE)
                .words().text("cancel"));
    }
}
