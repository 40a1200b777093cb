package foramen.ui.shell;

import foramen.domain.anatomy.StructureCatalog;
import foramen.job.CurrentThreadJobRunner;
import foramen.testing.FakeClip;
import foramen.ui.annotate.FakeCarrier;
import foramen.ui.annotate.FollowActions;
import foramen.ui.annotate.FollowViewModel;
import foramen.ui.deident.DeidentActions;
import foramen.ui.ledger.LedgerActions;
import foramen.ui.lock.LockActions;
import foramen.ui.outcome.RegistryActions;
import foramen.ui.support.Keys;
import foramen.ui.support.Workbench;
import foramen.workspace.cine.ShownFrame;
import foramen.workspace.follow.Following;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** The keys of the real window's actions in words, for tests of what is written about them. */
public final class WindowKeys {
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
        return rows;
    }

    /** For each action that has keys, all of them. */
    public static List<List<String>> byAction() {
        ShellFixture f = new ShellFixture(file -> FakeClip.calibrated(), Optional.empty());
        List<Action> more = Stream.concat(following(f).stream(), SideBySide
                .actions(f.twin(), Objects.requireNonNull(f.pair), f.model, f.editor, () -> {}, () -> {}).stream())
                .toList();
        return new ShellActions(f.model, f.viewerModel, f.editor, f.player, f.tools)
                .registry(new ShellActions.WindowActions(() -> {}, () -> {}, () -> {}, () -> {}), more).all()
                .stream()
                .map(a -> a.keys().stream().map(k -> Keys.words(k, f.words)).toList()).filter(k -> !k.isEmpty())
                .toList();
    }
}
