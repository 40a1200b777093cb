package foramen.ui.shell;

import foramen.domain.anatomy.StructureCatalog;
import foramen.job.CurrentThreadJobRunner;
import foramen.ui.annotate.FakeCarrier;
import foramen.ui.annotate.FollowActions;
import foramen.ui.annotate.FollowViewModel;
import foramen.ui.deident.DeidentActions;
import foramen.ui.ledger.LedgerActions;
import foramen.ui.lock.LockActions;
import foramen.ui.outcome.RegistryActions;
import foramen.ui.settings.SettingsActions;
import foramen.ui.support.Workbench;
import foramen.workspace.cine.ShownFrame;
import foramen.workspace.follow.Following;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The actions that the real window has beside the shell's own, for tests of what it shows of them. */
final class WindowKeys {
    private WindowKeys() {}

    static List<Action> following(ShellFixture f) {
        Workbench bench = new Workbench(f.editor, f.tools, f.model.clipProperty(), f.player,
                ShownFrame.of(f.frames, f.player), f.words);
        List<Action> rows = new ArrayList<>(new RegistryActions(f.words, () -> {}).rows());
        rows.addAll(DeidentActions.rows(f.words, () -> {}));
        rows.addAll(new FollowActions(new FollowViewModel(bench, StructureCatalog.standard(),
                new Following(f.editor, new CurrentThreadJobRunner(), new FakeCarrier()), Locale.US)).rows());
        rows.addAll(new LedgerActions(f.words, () -> {}).rows());
        rows.addAll(LockActions.rows(f.words, true, () -> {}));
        rows.addAll(SettingsActions.rows(f.words, () -> {}, () -> {}, () -> {}));
        return rows;
    }
}
