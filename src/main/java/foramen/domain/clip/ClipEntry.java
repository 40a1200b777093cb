package foramen.domain.clip;

import java.util.Comparator;
import java.util.Locale;

/**
 * One clip of a catalogue.
 *
 * @param location where it lies
 * @param label where it lies within the place that was listed, fit for the screen
 * @param info what it says about itself
 * @param context where it stands among the others
 */
public record ClipEntry(ClipLocation location, String label, ClipInfo info, ClipContext context) {
    /** By patient, study, series and instance, as in a film folder; then by place, so that the order is always the same. */
    public static final Comparator<ClipEntry> ORDER = Comparator.comparing((ClipEntry e) -> e.patientLabel())
            .thenComparing(e -> e.info.patient().id())
            .thenComparing(e -> e.context.studyDate().map(Object::toString).orElse(""))
            .thenComparing(e -> e.info.identity().studyUid())
            .thenComparing(e -> e.context.seriesNumber().orElse(Integer.MAX_VALUE))
            .thenComparing(e -> e.info.identity().seriesUid())
            .thenComparing(e -> e.context.instanceNumber().orElse(Integer.MAX_VALUE))
            .thenComparing(ClipEntry::label);

    /** The patient as the file names them. */
    public String patientLabel() {
        return ClipLocation.line(info.patient().label());
    }

    /** The study in words: its date and description. */
    public String studyLabel() {
        String date = context.studyDate().or(() -> info.acquired().map(a -> a.toLocalDate())).map(Object::toString)
                .orElse("no date");
        return context.study().isBlank() ? date : date + " · " + ClipLocation.line(context.study());
    }

    /** The series in words: its number and description; empty where it has neither. */
    public String seriesLabel() {
        String number = context.seriesNumber().isPresent() ? "Series " + context.seriesNumber().getAsInt() : "";
        String words = ClipLocation.line(context.series());
        return number.isEmpty() || words.isBlank() ? number + words : number + " · " + words;
    }

    /** The clip in words: its number in the series and what it is. */
    public String title() {
        String kind = context.kind().isBlank() ? "Clip" : context.kind();
        return context.instanceNumber().isPresent() ? context.instanceNumber().getAsInt() + " · " + kind : kind;
    }

    /** Length and size in words. */
    public String extent() {
        return String.format(Locale.ROOT, "%d %s · %d × %d", info.frames(), info.frames() == 1 ? "frame" : "frames",
                info.columns(), info.rows());
    }

    /** Whether every word of {@code query} is found somewhere in what is shown of the clip. */
    public boolean matches(String query) {
        String all = String.join(" ", patientLabel(), info.patient().id(), studyLabel(), seriesLabel(), title(), label)
                .toLowerCase(Locale.ROOT);
        for (String word : query.strip().toLowerCase(Locale.ROOT).split("\\s+", -1)) {
            if (!all.contains(word)) {
                return false;
            }
        }
        return true;
    }
}
