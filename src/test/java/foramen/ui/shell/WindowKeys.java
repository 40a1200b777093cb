package foramen.ui.shell;

import foramen.testing.FakeClip;
import foramen.ui.support.Keys;
import java.util.List;
import java.util.Optional;

/** The keys of the real window's actions in words, for tests of what is written about them. */
public final class WindowKeys {
    private WindowKeys() {}

    /** For each action that has keys, all of them. */
    public static List<List<String>> byAction() {
        ShellFixture f = new ShellFixture(file -> FakeClip.calibrated(), Optional.empty());
        return new ShellActions(f.model, f.viewerModel, f.editor, f.player, f.tools)
                .registry(new ShellActions.WindowActions(() -> {}, () -> {}, () -> {}, () -> {})).all().stream()
                .map(a -> a.keys().stream().map(Keys::words).toList()).filter(k -> !k.isEmpty()).toList();
    }
}
