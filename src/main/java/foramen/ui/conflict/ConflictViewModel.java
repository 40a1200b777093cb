package foramen.ui.conflict;

import foramen.domain.anatomy.StructureCatalog;
import foramen.domain.casefile.Case;
import foramen.domain.casefile.CaseId;
import foramen.domain.casefile.CaseStore;
import foramen.domain.casefile.CaseStore.Edit;
import foramen.domain.casefile.CaseStore.StoredCase;
import foramen.domain.casefile.SetAside;
import foramen.domain.casefile.SetAside.Kept;
import foramen.job.JobRunner;
import foramen.ui.support.Words;
import foramen.workspace.edit.CaseEditor;
import foramen.workspace.edit.Conflict;
import foramen.workspace.tool.ToolController;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Who changed the case one is editing, when and what, and what becomes of one's own edits. */
public final class ConflictViewModel {
    /** More lines than that nobody reads above a picture; the rest is counted (engineering default). */
    private static final int MOST_LINES = 6;

    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    private final CaseEditor editor;
    private final ToolController tools;
    private final CaseStore store;
    private final SetAside aside;
    private final JobRunner jobs;
    private final ZoneId zone;
    private final Words words;
    private final ChangeWords changes;
    private final Consumer<String> report;
    private final ReadOnlyObjectWrapper<Optional<Shown>> shown = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Kept>> kept = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper looking = new ReadOnlyBooleanWrapper();
    /** Whether the case itself may be edited; not where the records can only be read. */
    private boolean mayEdit;

    /**
     * What there is to read.
     *
     * @param title who, when
     * @param theirs what the other changed, one line each
     * @param mine what is not saved, one line each
     * @param edits how many edits these are
     * @param reasons why mine cannot be put on top; empty where it can
     */
    public record Shown(String title, List<String> theirs, List<String> mine, int edits, List<String> reasons) {
        /** Whether mine can be put on top of theirs. */
        public boolean canPutAgain() {
            return reasons.isEmpty();
        }
    }

    /**
     * What it works with.
     *
     * @param editor the case
     * @param tools a drag is given up before another state comes; a drawing waits
     * @param store where the case lives
     * @param aside where edits go that give way
     * @param jobs what is slow
     * @param zone the clinic's
     * @param structures names of structures
     */
    public record Parts(CaseEditor editor, ToolController tools, CaseStore store, SetAside aside, JobRunner jobs,
            ZoneId zone, StructureCatalog structures) {}

    /**
     * @param parts what it works with
     * @param words what the window says
     * @param report is told one sentence where something could not be done
     */
    public ConflictViewModel(Parts parts, Words words, Consumer<String> report) {
        this.editor = parts.editor();
        this.tools = parts.tools();
        this.store = parts.store();
        this.aside = parts.aside();
        this.jobs = parts.jobs();
        this.zone = parts.zone();
        this.words = words;
        this.report = report;
        changes = new ChangeWords(parts.structures(), words);
        editor.conflicts().conflictProperty().subscribe(c -> shown.set(c.map(this::shown)));
        editor.caseProperty().addListener((o, was, now) -> caseChanged(was, now));
    }

    private Shown shown(Conflict c) {
        Edit last = c.edits().getLast();
        List<String> reasons = new ArrayList<>(new LinkedHashSet<>(
                c.clashes().stream().map(clash -> changes.of(clash, c.base(), c.mine(), c.theirs())).toList()));
        return new Shown(words.text("conflict.title", operators(c.edits()), time(last.at())),
                few(changes.of(c.base(), c.theirs())), few(changes.of(c.base(), c.mine())), c.unsaved().size(),
                few(reasons));
    }

    private String operators(List<Edit> edits) {
        List<String> names = edits.stream().map(Edit::operator).filter(n -> !n.isBlank()).distinct().toList();
        return names.isEmpty() ? words.text("conflict.somebody") : String.join(", ", names);
    }

    private String time(Instant at) {
        return WHEN.format(at.atZone(zone));
    }

    private List<String> few(List<String> all) {
        if (all.size() <= MOST_LINES) {
            return all;
        }
        List<String> first = new ArrayList<>(all.subList(0, MOST_LINES - 1));
        first.add(words.text("conflict.more", all.size() - first.size()));
        return first;
    }

    /** Goes on from theirs; my edits are set aside first. */
    public void loadTheirs() {
        tools.letGo();
        editor.conflicts().loadTheirs(aside, k -> {
            if (editor.current().id().equals(k.state().id())) {
                kept.set(Optional.of(k));
            }
        }, report);
    }

    /** Goes on from theirs with my edits on top. */
    public void putAgain() {
        tools.letGo();
        editor.conflicts().putAgain(report);
    }

    /** Sets my edits aside, and then calls {@code then}, such as to close the window. */
    public void setAsideAnd(Runnable then) {
        editor.conflicts().loadTheirs(aside, k -> then.run(), report);
    }

    /** Shows what was set aside, which can be looked at and exported but not changed. */
    public void look() {
        kept.get().ifPresent(k -> {
            tools.letGo();
            mayEdit = !editor.isReadOnly();
            editor.open(new StoredCase(k.state(), 0));
            if (mayEdit) {
                editor.setReadOnly(Optional.of(words.text("conflict.looking.refused")));
            }
            looking.set(true);
        });
    }

    /** Goes back to the case as it is. */
    public void back() {
        CaseId id = editor.current().id();
        jobs.start(words.text("job.last"), progress -> store.find(id), found -> found.ifPresent(s -> {
            if (looking.get() && editor.current().id().equals(id)) {
                endLooking();
                editor.open(s);
            }
        }), e -> report.accept(words.said(String.valueOf(e.getMessage()))));
    }

    /** Takes the notice of what was set aside away; it comes again when the case is opened again. */
    public void dismiss() {
        kept.set(Optional.empty());
    }

    private void endLooking() {
        if (looking.get()) {
            looking.set(false);
            if (mayEdit) {
                editor.setReadOnly(Optional.empty());
            }
        }
    }

    private void caseChanged(Case was, Case now) {
        if (looking.get() && kept.get().filter(k -> k.state().equals(now)).isEmpty()) {
            // Another case was opened meanwhile.
            endLooking();
        }
        if (!was.id().equals(now.id())) {
            kept.set(Optional.empty());
            jobs.start(words.text("job.last"), progress -> aside.setAsideOf(now.id()), found -> {
                if (!found.isEmpty() && editor.current().id().equals(now.id())) {
                    kept.set(Optional.of(found.getLast()));
                }
            }, e -> report.accept(words.said(String.valueOf(e.getMessage()))));
        }
    }

    /** What the notice of {@code k} says. */
    String sentence(Kept k) {
        return words.text(k.actions().size() == 1 ? "conflict.aside.one" : "conflict.aside.other", k.actions().size(),
                time(k.at()), k.operator().isBlank() ? "" : " " + words.text("conflict.by", k.operator()));
    }

    /** The conflict; empty while there is none. */
    public ReadOnlyObjectProperty<Optional<Shown>> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** What was set aside of the case last; empty where nothing was, or the notice was taken away. */
    public ReadOnlyObjectProperty<Optional<Kept>> keptProperty() {
        return kept.getReadOnlyProperty();
    }

    /** Whether what was set aside is looked at just now. */
    public ReadOnlyBooleanProperty lookingProperty() {
        return looking.getReadOnlyProperty();
    }

    /** What the window says. */
    public Words words() {
        return words;
    }
}
