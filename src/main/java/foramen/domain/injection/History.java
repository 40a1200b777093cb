package foramen.domain.injection;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is known of a patient's earlier treatments.
 *
 * @param treatments in any order
 * @param gap why the list may not be whole, one sentence; empty where it is
 */
public record History(List<PriorTreatment> treatments, Optional<String> gap) {
    /** Nothing was given before, and that is known. */
    public static final History NONE = new History(List.of(), Optional.empty());

    /** Copies the list. */
    public History {
        treatments = List.copyOf(treatments);
    }

    /** Both together. */
    public History with(List<PriorTreatment> more) {
        List<PriorTreatment> all = new ArrayList<>(treatments);
        all.addAll(more);
        return new History(all, gap);
    }
}
