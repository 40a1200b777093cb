package foramen.domain.assessment;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which planned visit a visit stands for. When it is due, and with what tolerance, says the {@link FollowUpSchedule}.
 *
 * @param kind the sort of visit
 * @param count how many minutes, days, weeks or months after the procedure; nought for the other kinds
 */
public record VisitWindow(Kind kind, int count) {
    /** Before the procedure. */
    public static final VisitWindow BASELINE = new VisitWindow(Kind.BASELINE, 0);
    /** No planned visit. */
    public static final VisitWindow OTHER = new VisitWindow(Kind.OTHER, 0);

    private static final Pattern ID = Pattern.compile("(\\d{1,3})(min|wk|mo)|day-(\\d{1,3})");

    /** Refuses a count that does not fit the kind. */
    public VisitWindow {
        boolean counted = kind != Kind.BASELINE && kind != Kind.OTHER;
        if (counted ? count < 1 || count > 999 : count != 0) {
            throw new IllegalArgumentException("A visit of the kind " + kind + " cannot have the count " + count);
        }
    }

    /** The sort of visit. */
    public enum Kind {
        BASELINE, MINUTES, DIARY_DAY, WEEKS, MONTHS, OTHER
    }

    /**
     * The window with that identifier, such as {@code baseline}, {@code 30min}, {@code day-2}, {@code 6wk}, {@code 12mo}
     * or {@code other}.
     *
     * @throws IllegalArgumentException for anything else
     */
    public static VisitWindow of(String id) {
        if (id.equals("baseline")) {
            return BASELINE;
        }
        if (id.equals("other")) {
            return OTHER;
        }
        Matcher m = ID.matcher(id);
        if (!m.matches()) {
            throw new IllegalArgumentException("“" + id + "” is no visit; write such as 30min, day-2, 6wk or 12mo");
        }
        if (m.group(3) != null) {
            return new VisitWindow(Kind.DIARY_DAY, Integer.parseInt(m.group(3)));
        }
        Kind kind = switch (m.group(2)) {
            case "min" -> Kind.MINUTES;
            case "wk" -> Kind.WEEKS;
            default -> Kind.MONTHS;
        };
        return new VisitWindow(kind, Integer.parseInt(m.group(1)));
    }

    /** The stable name, see {@link #of}. */
    public String id() {
        return switch (kind) {
            case BASELINE, OTHER -> kind.name().toLowerCase(Locale.ROOT);
            case MINUTES -> count + "min";
            case DIARY_DAY -> "day-" + count;
            case WEEKS -> count + "wk";
            case MONTHS -> count + "mo";
        };
    }

    /** The window in words, first letter upper case. */
    public String label() {
        return switch (kind) {
            case BASELINE -> "Baseline";
            case OTHER -> "Other visit";
            case MINUTES -> count + " min";
            case DIARY_DAY -> "Diary day " + count;
            case WEEKS -> count + " wk";
            case MONTHS -> count + " mo";
        };
    }
}
