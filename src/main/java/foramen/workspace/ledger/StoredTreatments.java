package foramen.workspace.ledger;

import foramen.domain.casefile.Case;
import foramen.domain.casefile.CaseStore;
import foramen.domain.casefile.SetAside;
import foramen.domain.casefile.StoreException;
import foramen.domain.injection.History;
import foramen.domain.injection.History.Doubt;
import foramen.domain.injection.Injection;
import foramen.domain.injection.PriorTreatment;
import foramen.domain.injection.PriorTreatments;
import foramen.domain.session.GivenBefore;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What the store has of a patient's treatments, over all cases with that patient's identifier. Work for a job. */
public final class StoredTreatments implements PriorTreatments {
    private static final String NO_ID = "The patient has no identifier, so earlier treatments cannot be found. Enter it,"
            + " or enter what was given elsewhere.";

    private final CaseStore store;
    private final Optional<SetAside> aside;
    private final GivenBefore given;

    /**
     * @param store where cases live
     * @param given turns recorded lines into treatments
     */
    public StoredTreatments(CaseStore store, GivenBefore given) {
        this(store, Optional.empty(), given);
    }

    /**
     * @param store where cases live
     * @param aside where edits are that gave way to another operator's; empty where the store keeps none
     * @param given turns recorded lines into treatments
     */
    public StoredTreatments(CaseStore store, Optional<SetAside> aside, GivenBefore given) {
        this.store = store;
        this.aside = aside;
        this.given = given;
    }

    /** What is known while the store is still being asked: nothing, and not even that there is nothing. */
    public static History unread() {
        return new History(List.of(), Optional.of("Earlier treatments are still being read from the store."));
    }

    /** What is known where the store could not be asked. */
    public static History unreadable(Exception e) {
        return new History(List.of(),
                Optional.of("Earlier treatments cannot be read from the store: " + e.getMessage()));
    }

    @Override
    public History of(String patientId, String exceptCaseId) {
        if (patientId.isBlank()) {
            return new History(List.of(), Optional.of(NO_ID));
        }
        try {
            List<PriorTreatment> all = new ArrayList<>();
            Set<String> lines = new HashSet<>();
            Set<String> voided = new HashSet<>();
            List<Doubt> doubts = new ArrayList<>();
            for (Case c : store.ofPatient(patientId)) {
                doubts.addAll(setAsideOf(c));
                if (!c.id().value().equals(exceptCaseId)) {
                    // A case that was imported as a new one has the lines of the first: each was given once.
                    given.of(c.ledger(), "", "case " + c.id().shortName()).stream()
                            .filter(t -> t.recorded().map(r -> lines.add(r.lineId())).orElse(true)).forEach(all::add);
                    c.ledger().stream().filter(l -> l.voided().isPresent()).map(Injection::id).forEach(voided::add);
                    // What was typed into two cases is one treatment; twice in one case are two.
                    List<PriorTreatment> known = List.copyOf(all);
                    c.elsewhere().stream().filter(t -> !known.contains(t)).forEach(all::add);
                }
            }
            doubts.addAll(GivenOnce.voidedInOne(all, voided));
            return new History(all, Optional.empty(), voided, doubts.stream().filter(d -> !lines.contains(d.lineId())
                    || voided.contains(d.lineId())).filter(d -> !GivenOnce.isAmong(d.what(), all)).toList());
        } catch (StoreException e) {
            return unreadable(e);
        }
    }

    /** What was given and set aside with edits that gave way: it is in no ledger, and the needle was in all the same. */
    private List<Doubt> setAsideOf(Case c) throws StoreException {
        List<Doubt> all = new ArrayList<>();
        if (aside.isPresent()) {
            Set<String> known = c.ledger().stream().map(Injection::id).collect(Collectors.toSet());
            for (SetAside.Kept kept : aside.get().setAsideOf(c.id())) {
                List<Injection> lost = kept.state().ledger().stream().filter(l -> !known.contains(l.id())).toList();
                for (PriorTreatment t : given.of(lost, "", "case " + c.id().shortName())) {
                    all.add(new Doubt(t, t.substance() + " of " + t.day() + " was set aside with the edits of "
                            + (kept.operator().isBlank() ? "another operator" : kept.operator())
                            + " and is not counted. Enter it among the treatments elsewhere, or say why it does not "
                            + "count."));
                }
            }
        }
        return all;
    }
}
