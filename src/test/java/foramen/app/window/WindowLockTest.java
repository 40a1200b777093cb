package foramen.app.window;

import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.app.composition.UserException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WindowLockTest {
    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit fills it before each test
    Path folder;

    @Test
    void aSecondWindowOnTheSameRecordsIsRefusedWithASentence() throws UserException {
        try (WindowLock _ = WindowLock.take(folder)) {
            UserException refused = assertThrows(UserException.class, () -> WindowLock.take(folder));

            String sentence = String.valueOf(refused.getMessage());
            assertTrue(sentence.contains("open already"), sentence);
            assertTrue(sentence.contains(folder.toString()), sentence);
        }
    }

    @Test
    void onceTheWindowIsClosedTheRecordsCanBeOpenedAgain() throws UserException {
        WindowLock.take(folder).close();
        WindowLock.take(folder).close();
        assertTrue(Files.exists(folder.resolve("window.lock")));
    }

    @Test
    void anotherFolderHasALockOfItsOwn() throws UserException {
        Path made = folder.resolve("not/yet/there");
        try (WindowLock first = WindowLock.take(folder); WindowLock second = WindowLock.take(made)) {
            assertNotSame(first, second);
        }
    }

    @Test
    void aFileInThePlaceOfTheFolderIsASentence() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "x");
        UserException refused = assertThrows(UserException.class, () -> WindowLock.take(file));
        assertTrue(String.valueOf(refused.getMessage()).contains("cannot be used"));
    }
}
