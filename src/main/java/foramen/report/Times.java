package foramen.report;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * How times are written in documents: ISO date, 24 hours.
 *
 * @param zone the clinic's time zone
 */
record Times(ZoneId zone) {
    private static final DateTimeFormatter DATE_TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    String dateTime(Instant at) {
        return DATE_TIME.format(at.atZone(zone));
    }

    LocalDate date(Instant at) {
        return at.atZone(zone).toLocalDate();
    }

    String time(Instant at) {
        return DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).format(at.atZone(zone));
    }
}
