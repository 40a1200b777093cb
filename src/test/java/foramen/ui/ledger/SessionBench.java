package foramen.ui.ledger;

import foramen.domain.injection.PriorTreatments;
import foramen.domain.safety.SafetyBook.Group;
import foramen.domain.safety.SafetyRecord.State;
import foramen.domain.session.DoseBook;
import foramen.domain.session.GivenBefore;
import foramen.domain.session.Session;
import foramen.job.CurrentThreadJobRunner;
import foramen.job.JobRunner;
import foramen.ui.support.TestBench;
import foramen.workspace.ledger.Mixture;
import foramen.workspace.ledger.SessionDesk;
import foramen.workspace.ledger.StoredTreatments;
import java.time.ZoneOffset;
import java.util.Optional;

/** The ledger's view model over a test bench, and the usual way through a session. */
public final class SessionBench {
    /** The data files of the tests. */
    public static final DoseBook BOOK = DoseBook.standard();

    private SessionBench() {}

    /** What knows the store of {@code bench}. */
    public static LedgerViewModel model(TestBench bench) {
        return model(bench, new StoredTreatments(bench.store, new GivenBefore(BOOK.products(), ZoneOffset.UTC)),
                new CurrentThreadJobRunner());
    }

    /** What knows the past from {@code prior}. */
    public static LedgerViewModel model(TestBench bench, PriorTreatments prior, JobRunner jobs) {
        return new LedgerViewModel(bench.workbench, new SessionDesk(BOOK, ZoneOffset.UTC), prior, jobs,
                ZoneOffset.UTC);
    }

    /** Begins a protocol. */
    public static LedgerViewModel begin(LedgerViewModel model, String protocol) {
        model.begin(BOOK.protocols().find(protocol));
        return model;
    }

    /** The planned session. */
    public static Session session(LedgerViewModel model) {
        return model.work().planned().orElseThrow();
    }

    /** Draws up a volume. */
    public static String draw(LedgerViewModel model, String syringe, String product, String stock, String volume) {
        return model.work().draw(syringe, model.mixture().read(new Mixture.Typed(product, Mixture.Way.VOLUME, stock,
                volume, "", "", "saline")));
    }

    /** Answers no to every question. */
    public static LedgerViewModel asked(LedgerViewModel model) {
        for (Group group : Group.values()) {
            model.facts().noToTheRest(group);
        }
        model.facts().measure("170");
        return model;
    }

    /** Names every vial. */
    public static LedgerViewModel vials(LedgerViewModel model) {
        for (var syringe : session(model).syringes()) {
            for (int i = 0; i < syringe.components().size(); i++) {
                model.work().lot(syringe.id(), i, "L" + i);
                model.work().expiry(syringe.id(), i, "2027-09-30");
            }
        }
        return model;
    }

    /** All of syringe A at a target. */
    public static LedgerViewModel placed(LedgerViewModel model, String target) {
        model.work().portion("A", target, "", Optional.empty(), "");
        return model;
    }

    /** Goes through the checklist and holds the time-out. */
    public static LedgerViewModel checked(LedgerViewModel model) {
        model.state().open().orElseThrow().check().before()
                .forEach(i -> model.check(i.id(), State.DONE, "", false));
        model.timeOut();
        return model;
    }
}
