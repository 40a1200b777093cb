package foramen.domain.injection;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the code on a pack says (GS1 General Specifications, section 3: application identifiers 01, 10, 11, 17, 21).
 *
 * @param gtin trade item number, 14 digits with a right check digit; empty where the code has none
 * @param lot batch or lot number
 * @param produced production date
 * @param expiry expiry date; a code that names no day means the month's last
 * @param serial serial number
 */
public record Gs1(Optional<String> gtin, Optional<String> lot, Optional<LocalDate> produced,
        Optional<LocalDate> expiry, Optional<String> serial) {
    /** What stands between fields in a scanned code (FNC1, sent as the group separator). */
    public static final char SEPARATOR = '\u001d';

    private static final Pattern SYMBOLOGY = Pattern.compile("^\\](?:C1|e0|d2|Q3|J1)");
    private static final Pattern BRACKETED = Pattern.compile("\\((\\d{2,4})\\)([^(]*(?:\\((?!\\d{2,4}\\))[^(]*)*)");
    /** The characters a lot or serial number may have (GS1 General Specifications, figure 7.11-1). */
    private static final Pattern WORDS = Pattern.compile("[!\"%&'()*+,\\-./0-9:;<=>?A-Z_a-z]{1,20}");
    private static final Pattern GTIN = Pattern.compile("\\d{14}");
    private static final Pattern DATE = Pattern.compile("\\d{6}");
    /** Fields of fixed length, by the first two digits of their identifier, which is counted (GS1, figure 7.8.5-2). */
    private static final Map<String, Integer> FIXED = Map.ofEntries(Map.entry("00", 20), Map.entry("01", 16),
            Map.entry("02", 16), Map.entry("03", 16), Map.entry("04", 18), Map.entry("11", 8), Map.entry("12", 8),
            Map.entry("13", 8), Map.entry("14", 8), Map.entry("15", 8), Map.entry("16", 8), Map.entry("17", 8),
            Map.entry("18", 8), Map.entry("19", 8), Map.entry("20", 4), Map.entry("31", 10), Map.entry("32", 10),
            Map.entry("33", 10), Map.entry("34", 10), Map.entry("35", 10), Map.entry("36", 10), Map.entry("41", 16));
    private static final int LONGEST = 500;
    private static final int CENTURY = 100;
    private static final int HALF = 50;

    /** A code cannot be read; the message is one sentence. */
    public static final class UnreadableException extends Exception {
        private static final long serialVersionUID = 1L;

        private UnreadableException(String sentence) {
            super(sentence);
        }
    }

    /**
     * Reads a scanned code, or its printed form with bracketed identifiers.
     *
     * @param code as typed, pasted or scanned
     * @param year the present year, from which the century of a date is told (GS1 section 7.12)
     */
    public static Gs1 parse(String code, int year) throws UnreadableException {
        String text = SYMBOLOGY.matcher(code.strip()).replaceFirst("");
        if (text.isEmpty() || text.length() > LONGEST) {
            throw new UnreadableException("This is no GS1 code; scan it again or type lot and expiry.");
        }
        Map<String, String> fields = text.startsWith("(") ? bracketed(text) : raw(text);
        Optional<String> gtin = Optional.ofNullable(fields.get("01"));
        if (gtin.isPresent() && !isGtin(gtin.get())) {
            throw new UnreadableException("The item number " + gtin.get()
                    + " of the code has a wrong check digit; scan it again or type lot and expiry.");
        }
        return new Gs1(gtin, words(fields, "10", "lot number"), date(fields, "11", year), date(fields, "17", year),
                words(fields, "21", "serial number"));
    }

    private static Map<String, String> bracketed(String text) throws UnreadableException {
        Map<String, String> fields = new LinkedHashMap<>();
        Matcher m = BRACKETED.matcher(text);
        int end = 0;
        while (m.lookingAt()) {
            put(fields, m.group(1), m.group(2).strip());
            end = m.end();
            m.region(end, text.length());
        }
        if (end != text.length()) {
            throw new UnreadableException("This is no GS1 code from character " + (end + 1) + " on; scan it again.");
        }
        return fields;
    }

    private static Map<String, String> raw(String text) throws UnreadableException {
        Map<String, String> fields = new LinkedHashMap<>();
        int at = 0;
        while (at < text.length()) {
            if (text.charAt(at) == SEPARATOR) {
                at++;
                continue;
            }
            if (text.length() - at < 3 || !Character.isDigit(text.charAt(at))
                    || !Character.isDigit(text.charAt(at + 1))) {
                throw new UnreadableException("This is no GS1 code from character " + (at + 1) + " on; scan it again.");
            }
            String identifier = text.substring(at, at + 2);
            Integer fixed = FIXED.get(identifier);
            int separator = text.indexOf(SEPARATOR, at);
            int end = fixed != null ? at + fixed : separator < 0 ? text.length() : separator;
            if (end > text.length() || (fixed != null && separator >= 0 && separator < end)) {
                throw new UnreadableException("The code is cut short in field " + identifier + "; scan it again.");
            }
            put(fields, identifier, text.substring(at + 2, end));
            at = end;
        }
        return fields;
    }

    private static void put(Map<String, String> fields, String identifier, String value) throws UnreadableException {
        String before = fields.put(identifier, value);
        if (before != null && !before.equals(value) && !identifier.startsWith("9")) {
            throw new UnreadableException("The code says field " + identifier + " twice; scan one pack at a time.");
        }
    }

    private static Optional<String> words(Map<String, String> fields, String identifier, String what)
            throws UnreadableException {
        String value = fields.get(identifier);
        if (value != null && !WORDS.matcher(value).matches()) {
            throw new UnreadableException("The " + what + " of the code cannot be read; type it.");
        }
        return Optional.ofNullable(value);
    }

    private static Optional<LocalDate> date(Map<String, String> fields, String identifier, int year)
            throws UnreadableException {
        String value = fields.get(identifier);
        if (value == null) {
            return Optional.empty();
        }
        try {
            if (DATE.matcher(value).matches()) {
                int two = Integer.parseInt(value.substring(0, 2));
                YearMonth month = YearMonth.of(fullYear(two, year), Integer.parseInt(value.substring(2, 4)));
                int day = Integer.parseInt(value.substring(4));
                return Optional.of(day == 0 ? month.atEndOfMonth() : month.atDay(day));
            }
        } catch (DateTimeException e) {
            throw unreadable(value, e);
        }
        throw new UnreadableException("The date " + value + " of the code is none; type it from the pack.");
    }

    private static UnreadableException unreadable(String value, DateTimeException cause) {
        UnreadableException e = new UnreadableException(
                "The date " + value + " of the code is none; type it from the pack.");
        e.initCause(cause);
        return e;
    }

    /** Between 49 years back and 50 ahead (GS1 section 7.12). */
    private static int fullYear(int two, int year) {
        int difference = two - year % CENTURY;
        int century = year - year % CENTURY;
        if (difference > HALF) {
            return century - CENTURY + two;
        }
        return difference < 1 - HALF ? century + CENTURY + two : century + two;
    }

    private static boolean isGtin(String digits) {
        if (!GTIN.matcher(digits).matches()) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            sum += (digits.charAt(i) - '0') * (i % 2 == 0 ? 3 : 1);
        }
        return sum % 10 == 0;
    }

    /** As printed under a code, with bracketed identifiers. */
    public String printed() {
        StringBuilder text = new StringBuilder();
        each((id, value) -> text.append('(').append(id).append(')').append(value));
        return text.toString();
    }

    /** As scanned, with a separator after a field of variable length that another one follows. */
    public String scanned() {
        StringBuilder text = new StringBuilder();
        each((id, value) -> {
            if (!text.isEmpty() && text.charAt(text.length() - 1) == '\u0000') {
                text.setCharAt(text.length() - 1, SEPARATOR);
            }
            text.append(id).append(value);
            if (!FIXED.containsKey(id)) {
                text.append('\u0000');
            }
        });
        if (!text.isEmpty() && text.charAt(text.length() - 1) == '\u0000') {
            text.setLength(text.length() - 1);
        }
        return text.toString();
    }

    private void each(BiConsumer<String, String> field) {
        gtin.ifPresent(v -> field.accept("01", v));
        produced.ifPresent(v -> field.accept("11", sixDigits(v)));
        expiry.ifPresent(v -> field.accept("17", sixDigits(v)));
        lot.ifPresent(v -> field.accept("10", v));
        serial.ifPresent(v -> field.accept("21", v));
    }

    private static String sixDigits(LocalDate day) {
        return String.format(Locale.ROOT, "%02d%02d%02d", day.getYear() % CENTURY, day.getMonthValue(),
                day.getDayOfMonth());
    }
}
