package foramen.ui.support;

import java.util.Locale;

/** How words stand in a line. */
public final class Words {
    private Words() {}

    /** {@code words} with its first letter upper case, for the beginning of a line. */
    public static String capital(String words) {
        return words.isEmpty() ? words : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
