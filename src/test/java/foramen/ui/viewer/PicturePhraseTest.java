package foramen.ui.viewer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import foramen.overlay.PicturePhrase;
import foramen.ui.support.Words;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the screen writes over a picture against what files write there. */
class PicturePhraseTest {
    private static final Words GERMAN = Words.in(Locale.GERMAN, Locale.GERMANY);

    @ParameterizedTest
    @EnumSource
    void theEnglishScreenSaysWhatFilesSayAndTheGermanOneTheSameInGerman(PicturePhrase phrase) {
        assertEquals(phrase.english(), Words.in(Locale.ENGLISH, Locale.US).of(phrase));
        for (String place : new String[]{"{0}", "{1}"}) {
            assertEquals(phrase.english().contains(place), GERMAN.of(phrase).contains(place), place);
        }
        // One word is the same in both languages.
        if (phrase != PicturePhrase.PLAN) {
            assertNotEquals(phrase.english(), GERMAN.of(phrase));
        }
    }
}
