package foramen.workspace.edit;

import foramen.domain.casefile.Case;
import foramen.domain.casefile.CaseId;
import foramen.domain.casefile.CaseStore;
import foramen.domain.casefile.CaseStore.StoredCase;
import foramen.domain.clip.FrameRef;
import foramen.domain.injection.Injection;
import foramen.job.JobRunner;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;

/**
 * The current case, its history and its way to the store. Lives on one thread, the runner's home thread.
 *
 * <p>One gesture is one {@link #commit}, one step of undo and one line of the store's journal. Undo restores snapshots
 * but never the ledger: what was given is not undone.
 */
public final class CaseEditor {
    private final Clock clock;
    private final Supplier<String> operator;
    private final Supplier<String> ids;
    private final SaveQueue saves;
    private final History history = new History();

    private final ReadOnlyObjectWrapper<Case> current;
    private final ObjectProperty<Optional<String>> selection = new SimpleObjectProperty<>(Optional.empty());
    private final ReadOnlyBooleanWrapper canUndo = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper canRedo = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper undoAction = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper redoAction = new ReadOnlyStringWrapper("");

    /**
     * Starts with an empty case that the store hears of at its first edit.
     *
     * @param store where cases live; used only inside jobs, one at a time
     * @param jobs runs the writing
     * @param clock the time of edits
     * @param operator who edits, as the settings have it just now; may be empty
     * @param ids makes fresh identifiers of lower-case letters, digits and hyphens, such as random UUIDs
     */
    public CaseEditor(CaseStore store, JobRunner jobs, Clock clock, Supplier<String> operator, Supplier<String> ids) {
        this.clock = clock;
        this.operator = operator;
        this.ids = ids;
        this.saves = new SaveQueue(store, jobs, clock);
        this.current = new ReadOnlyObjectWrapper<>(Case.begin(new CaseId(ids.get()), clock.instant()));
    }

    /** The case as it is now, saved or not. */
    public ReadOnlyObjectProperty<Case> caseProperty() {
        return current.getReadOnlyProperty();
    }

    /** The case as it is now, saved or not. */
    public Case current() {
        return current.get();
    }

    /** Identifier of the selected annotation or plan; empties itself when that object vanishes. */
    public ObjectProperty<Optional<String>> selectionProperty() {
        return selection;
    }

    /** Where the edits are on their way to the store. */
    public ReadOnlyObjectProperty<SaveState> saveStateProperty() {
        return saves.stateProperty();
    }

    /** Whether there is a step to undo. */
    public ReadOnlyBooleanProperty canUndoProperty() {
        return canUndo.getReadOnlyProperty();
    }

    /** Whether there is an undone step to do again. */
    public ReadOnlyBooleanProperty canRedoProperty() {
        return canRedo.getReadOnlyProperty();
    }

    /** What undo would take back, such as {@code Draw sciatic nerve}; empty where nothing. */
    public ReadOnlyStringProperty undoActionProperty() {
        return undoAction.getReadOnlyProperty();
    }

    /** What redo would do again; empty where nothing. */
    public ReadOnlyStringProperty redoActionProperty() {
        return redoAction.getReadOnlyProperty();
    }

    /** What undo would take back; empty where nothing. */
    public String undoAction() {
        return undoAction.get();
    }

    /** Who edits, as the settings have it just now; may be empty. */
    public String operator() {
        return operator.get();
    }

    /** The time, for what an edit stamps on objects. */
    public Instant now() {
        return clock.instant();
    }

    /** A fresh identifier. */
    public String newId() {
        return ids.get();
    }

    /**
     * Makes the stored case the current one and forgets the history. Edits of that case that have not reached the
     * store yet win over the stored state, so none is lost.
     */
    public void open(StoredCase stored) {
        saves.known(stored.current().id(), stored.version());
        replace(saves.latestUnsaved(stored.current().id()).orElse(stored.current()));
    }

    /** Makes a new case the current one; the store hears of it at its first edit. */
    public void begin(Case first) {
        open(new StoredCase(first, 0));
    }

    private void replace(Case next) {
        history.clear();
        selection.set(Optional.empty());
        show(next);
    }

    /**
     * Makes {@code next} the current case: one step of undo, one line of the journal. Does nothing where {@code next}
     * says the same as the current case. The ledger of the current case stays, whatever {@code next} says.
     *
     * @param action what was done, first letter upper case, such as {@code Draw sciatic nerve}
     * @throws IllegalArgumentException where {@code next} is another case
     */
    public void commit(Case next, String action) {
        Case before = current.get();
        requireCurrent(next.id());
        Case after = next.withLedgerOf(before);
        if (after.equals(before)) {
            return;
        }
        history.did(before, action);
        show(after);
        save(action);
    }

    /** Takes the last step back, all but the ledger; does nothing where there is none. */
    public void undo() {
        history.undo(current.get()).ifPresent(step -> restore(step, "Undo: "));
    }

    /** Does the last undone step again; does nothing where there is none. */
    public void redo() {
        history.redo(current.get()).ifPresent(step -> restore(step, "Redo: "));
    }

    private void restore(History.Step step, String verb) {
        show(step.snapshot().withLedgerOf(current.get()));
        save(verb + step.action());
    }

    /**
     * Records what was given. Not undoable; a wrong line is voided.
     *
     * @throws IllegalArgumentException where the ledger already has a line of that identifier
     */
    public void recordInjection(Injection line) {
        if (current.get().ledger().stream().anyMatch(l -> l.id().equals(line.id()))) {
            throw new IllegalArgumentException("The ledger already has line " + line.id());
        }
        show(current.get().withInjection(line));
        save("Record " + line.productName());
    }

    /**
     * Marks a line of the ledger as not counting. Not undoable. Does nothing where the line is voided already.
     *
     * @param reason why, not blank
     * @throws IllegalArgumentException where there is no such line or no reason
     */
    public void voidInjection(String injectionId, String reason) {
        if (reason.isBlank()) {
            throw new IllegalArgumentException("A line is voided with a reason");
        }
        Injection line = current.get().ledger().stream().filter(l -> l.id().equals(injectionId)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The ledger has no line " + injectionId));
        if (line.voided().isEmpty()) {
            Injection.Voiding why = new Injection.Voiding(reason.strip(), operator(), now());
            show(current.get().withInjection(line.voided(why)));
            save("Void " + line.productName());
        }
    }

    /** Remembers which frame is in view, once the case is in the store; newest wins, and no part of the journal. */
    public void rememberView(FrameRef frame) {
        saves.rememberView(current.get().id(), frame);
    }

    /** Tries the edits again that could not be saved. */
    public void retry() {
        saves.retry();
    }

    /** Whether edits have not reached the store yet. */
    public boolean hasUnsaved() {
        return saves.hasUnsaved();
    }

    /**
     * Calls {@code then} once, on the home thread, as soon as nothing is being written and nothing waits to be: at
     * once where that is so already. The state it is given is {@link SaveState.Failed} where edits remain unsaved.
     */
    public void whenIdle(Consumer<SaveState> then) {
        saves.whenIdle(then);
    }

    /** Drops the edits of the current case that could not be saved, such as after another operator was faster. */
    public void discardUnsaved() {
        saves.discard(current.get().id());
    }

    private void requireCurrent(CaseId id) {
        if (!current.get().id().equals(id)) {
            throw new IllegalArgumentException("Case " + id.value() + " is not the current one");
        }
    }

    private void show(Case next) {
        boolean gone = selection.get().filter(id -> next.annotation(id).isEmpty() && next.plan(id).isEmpty())
                .isPresent();
        current.set(next);
        if (gone) {
            selection.set(Optional.empty());
        }
        undoAction.set(history.undoAction().orElse(""));
        redoAction.set(history.redoAction().orElse(""));
        canUndo.set(history.undoAction().isPresent());
        canRedo.set(history.redoAction().isPresent());
    }

    private void save(String action) {
        saves.add(current.get(), new CaseStore.Edit(action, operator(), now()));
    }
}
