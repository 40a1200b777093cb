package foramen.workspace.edit;

import foramen.domain.casefile.Case;
import foramen.domain.casefile.CaseId;
import foramen.domain.casefile.CaseStore;
import foramen.domain.casefile.CaseStore.StoredCase;
import foramen.domain.clip.FrameRef;
import foramen.domain.injection.Injection;
import foramen.domain.session.Session;
import foramen.job.JobRunner;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;

/**
 * The current case, its history and its way to the store. Lives on one thread, the runner's home thread.
 *
 * <p>One gesture is one {@link #commit}, one step of undo and one line of the store's journal. Undo restores snapshots
 * but never the ledger, nor the facts a dose is judged by: what was given or told is not undone. Undo reaches back through earlier sessions; their states are
 * fetched from the store when they are wanted.
 */
public final class CaseEditor {
    private final Clock clock;
    private final Supplier<String> operator;
    private final Supplier<String> ids;
    private final SaveQueue saves;
    private final Undoing undoing;
    private final CaseConflicts conflicts;
    private Optional<String> readOnly = Optional.empty();
    private final ReadOnlyStringWrapper refusal = new ReadOnlyStringWrapper("");

    private final ReadOnlyObjectWrapper<Case> current;
    private final ObjectProperty<Optional<String>> selection = new SimpleObjectProperty<>(Optional.empty());

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
        this.undoing = new Undoing(new PastStates(store, jobs), current::get, this::put);
        this.conflicts = new CaseConflicts(this, saves, store, jobs);
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
        return undoing.canUndo.getReadOnlyProperty();
    }

    /** Whether there is an undone step to do again. */
    public ReadOnlyBooleanProperty canRedoProperty() {
        return undoing.canRedo.getReadOnlyProperty();
    }

    /** What undo would take back, such as {@code Draw sciatic nerve}; empty where nothing. */
    public ReadOnlyStringProperty undoActionProperty() {
        return undoing.undoAction.getReadOnlyProperty();
    }

    /** What redo would do again; empty where nothing. */
    public ReadOnlyStringProperty redoActionProperty() {
        return undoing.redoAction.getReadOnlyProperty();
    }

    /** What undo would take back; empty where nothing. */
    public String undoAction() {
        return undoing.undoAction.get();
    }

    /** Why the history of the case, or a state of it, could not be read; one sentence, empty while all is well. */
    public ReadOnlyStringProperty historyProblemProperty() {
        return undoing.problem.getReadOnlyProperty();
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
     * Makes the stored case the current one, with the history it has in the store. Edits of that case that have not
     * reached the store yet win over the stored state, so none is lost.
     */
    public void open(StoredCase stored) {
        CaseId id = stored.current().id();
        saves.known(id, stored.version());
        List<JournalLine> unsaved = saves.unsaved(id);
        replace(saves.latestUnsaved(id).orElse(stored.current()));
        if (stored.version() > 0) {
            undoing.recall(id, stored.version(), unsaved);
        }
        conflicts.look();
    }

    /** Makes a new case the current one; the store hears of it at its first edit. */
    public void begin(Case first) {
        open(new StoredCase(first, 0));
    }

    private void replace(Case next) {
        undoing.begin();
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
        if (after.equals(before) || refused()) {
            return;
        }
        undoing.did(before, action);
        put(after, action);
    }

    /**
     * Takes the last step back, all but the ledger; does nothing where there is none. A step of an earlier session may
     * have to be fetched first; then it is taken as soon as it is there.
     */
    public void undo() {
        if (!refused()) {
            undoing.undo();
        }
    }

    /** Does the last undone step again; does nothing where there is none. */
    public void redo() {
        if (!refused()) {
            undoing.redo();
        }
    }

    /**
     * Records what was given. Not undoable; a wrong line is voided.
     *
     * @throws IllegalArgumentException where the ledger already has a line of that identifier
     */
    public void recordInjection(Injection line) {
        keep(RecordEdits.recorded(current.get(), line), JournalLine.RECORD + line.productName());
    }

    /**
     * Keeps a planned session as it is now, or what was seen after a closed one. Not undoable: its ticks and reasons are
     * part of the record.
     *
     * @param action what was done, such as {@code checklist of session 1 of 3}
     * @throws IllegalArgumentException where the session is closed and anything but its safety record would change
     */
    public void saveSession(Session session, String action) {
        keep(RecordEdits.saved(current.get(), session), JournalLine.RECORD + action);
    }

    /**
     * Closes a session and records what was given in it, as one step. Not undoable; wrong lines are voided.
     *
     * @throws IllegalArgumentException where the session is closed already or open still, or the ledger has such a line
     */
    public void closeSession(Session session, List<Injection> lines) {
        keep(RecordEdits.closed(current.get(), session, lines), JournalLine.RECORD + session.course().words());
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
        Injection line = RecordEdits.line(current.get(), injectionId);
        if (line.voided().isEmpty()) {
            Injection.Voiding why = new Injection.Voiding(reason.strip(), operator(), now());
            keep(current.get().withInjection(line.voided(why)), JournalLine.VOID + line.productName());
        }
    }

    /**
     * Keeps what is known of the patient that doses are judged by: weight, answers, treatments elsewhere. Not undoable,
     * so that no step back on the picture takes such a fact away unseen; a wrong one is corrected.
     *
     * @param what what was noted, such as {@code weight}
     * @throws IllegalArgumentException where {@code next} is another case
     */
    public void keepFacts(Case next, String what) {
        requireCurrent(next.id());
        keep(next.withLedgerOf(current.get()), JournalLine.RECORD + what);
    }

    /** Makes {@code next} the current case without a step of undo: a record is kept, not undone. */
    private void keep(Case next, String action) {
        if (!next.equals(current.get()) && !refused()) {
            put(next, action);
        }
    }

    /** From now on nothing is changed, and whoever tries is told why; empty to allow it again. */
    public void setReadOnly(Optional<String> because) {
        readOnly = because;
    }

    /** Whether nothing may be changed. */
    public boolean isReadOnly() {
        return readOnly.isPresent();
    }

    /** Why the last edit was refused, one sentence; empty where none was. It is emptied and set anew with each one. */
    public ReadOnlyStringProperty refusalProperty() {
        return refusal.getReadOnlyProperty();
    }

    private boolean refused() {
        refusal.set("");
        readOnly.ifPresent(refusal::set);
        return readOnly.isPresent();
    }

    /** What to do where another operator was faster. */
    public CaseConflicts conflicts() {
        return conflicts;
    }

    /** Does an edit again on a state it was not made from: what undo or redo was then is a step of its own now. */
    void again(Case next, String action) {
        if (next.equals(current.get())) {
            return;
        }
        JournalLine line = JournalLine.of(action, new History.Held(next));
        boolean walked = line.kind() == JournalLine.Kind.UNDO || line.kind() == JournalLine.Kind.REDO;
        if (line.kind() != JournalLine.Kind.LEDGER) {
            undoing.did(current.get(), walked ? JournalLine.AGAIN + action : action);
        }
        put(next, walked ? JournalLine.AGAIN + action : action);
    }

    /** Says {@code sentence} as what is wrong with the history of the case. */
    void tell(String sentence) {
        undoing.problem.set(sentence);
    }

    /** Remembers which frame is in view, once the case is in the store; newest wins, and no part of the journal. */
    public void rememberView(FrameRef frame) {
        if (!isReadOnly()) {
            saves.rememberView(current.get().id(), frame);
        }
    }

    /** The version of the current case in the store; empty while edits are on their way, or it is not there yet. */
    public OptionalLong storedVersion() {
        return saves.version(current.get().id());
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
        undoing.tell();
    }

    private void put(Case next, String action) {
        Case before = current.get();
        show(next);
        saves.add(before, next, new CaseStore.Edit(action, operator(), now()));
    }
}
