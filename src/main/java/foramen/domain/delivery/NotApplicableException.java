package foramen.domain.delivery;

import java.io.IOException;

/** That a case has nothing for a kind of document, so that it is left out and nothing is wrong. */
public final class NotApplicableException extends IOException {
    private static final long serialVersionUID = 1L;

    /** Says why in one sentence. */
    public NotApplicableException(String sentence) {
        super(sentence);
    }
}
