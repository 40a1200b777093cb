package foramen.ui.shell;

import foramen.domain.preference.Preferences;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyCombination.Modifier;
import javafx.scene.input.KeyCombination.ModifierValue;

/**
 * Which keys actions have before any was changed. Foramen's own stand beside each action in the table; the scheme of
 * another program is a file {@code foramen/ui/keys/NAME.tsv} that says what is different there.
 *
 * @param id its name in the settings
 * @param title what it is called, which is a name and the same in every language
 * @param keys the keys of the actions that have others, by the action's name
 */
public record KeyScheme(String id, String title, Map<String, List<KeyCodeCombination>> keys) {
    private static final Map<String, Modifier> MODIFIERS = Map.of("Ctrl", KeyCombination.SHORTCUT_DOWN, "Alt",
            KeyCombination.ALT_DOWN, "Shift", KeyCombination.SHIFT_DOWN);
    private static final String FOLDER = "/foramen/ui/keys/";

    /** All schemes, Foramen's first. */
    public static final List<KeyScheme> ALL = List.of(new KeyScheme(Preferences.OWN_KEYS, "Foramen", Map.of()),
            read("weasis", "Weasis"), read("ohif", "OHIF"), read("horos", "Horos"));

    /** Copies the keys. */
    public KeyScheme {
        keys = Map.copyOf(keys);
    }

    /** The scheme called {@code id}; Foramen's where a later version knew one that this does not. */
    public static KeyScheme of(String id) {
        return ALL.stream().filter(s -> s.id().equals(id)).findFirst().orElse(ALL.getFirst());
    }

    /** The keys that {@code name} says, such as {@code Ctrl+Shift+PAGE_DOWN}; empty where it says none. */
    public static Optional<KeyCodeCombination> key(String name) {
        List<String> parts = List.of(name.strip().split("\\+", -1));
        List<Modifier> modifiers = new ArrayList<>();
        for (String part : parts.subList(0, parts.size() - 1)) {
            Modifier modifier = MODIFIERS.get(part);
            if (modifier == null) {
                return Optional.empty();
            }
            modifiers.add(modifier);
        }
        try {
            return Optional
                    .of(new KeyCodeCombination(KeyCode.valueOf(parts.getLast()), modifiers.toArray(Modifier[]::new)));
        } catch (IllegalArgumentException e) {
            // Written by hand or by a later version; the caller says what is to happen.
            return Optional.empty();
        }
    }

    /** How {@code keys} are written in settings and schemes; {@link #key} reads it. */
    public static String name(KeyCodeCombination keys) {
        StringBuilder name = new StringBuilder();
        if (keys.getShortcut() == ModifierValue.DOWN || keys.getControl() == ModifierValue.DOWN) {
            name.append("Ctrl+");
        }
        if (keys.getAlt() == ModifierValue.DOWN) {
            name.append("Alt+");
        }
        if (keys.getShift() == ModifierValue.DOWN) {
            name.append("Shift+");
        }
        return name.append(keys.getCode().name()).toString();
    }

    private static KeyScheme read(String id, String title) {
        String name = FOLDER + id + ".tsv";
        Map<String, List<KeyCodeCombination>> keys = new LinkedHashMap<>();
        try (InputStream in = Objects.requireNonNull(KeyScheme.class.getResourceAsStream(name), name);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line : lines.lines().filter(l -> !l.isBlank() && !l.startsWith("#")).toList()) {
                String[] columns = line.split("\t", -1);
                List<KeyCodeCombination> all = new ArrayList<>();
                for (int i = 1; i < columns.length; i++) {
                    all.add(key(columns[i]).orElseThrow(() -> new IllegalStateException(name + ": " + line)));
                }
                keys.put(columns[0], all);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot be read from the installation", e);
        }
        return new KeyScheme(id, title, keys);
    }
}
