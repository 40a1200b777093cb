package foramen.report;

import java.util.Locale;

/** Small matters of wording in documents. */
final class Words {
    private Words() {}

    /** {@code words} with an upper-case first letter. */
    static String capitalised(String words) {
        return words.isEmpty() ? words : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
