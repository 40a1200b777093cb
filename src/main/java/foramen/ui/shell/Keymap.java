package foramen.ui.shell;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.scene.input.KeyCodeCombination;

/**
 * Which keys do what just now. What the operator changed goes before the scheme, the scheme before what the table has; of
 * two actions of one rank that want the same key the first has it, so that a key never does two things, whatever a
 * settings file says.
 *
 * @param scheme what holds before any key was changed
 * @param changed the keys of the actions that were given others, by the action's name
 */
public record Keymap(KeyScheme scheme, Map<String, List<KeyCodeCombination>> changed) {
    /** The keys of the table. */
    public static final Keymap OWN = new Keymap(KeyScheme.of(foramen.domain.preference.Preferences.OWN_KEYS), Map.of());

    /** Copies what was changed. */
    public Keymap {
        changed = Map.copyOf(changed);
    }

    /** As it stands in the settings; a key that cannot be read is left out. */
    public static Keymap of(String scheme, Map<String, List<String>> changed) {
        Map<String, List<KeyCodeCombination>> keys = new LinkedHashMap<>();
        changed.forEach((action, names) -> keys.put(action,
                names.stream().flatMap(n -> KeyScheme.key(n).stream()).toList()));
        return new Keymap(KeyScheme.of(scheme), keys);
    }

    /** The keys of each of {@code actions}, by its name. */
    Map<String, List<KeyCodeCombination>> keysOf(Collection<Action> actions) {
        Map<String, List<KeyCodeCombination>> keys = new LinkedHashMap<>();
        Set<KeyCodeCombination> taken = new HashSet<>();
        for (Map<String, List<KeyCodeCombination>> rank : List.of(changed, scheme.keys())) {
            for (Action a : actions) {
                if (rank.containsKey(a.id()) && !keys.containsKey(a.id())) {
                    keys.put(a.id(), rank.getOrDefault(a.id(), List.of()).stream().filter(taken::add).toList());
                }
            }
        }
        for (Action a : actions) {
            if (!keys.containsKey(a.id())) {
                keys.put(a.id(), a.keys().stream().filter(taken::add).toList());
            }
        }
        return keys;
    }
}
