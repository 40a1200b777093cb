package foramen.report.document;

import foramen.domain.anatomy.Laterality;
import foramen.domain.casefile.Case;
import foramen.domain.delivery.CaseFindings;
import foramen.domain.delivery.ClipsAtHand;
import foramen.domain.delivery.ExportSubject;
import foramen.report.document.Section.Column;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What the parts of a report are made from.
 *
 * @param subject what is exported
 * @param findings what was read off the case
 * @param clips the clips of the case
 * @param books names and limits
 * @param words the texts
 * @param zone the clinic's time zone
 */
record ReportContext(ExportSubject subject, CaseFindings findings, ClipsAtHand clips, ReportBooks books,
        DocumentWords words, ZoneId zone) {
    private static final DateTimeFormatter DATE_TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    Case casefile() {
        return subject.casefile();
    }

    Section.Builder section(String id) {
        return new Section.Builder(id, words.text("section." + id));
    }

    String text(String key, Object... values) {
        return words.text(key, values);
    }

    String dateTime(Instant at) {
        return DATE_TIME.format(at.atZone(zone));
    }

    String day(Instant at) {
        return at.atZone(zone).toLocalDate().toString();
    }

    String side(Laterality side) {
        return DocumentWords.capital(words.terms().of(side, side.words()));
    }

    /** {@code text}, or that nothing is recorded. */
    String orNone(String text) {
        return text.isBlank() ? words.text("none") : text;
    }

    /** Columns by the keys of their names; a name that ends in # has numbers. */
    List<Column> columns(String... keys) {
        return Arrays.stream(keys).map(k -> k.endsWith("#")
                ? new Column(words.text("column." + k.substring(0, k.length() - 1)), true)
                : new Column(words.text("column." + k), false)).toList();
    }

    /** The clip by its place in the case, such as {@code 2}; empty where the case does not list it. */
    String clipNumber(String sopInstanceUid) {
        for (int i = 0; i < casefile().clips().size(); i++) {
            if (casefile().clips().get(i).sopInstanceUid().equals(sopInstanceUid)) {
                return Integer.toString(i + 1);
            }
        }
        return "–";
    }
}
