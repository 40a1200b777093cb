package foramen.dicom.data;

/** Words from people and files made fit for a value representation; what does not fit is replaced, never refused. */
public final class ValueText {
    private static final int LONGEST_LO = 64;
    private static final int LONGEST_SH = 16;

    private ValueText() {}

    /** Fit for LO: one line, no backslash, 64 characters. */
    public static String lo(String text) {
        return cut(line(text), LONGEST_LO);
    }

    /** Fit for SH: one line, no backslash, 16 characters. */
    public static String sh(String text) {
        return cut(line(text), LONGEST_SH);
    }

    /** Fit for UT: any characters but control characters other than line breaks and tabulators. */
    public static String ut(String text) {
        return clean(text, true);
    }

    /** A name as shown, {@code Family, Given}, fit for PN: {@code Family^Given}. */
    public static String pn(String shown) {
        String name = line(shown).replace('=', ' ').replaceFirst(",\\s*", "^");
        return cut(name, LONGEST_LO);
    }

    private static String line(String text) {
        return clean(text, false).replace('\\', '/').strip();
    }

    private static String clean(String text, boolean breaks) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            boolean kept = breaks && (c == '\n' || c == '\r' || c == '\t');
            boolean lone = Character.getType(c) == Character.SURROGATE;
            out.appendCodePoint(lone ? 0xFFFD : Character.isISOControl(c) && !kept ? ' ' : c);
        });
        return out.toString();
    }

    private static String cut(String text, int most) {
        return text.codePointCount(0, text.length()) <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, most)).strip();
    }
}
