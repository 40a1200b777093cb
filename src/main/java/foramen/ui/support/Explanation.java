package foramen.ui.support;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** Words for what went wrong. */
public final class Explanation {
    private Explanation() {}

    /** One sentence for the user: the failure's own where it has one, else what was being done and what it said. */
    public static String of(Words words, String doing, Exception failure) {
        String message = failure.getMessage();
        // Of these the message is a name and no sentence.
        if (failure instanceof NoSuchFileException e) {
            return words.text("failed.gone", e.getFile());
        }
        if (failure instanceof AccessDeniedException e) {
            return words.text("failed.denied", e.getFile());
        }
        if (failure instanceof FileSystemException e) {
            return words.text("failed.file", e.getFile(), e.getReason() == null
                    ? e.getClass().getSimpleName()
                    : e.getReason());
        }
        if (failure instanceof IOException && message != null && !message.isBlank()) {
            return message;
        }
        return words.text("failed", doing, message == null || message.isBlank()
                ? failure.getClass().getSimpleName()
                : message);
    }
}
