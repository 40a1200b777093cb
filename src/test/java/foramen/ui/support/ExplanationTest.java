package foramen.ui.support;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.junit.jupiter.api.Test;

class ExplanationTest {
    private static String said(Exception failure) {
        return Explanation.of(TestBench.WORDS, "Reading a.csv", failure);
    }

    @Test
    void aFailureWhoseMessageIsOnlyTheNameOfAFileIsMadeASentence() {
        assertEquals("The file a.csv is not there; it may have been moved, renamed or unplugged.",
                said(new NoSuchFileException("a.csv")));
        assertEquals("The file a.csv may not be opened or written; check its permissions or choose another place.",
                said(new AccessDeniedException("a.csv")));
        assertEquals("The file a.csv could not be used: No space left on device. Check the disk or choose another "
                + "place.", said(new FileSystemException("a.csv", null, "No space left on device")));
    }

    @Test
    void aSentenceOfTheFailureItselfStays() {
        assertEquals("The clip ends too early.", said(new IOException("The clip ends too early.")));
    }
}
