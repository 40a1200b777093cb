package foramen.domain.data;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What a clinic's own data file lacks and the file that ships has: the rows that hold from there, to be told.
 *
 * @param place where the clinic's own file lies
 * @param version version of the clinic's own file
 * @param shipped version of the file that ships
 * @param release the version of the planner, which the file that ships comes with
 * @param rows what was filled in, in the order of the file that ships
 */
public record FilledRows(String place, String version, String shipped, String release, List<Row> rows) {
    /** Copies the rows. */
    public FilledRows {
        rows = List.copyOf(rows);
    }

    /**
     * One row.
     *
     * @param name its list and what tells it apart, such as {@code alerts/interval-short}
     * @param states what it states, such as {@code severity caution, override with-reason}
     */
    public record Row(String name, String states) {
        /** Both, in one line. */
        public String words() {
            return states.isEmpty() ? name : name + " (" + states + ")";
        }
    }

    /** What holds of both files, in the place of a version: whoever records or prints the version says so. */
    static String versions(String own, String shipped, String release) {
        return own + ", filled from " + shipped + " " + origin(release);
    }

    /** Where a row that was filled in comes from, beside its source. */
    static String origin(String release) {
        return DataFile.SHIPPED + " " + release;
    }

    /** Where, what, what holds now and what to do: to be told once. */
    public String sentence() {
        return place + ", version " + version + ", lacks what this Foramen needs: "
                + rows.stream().map(Row::words).collect(Collectors.joining("; "))
                + ". Until the file states it, what is"
                + " shipped with Foramen " + release + ", version " + shipped
                + ", holds. Copy it into the file and set it as you decide, or name it"
                + " in “" + Filling.LEFT_OUT + "” to do without it on purpose.";
    }
}
