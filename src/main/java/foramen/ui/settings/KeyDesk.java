package foramen.ui.settings;

import foramen.domain.preference.Preferences;
import foramen.ui.shell.Action;
import foramen.ui.shell.ActionRegistry;
import foramen.ui.shell.KeyScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;

/** Gives actions other keys, and finds out who has a key already. */
public final class KeyDesk {
    /** These go through the window by their own meaning and are never given away. */
    private static final Set<KeyCode> KEPT = Set.of(KeyCode.TAB, KeyCode.UNDEFINED);

    private final ActionRegistry actions;
    private final SettingsViewModel settings;

    /** Changes the keys of {@code actions}, which follow what {@code settings} has. */
    public KeyDesk(ActionRegistry actions, SettingsViewModel settings) {
        this.actions = actions;
        this.settings = settings;
    }

    /** Whether {@code key} may be given to an action at all. */
    public boolean isFree(KeyCodeCombination key) {
        return !key.getCode().isModifierKey() && !KEPT.contains(key.getCode());
    }

    /** Who else has {@code key}. */
    public Optional<Action> conflict(String action, KeyCodeCombination key) {
        return actions.on(key).filter(a -> !a.id().equals(action));
    }

    /** From now on {@code key} does {@code action} and nothing else; whoever had it keeps its other keys. */
    public void give(String action, KeyCodeCombination key) {
        Map<String, List<String>> changed = new TreeMap<>(settings.preferences().changedKeys());
        conflict(action, key).ifPresent(other -> changed.put(other.id(),
                names(other.keys().stream().filter(k -> !k.equals(key)).toList())));
        List<KeyCodeCombination> keys = new ArrayList<>(List.of(key));
        // The first key is the one that is shown and replaced; the others stay.
        actions.get(action).keys().stream().skip(1).filter(k -> !k.equals(key)).forEach(keys::add);
        changed.put(action, names(keys));
        keep(changed);
    }

    /** {@code action} has no key any more. */
    public void clear(String action) {
        Map<String, List<String>> changed = new TreeMap<>(settings.preferences().changedKeys());
        changed.put(action, List.of());
        keep(changed);
    }

    /** {@code action} has the keys of the scheme again, and so have those that had taken them from it. */
    public void reset(String action) {
        Map<String, List<String>> changed = new TreeMap<>(settings.preferences().changedKeys());
        changed.remove(action);
        keep(changed);
    }

    /** All keys are those of the scheme again. */
    public void resetAll() {
        keep(Map.of());
    }

    /** Takes the keys of another program; what was changed by hand goes, because it was changed against other keys. */
    public void choose(KeyScheme scheme) {
        settings.change(p -> p.withKeys(scheme.id(), Map.of()));
    }

    /** Whether the keys of {@code action} were changed by hand. */
    public boolean isChanged(String action) {
        return settings.preferences().changedKeys().containsKey(action);
    }

    /** The actions as they are now. */
    public ActionRegistry actions() {
        return actions;
    }

    private void keep(Map<String, List<String>> changed) {
        settings.change((Preferences p) -> p.withKeys(p.keyScheme(), changed));
    }

    private static List<String> names(List<KeyCodeCombination> keys) {
        return keys.stream().map(KeyScheme::name).collect(Collectors.toList());
    }
}
