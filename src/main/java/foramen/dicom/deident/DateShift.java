package foramen.dicom.deident;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Moves dates by whole days, so that intervals and times of day stay (DICOM PS3.15 E.3.6). */
final class DateShift {
    private static final Pattern DATE = Pattern.compile("(\\d{4})([.-]?)(\\d\\d)\\2(\\d\\d)");
    private static final Pattern DATE_TIME = Pattern.compile("(\\d{8})([0-9]{0,6}(?:\\.\\d{1,6})?(?:[+-]\\d{4})?)");
    private static final int LAST_YEAR = 9999;

    private final int days;

    DateShift(int days) {
        this.days = days;
    }

    /** A date moved, without dots; empty where it is none or moves out of the calendar. */
    Optional<String> date(String text) {
        Matcher m = DATE.matcher(text.strip());
        if (!m.matches()) {
            return Optional.empty();
        }
        try {
            LocalDate moved = LocalDate.of(Integer.parseInt(m.group(1)), Integer.parseInt(m.group(3)),
                    Integer.parseInt(m.group(4))).plusDays(days);
            return moved.getYear() < 1 || moved.getYear() > LAST_YEAR
                    ? Optional.empty()
                    : Optional.of(String.format(java.util.Locale.ROOT, "%04d%02d%02d", moved.getYear(),
                            moved.getMonthValue(), moved.getDayOfMonth()));
        } catch (DateTimeException e) {
            // A thirtieth of February is no date.
            return Optional.empty();
        }
    }

    /** A date and time moved; empty where it has no day, for a month alone cannot be moved by days. */
    Optional<String> dateTime(String text) {
        Matcher m = DATE_TIME.matcher(text.strip());
        return m.matches() ? date(m.group(1)).map(d -> d + m.group(2)) : Optional.empty();
    }
}
