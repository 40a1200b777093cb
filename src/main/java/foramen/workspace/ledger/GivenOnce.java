package foramen.workspace.ledger;

import foramen.domain.casefile.Case;
import foramen.domain.injection.History;
import foramen.domain.injection.History.Doubt;
import foramen.domain.injection.Injection;
import foramen.domain.injection.PriorTreatment;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Counts a line of a ledger once, in however many copies of its case it stands. */
final class GivenOnce {
    private GivenOnce() {}

    /** Asks about the lines that count in one copy and are voided in another. */
    static List<Doubt> voidedInOne(List<PriorTreatment> counted, Set<String> voided) {
        return counted.stream().filter(t -> isOneOf(t, voided))
                .map(t -> new Doubt(t,
                        t.substance() + " of " + t.day() + " is voided in one copy of its case and counts "
                                + "in another. Void it in both, or say why it counts."))
                .toList();
    }

    /**
     * What the store has of other cases, beside {@code casefile}: without its own lines and what is typed into it, and
     * with the doubts that this leaves. A line that counts in one of two copies counts.
     *
     * @param own its own lines, as treatments
     */
    static History beside(History stored, Case casefile, List<PriorTreatment> own) {
        Set<String> counting = new HashSet<>();
        Set<String> voided = new HashSet<>();
        for (Injection line : casefile.ledger()) {
            (line.voided().isPresent() ? voided : counting).add(line.id());
        }
        // What was typed into two cases of the patient is one treatment.
        List<PriorTreatment> others = stored.treatments().stream()
                .filter(t -> !casefile.elsewhere().contains(t) && !isOneOf(t, counting)).toList();
        List<Doubt> doubts = new ArrayList<>(
                stored.doubts().stream().filter(d -> !isAmong(d.what(), casefile.elsewhere())
                        && (!counting.contains(d.lineId()) || stored.voided().contains(d.lineId()))).toList());
        doubts.addAll(voidedInOne(others, voided));
        doubts.addAll(voidedInOne(own, stored.voided()));
        return new History(others, stored.gap(), stored.voided(), doubts);
    }

    /** Whether a treatment was typed in: of that day, as much of the same. */
    static boolean isAmong(PriorTreatment what, List<PriorTreatment> all) {
        return all.stream().anyMatch(t -> t.source().equals(PriorTreatment.TYPED_IN) && t.day().equals(what.day())
                && t.substance().equals(what.substance()) && t.amount().equals(what.amount()));
    }

    private static boolean isOneOf(PriorTreatment t, Set<String> lines) {
        return t.recorded().filter(r -> lines.contains(r.lineId())).isPresent();
    }
}
