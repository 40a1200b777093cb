package foramen.ui.support;

import java.io.IOException;

/** Words for what went wrong. */
public final class Explanation {
    private Explanation() {}

    /** One sentence for the user: the failure's own where it has one, else what was being done and what it said. */
    public static String of(Words words, String doing, Exception failure) {
        String message = failure.getMessage();
        if (failure instanceof IOException && message != null && !message.isBlank()) {
            return message;
        }
        return words.text("failed", doing, message == null || message.isBlank()
                ? failure.getClass().getSimpleName()
                : message);
    }
}
