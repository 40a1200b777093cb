package foramen.ui.deident;

import foramen.domain.deident.Box;
import foramen.domain.deident.CopyOutcome;
import foramen.domain.deident.CopyPreview;
import foramen.domain.deident.CopySource;
import foramen.domain.deident.CopyWishes;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What the page of de-identification shows.
 *
 * @param files what is to be copied
 * @param selected which of them is looked at; negative where there is none
 * @param preview what would become of it; empty until it is known
 * @param trouble why there would be no copy of it, a sentence; empty where there may be
 * @param wishes what copies are to be like
 * @param stroke what a rectangle drawn next does
 * @param folder where the copies go; empty until it is named
 * @param objection why nothing can be written as it stands, a sentence; empty where it can
 * @param busy what is being worked on; empty where nothing is
 * @param writing whether copies are being written
 * @param ended what became of the files of the last run; empty before it
 * @param said what was done last, or what went wrong
 * @param wrong whether that went wrong
 * @param remarks what the operator should know besides, one sentence each
 */
public record DeidentState(List<CopySource> files, int selected, Optional<CopyPreview> preview, String trouble,
        CopyWishes wishes, Stroke stroke, Optional<Path> folder, String objection, String busy, boolean writing,
        Optional<Ended> ended, String said, boolean wrong, List<String> remarks) {
    /** Copies the lists. */
    public DeidentState {
        files = List.copyOf(files);
        remarks = List.copyOf(remarks);
    }

    /** What a rectangle on the picture means. */
    public enum Stroke {
        /** It is overwritten. */
        OVERWRITE,
        /** It stays, and all outside of what stays is overwritten. */
        KEEP
    }

    /**
     * A run that has ended.
     *
     * @param outcomes one for each file that was reached
     * @param folder where the copies are
     * @param proof the proof sheet, where there is one
     */
    public record Ended(List<CopyOutcome> outcomes, Path folder, Optional<Path> proof) {
        /** Copies the list. */
        public Ended {
            outcomes = List.copyOf(outcomes);
        }
    }

    /** The rectangles of one sort. */
    List<Box> boxes(Stroke of) {
        return of == Stroke.KEEP ? wishes.pixels().kept() : wishes.pixels().boxes();
    }

    /** Whether copies can be written now. */
    public boolean canWrite() {
        return objection.isEmpty() && busy.isEmpty();
    }

    /** Whether the pictures have different sizes, so that a rectangle of one means another place in the next. */
    boolean hasSeveralSizes() {
        return files.stream().filter(f -> f.columns() > 0).map(f -> List.of(f.columns(), f.rows())).distinct()
                .count() > 1;
    }
}
