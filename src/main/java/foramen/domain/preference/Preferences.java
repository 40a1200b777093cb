package foramen.domain.preference;

import foramen.domain.measurement.LengthUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The operator's choices.
 *
 * @param language a language tag of BCP 47; empty for the system's
 * @param theme the colours
 * @param largeTargets whether texts and targets are large, for the procedure room
 * @param keyScheme which keys actions have before any was changed, such as {@code foramen}
 * @param changedKeys the keys of the actions that were given others, by the action's name; an empty list for none
 * @param freeDrag what dragging does where there is nothing to hold
 * @param loupe whether a magnified round shows beside what is dragged
 * @param operator who signs; empty where nobody said so yet
 * @param lockMinutes after how many minutes without key, pointer or touch encrypted records are locked; nought for never
 * @param lengths in which unit the screen writes lengths; files are in mm whatever it is
 */
public record Preferences(Optional<String> language, ThemeChoice theme, boolean largeTargets, String keyScheme,
        Map<String, List<String>> changedKeys, FreeDrag freeDrag, boolean loupe, String operator,
        int lockMinutes, LengthUnit lengths) {
    /** The scheme that the program is made with. */
    public static final String OWN_KEYS = "foramen";
    /** Minutes until encrypted records are locked, until another number is chosen: engineering default, no standard's. */
    public static final int LOCK_MINUTES = 10;
    private static final int MOST_LOCK_MINUTES = 24 * 60;
    /** What holds until something is chosen. */
    public static final Preferences DEFAULT = new Preferences(Optional.empty(), ThemeChoice.DARK, false, OWN_KEYS,
            Map.of(), FreeDrag.WINDOW, true, "", LOCK_MINUTES, LengthUnit.MILLIMETRE);

    /** Copies the keys. */
    public Preferences {
        Map<String, List<String>> copy = new TreeMap<>();
        changedKeys.forEach((action, keys) -> copy.put(action, List.copyOf(keys)));
        changedKeys = java.util.Collections.unmodifiableMap(copy);
        lockMinutes = Math.clamp(lockMinutes, 0, MOST_LOCK_MINUTES);
    }

    /** These in another language; empty for the system's. */
    public Preferences withLanguage(Optional<String> next) {
        return new Preferences(next, theme, largeTargets, keyScheme, changedKeys, freeDrag, loupe, operator,
                lockMinutes, lengths);
    }

    /** These in other colours. */
    public Preferences withTheme(ThemeChoice next) {
        return new Preferences(language, next, largeTargets, keyScheme, changedKeys, freeDrag, loupe, operator,
                lockMinutes, lengths);
    }

    /** These with large targets or without. */
    public Preferences withLargeTargets(boolean next) {
        return new Preferences(language, theme, next, keyScheme, changedKeys, freeDrag, loupe, operator,
                lockMinutes, lengths);
    }

    /** These with other keys to begin with, and those that were changed. */
    public Preferences withKeys(String scheme, Map<String, List<String>> changed) {
        return new Preferences(language, theme, largeTargets, scheme, changed, freeDrag, loupe, operator,
                lockMinutes, lengths);
    }

    /** These with another use of a free drag. */
    public Preferences withFreeDrag(FreeDrag next) {
        return new Preferences(language, theme, largeTargets, keyScheme, changedKeys, next, loupe, operator,
                lockMinutes, lengths);
    }

    /** These with the loupe or without. */
    public Preferences withLoupe(boolean next) {
        return new Preferences(language, theme, largeTargets, keyScheme, changedKeys, freeDrag, next, operator,
                lockMinutes, lengths);
    }

    /** These with another name to sign with. */
    public Preferences withOperator(String next) {
        return new Preferences(language, theme, largeTargets, keyScheme, changedKeys, freeDrag, loupe, next,
                lockMinutes, lengths);
    }

    /** These with records locked after so many minutes; nought for never. */
    public Preferences withLockMinutes(int next) {
        return new Preferences(language, theme, largeTargets, keyScheme, changedKeys, freeDrag, loupe, operator, next,
                lengths);
    }

    /** These with lengths in another unit. */
    public Preferences withLengths(LengthUnit next) {
        return new Preferences(language, theme, largeTargets, keyScheme, changedKeys, freeDrag, loupe, operator,
                lockMinutes, next);
    }
}
