package foramen.app.window;

import foramen.app.composition.Composition;
import foramen.domain.session.DoseBook;
import foramen.domain.session.GivenBefore;
import foramen.job.JobRunner;
import foramen.storage.SqlCaseStore;
import foramen.ui.ledger.LastCardView;
import foramen.ui.ledger.LedgerActions;
import foramen.ui.ledger.LedgerPanel;
import foramen.ui.ledger.LedgerViewModel;
import foramen.ui.shell.Action;
import foramen.ui.shell.ShellViewModel;
import foramen.ui.shell.Step;
import foramen.ui.support.Workbench;
import foramen.workspace.ledger.SessionDesk;
import foramen.workspace.ledger.StoredTreatments;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;

/** Joins the ledger's page, its state on the rail, and the card that is one key away. */
final class LedgerStep {
    private final Composition composition;
    private final LedgerViewModel ledger;
    private final LastCardView card;
    private Consumer<Node> layOrTake = sheet -> {};

    LedgerStep(Workbench bench, Composition composition, SqlCaseStore store, JobRunner jobs, ShellViewModel model) {
        this.composition = composition;
        DoseBook book = composition.doseBook();
        ledger = new LedgerViewModel(bench, new SessionDesk(book, composition.zone()),
                new StoredTreatments(store, Optional.of(store.setAside()),
                        new GivenBefore(book.products(), composition.zone())),
                jobs,
                composition.zone());
        card = new LastCardView(ledger, this::toggle);
        ledger.stateProperty().subscribe(s -> model.attention(Step.LEDGER, ledger.needsAttention()));
    }

    Node panel() {
        return new LedgerPanel(ledger, composition.zone(), this::toggle);
    }

    /** Says how the card is laid over the window and taken away. */
    void onToggle(Consumer<Node> sheet) {
        layOrTake = sheet;
    }

    private void toggle() {
        card.prepare();
        layOrTake.accept(card);
    }

    List<Action> actions() {
        return new LedgerActions(ledger.words(), this::toggle).rows();
    }
}
