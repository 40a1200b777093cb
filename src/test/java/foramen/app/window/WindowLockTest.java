package foramen.app.window;

import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.app.composition.UserException;
import foramen.ui.support.Words;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WindowLockTest {
    private static final Words WORDS = Words.in(Locale.ENGLISH, Locale.ROOT);

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit fills it before each test
    Path folder;

    @Test
    void aSecondWindowOnTheSameRecordsIsRefusedWithASentence() throws UserException {
        try (WindowLock _ = WindowLock.take(folder, WORDS)) {
            UserException refused = assertThrows(UserException.class, () -> WindowLock.take(folder, WORDS));

            String sentence = String.valueOf(refused.getMessage());
            assertTrue(sentence.contains("open already"), sentence);
            assertTrue(sentence.contains(folder.toString()), sentence);
        }
    }

    @Test
    void onceTheWindowIsClosedTheRecordsCanBeOpenedAgain() throws UserException {
        WindowLock.take(folder, WORDS).close();
        WindowLock.take(folder, WORDS).close();
        assertTrue(Files.exists(folder.resolve("window.lock")));
    }

    @Test
    void anotherFolderHasALockOfItsOwn() throws UserException {
        Path made = folder.resolve("not/yet/there");
        try (WindowLock first = WindowLock.take(folder, WORDS); WindowLock second = WindowLock.take(made, WORDS)) {
            assertNotSame(first, second);
        }
    }

    @Test
    void aFileInThePlaceOfTheFolderIsASentence() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "x");
        UserException refused = assertThrows(UserException.class, () -> WindowLock.take(file, WORDS));
        assertTrue(String.valueOf(refused.getMessage()).contains("cannot be used"));
    }
}
