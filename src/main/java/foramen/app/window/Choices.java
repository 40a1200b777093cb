package foramen.app.window;

import foramen.domain.preference.Preferences;
import foramen.domain.preference.PreferencesStore;
import foramen.job.JobRunner;
import foramen.ui.settings.KeyDesk;
import foramen.ui.settings.SettingsSheet;
import foramen.ui.settings.SettingsViewModel;
import foramen.ui.shell.Keymap;
import foramen.ui.shell.Shell;
import foramen.ui.support.Theme;
import foramen.ui.support.Words;
import foramen.ui.viewer.LeftDrag;
import foramen.ui.viewer.ViewerViewModel;
import java.util.function.Consumer;
import javafx.scene.Scene;
import org.jspecify.annotations.Nullable;

/** Makes what the operator chose hold in the window, from its first moment and with every change. */
final class Choices {
    private final SettingsViewModel settings;
    private final boolean encrypted;
    private final String complaint;
    private @Nullable Shell shell;
    private @Nullable SettingsSheet sheet;

    /**
     * @param store where choices are kept
     * @param encrypted whether the records have a passphrase
     * @param jobs where they are written
     * @param words what the window says
     * @param report is told where they could not be kept
     */
    Choices(PreferencesStore store, boolean encrypted, JobRunner jobs, Words words, Consumer<String> report) {
        this.encrypted = encrypted;
        PreferencesStore.Kept kept = store.load();
        complaint = kept.complaint();
        settings = new SettingsViewModel(kept.preferences(), store, jobs, words, report);
    }

    /** Who signs. */
    String operator() {
        return settings.preferences().operator();
    }

    /** Whoever signed last is most likely to sign the next line. */
    void rememberOperator(String operator) {
        settings.change(p -> p.withOperator(operator));
    }

    /** What holds now. */
    Preferences preferences() {
        return settings.preferences();
    }

    /** One sentence where what was kept could not be read; else empty. */
    String complaint() {
        return complaint;
    }

    /** Holds the keys of {@code window} and the pointer on {@code viewer} to what is chosen. */
    void join(Shell window, ViewerViewModel viewer) {
        shell = window;
        settings.preferencesProperty().subscribe(p -> {
            Keymap next = Keymap.of(p.keyScheme(), p.changedKeys());
            if (!next.equals(window.actions().keymapProperty().get())) {
                window.actions().setKeymap(next);
            }
            viewer.freeDragProperty().set(switch (p.freeDrag()) {
                case WINDOW -> LeftDrag.WINDOW;
                case PAN -> LeftDrag.PAN;
                case ZOOM -> LeftDrag.ZOOM;
            });
            viewer.loupeProperty().set(p.loupe());
            window.words().lengthsProperty().set(p.lengths());
            window.setTipsInStatusLine(p.largeTargets());
        });
    }

    /** Dresses {@code scene} as chosen, and again whenever that changes. */
    void dress(Scene scene) {
        settings.preferencesProperty().map(p -> new Look(p.theme(), p.largeTargets()))
                .subscribe(look -> Theme.of(look.theme(), look.large()).apply(scene));
    }

    private record Look(foramen.domain.preference.ThemeChoice theme, boolean large) {}

    /** Lays the settings over the window, or takes them away. */
    void toggleSheet() {
        Shell window = shell;
        if (window == null) {
            return;
        }
        SettingsSheet shown = sheet;
        if (shown == null) {
            shown = new SettingsSheet(settings, encrypted, new KeyDesk(window.actions(), settings), this::toggleSheet);
            sheet = shown;
        }
        window.toggleSheet(shown);
        if (shown.getScene() != null) {
            shown.begin();
        }
    }
}
