package foramen.domain.injection;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is known of a patient's earlier treatments.
 *
 * @param treatments in any order
 * @param gap why the list may not be whole, one sentence; empty where it is
 * @param voided the lines of other cases that do not count there
 * @param doubts what may have been given and is not counted
 */
public record History(List<PriorTreatment> treatments, Optional<String> gap, Set<String> voided,
        List<Doubt> doubts) {
    /** Nothing was given before, and that is known. */
    public static final History NONE = new History(List.of(), Optional.empty());

    /** Copies the collections. */
    public History {
        treatments = List.copyOf(treatments);
        voided = Set.copyOf(voided);
        doubts = List.copyOf(doubts);
    }

    /** What is known, with no doubts. */
    public History(List<PriorTreatment> treatments, Optional<String> gap) {
        this(treatments, gap, Set.of(), List.of());
    }

    /**
     * Something that may have been given: somebody has to say whether it was.
     *
     * @param what the treatment, with the line it is
     * @param sentence what is doubtful, and what to do
     */
    public record Doubt(PriorTreatment what, String sentence) {
        /** The line of a ledger that it is about; empty where it is of none. */
        public String lineId() {
            return what.recorded().map(PriorTreatment.Recorded::lineId).orElse("");
        }
    }

    /** Both together. */
    public History with(List<PriorTreatment> more) {
        List<PriorTreatment> all = new ArrayList<>(treatments);
        all.addAll(more);
        return new History(all, gap, voided, doubts);
    }
}
