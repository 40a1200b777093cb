package foramen.workspace.edit;

import java.time.Instant;
import java.util.Optional;

/** How far the current edits are on their way to the store. */
public sealed interface SaveState {
    /**
     * Everything is in the store.
     *
     * @param at when the last edit was saved; empty where nothing was edited since the case was opened
     */
    record Saved(Optional<Instant> at) implements SaveState {}

    /** Edits are being written. */
    record Saving() implements SaveState {}

    /**
     * Edits could not be written; they are kept in memory until {@link CaseEditor#retry()} or the next edit succeeds.
     *
     * @param sentence what went wrong, for the user
     */
    record Failed(String sentence) implements SaveState {}
}
