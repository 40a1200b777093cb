package foramen.workspace.edit;

import foramen.domain.casefile.Case;
import foramen.domain.casefile.CaseId;
import foramen.domain.casefile.CaseStore;
import foramen.domain.casefile.CaseStore.StoredCase;
import foramen.domain.casefile.SetAside;
import foramen.domain.casefile.StoreException;
import foramen.domain.revision.CaseMerge;
import foramen.domain.revision.Clash;
import foramen.job.JobRunner;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * What to do where another operator was faster: see it, give way, or put one's own edits on top; see decision 0035. Lives
 * on the runner's home thread.
 */
public final class CaseConflicts {
    private final CaseEditor editor;
    private final SaveQueue saves;
    private final CaseStore store;
    private final JobRunner jobs;
    private final ReadOnlyObjectWrapper<Optional<Conflict>> conflict = new ReadOnlyObjectWrapper<>(Optional.empty());
    private boolean working;

    CaseConflicts(CaseEditor editor, SaveQueue saves, CaseStore store, JobRunner jobs) {
        this.editor = editor;
        this.saves = saves;
        this.store = store;
        this.jobs = jobs;
        saves.stateProperty().addListener((o, was, now) -> look());
    }

    /** The conflict of the current case; empty while there is none. */
    public ReadOnlyObjectProperty<Optional<Conflict>> conflictProperty() {
        return conflict.getReadOnlyProperty();
    }

    /** Looks whether the current case has one. While an edit is tried again, what was found stays. */
    void look() {
        Optional<FasterException> faster = saves.faster(editor.current().id());
        if (saves.stateProperty().get() instanceof SaveState.Saving && faster.isEmpty()) {
            conflict.get().filter(c -> !c.base().id().equals(editor.current().id()))
                    .ifPresent(c -> conflict.set(Optional.empty()));
            return;
        }
        if (faster.isEmpty()) {
            conflict.set(Optional.empty());
            return;
        }
        CaseId id = editor.current().id();
        FasterException found = faster.get();
        List<SaveQueue.Unsaved> mine = saves.pending(id);
        jobs.start("Comparing two states of the case",
                progress -> of(found.base(), new StoredCase(found.theirs().current(), found.theirs().version()),
                        found.edits(), mine),
                made -> {
                    if (editor.current().id().equals(id) && saves.faster(id).equals(Optional.of(found))) {
                        conflict.set(Optional.of(made));
                    }
                }, e -> editor.tell(String.valueOf(e.getMessage())));
    }

    private static Conflict of(Case base, StoredCase theirs, List<CaseStore.Edit> edits,
            List<SaveQueue.Unsaved> mine) {
        Set<Clash> clashes = new LinkedHashSet<>();
        rebased(base, theirs.current(), mine, clashes);
        return new Conflict(base, mine.getLast().after(), theirs.current(), edits,
                mine.stream().map(u -> u.edit().action()).toList(), new ArrayList<>(clashes));
    }

    /** The states that my edits, one after the other, make of theirs. */
    private static List<Case> rebased(Case base, Case theirs, List<SaveQueue.Unsaved> mine, Set<Clash> clashes) {
        List<Case> all = new ArrayList<>();
        for (SaveQueue.Unsaved edit : mine) {
            switch (CaseMerge.of(base, edit.after(), theirs)) {
                case CaseMerge.Merged m -> all.add(m.merged());
                case CaseMerge.Refused r -> clashes.addAll(r.clashes());
            }
        }
        return all;
    }

    /** Theirs as the store has it when it is asked, and what is to be done with mine. */
    private record Answer(StoredCase theirs, List<Case> states) {}

    /**
     * Makes their state the current one; mine goes to {@code aside} first, whole.
     *
     * @param then told once it is done, with what was set aside
     * @param failed told one sentence where it could not be set aside; nothing is changed then
     */
    public void loadTheirs(SetAside aside, Consumer<SetAside.Kept> then, Consumer<String> failed) {
        CaseId id = editor.current().id();
        List<SaveQueue.Unsaved> mine = saves.pending(id);
        if (mine.isEmpty() || working) {
            return;
        }
        SetAside.Kept kept = new SetAside.Kept(mine.getLast().after(),
                mine.stream().map(u -> u.edit().action()).toList(), editor.operator(), editor.now());
        working = true;
        jobs.start("Setting edits aside", progress -> {
            aside.setAside(kept);
            return new Answer(newest(id), List.of());
        }, answer -> {
            working = false;
            if (!saves.pending(id).equals(mine)) {
                // Something was edited meanwhile; that is set aside too.
                if (editor.current().id().equals(id)) {
                    loadTheirs(aside, then, failed);
                }
                return;
            }
            take(id, answer.theirs());
            then.accept(kept);
        }, e -> fail(e, failed));
    }

    /**
     * Makes their state the current one and does my edits again on it, one by one, each a line of the journal.
     *
     * @param failed told one sentence where that cannot be done; nothing is changed then
     */
    public void putAgain(Consumer<String> failed) {
        CaseId id = editor.current().id();
        Optional<FasterException> faster = saves.faster(id);
        List<SaveQueue.Unsaved> mine = saves.pending(id);
        if (mine.isEmpty() || faster.isEmpty() || working) {
            return;
        }
        Case base = faster.get().base();
        working = true;
        jobs.start("Putting edits on top", progress -> {
            StoredCase theirs = newest(id);
            Set<Clash> clashes = new LinkedHashSet<>();
            List<Case> states = rebased(base, theirs.current(), mine, clashes);
            return new Answer(theirs, clashes.isEmpty() ? states : List.of());
        }, answer -> {
            working = false;
            if (!editor.current().id().equals(id)) {
                // Another case was opened meanwhile: the edits stay as they are, to be put again from their own case.
                return;
            }
            if (!saves.pending(id).equals(mine)) {
                putAgain(failed);
            } else if (answer.states().isEmpty()) {
                // Another edit of theirs came meanwhile: trying again finds out which.
                saves.retry();
            } else {
                take(id, answer.theirs());
                for (int i = 0; i < mine.size(); i++) {
                    editor.again(answer.states().get(i), mine.get(i).edit().action());
                }
            }
        }, e -> fail(e, failed));
    }

    private void take(CaseId id, StoredCase theirs) {
        saves.discard(id);
        if (editor.current().id().equals(id)) {
            conflict.set(Optional.empty());
            editor.open(theirs);
        }
    }

    private void fail(Exception e, Consumer<String> failed) {
        working = false;
        failed.accept(String.valueOf(e.getMessage()));
    }

    private StoredCase newest(CaseId id) throws StoreException {
        return store.find(id).orElseThrow(() -> new StoreException("The store no longer has this case."));
    }
}
