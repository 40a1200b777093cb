package foramen.ui.shell;

import foramen.domain.casefile.Case;
import foramen.domain.casefile.CaseId;
import foramen.domain.casefile.CaseStore;
import foramen.domain.casefile.CaseStore.Summary;
import foramen.domain.clip.Clip;
import foramen.domain.clip.ClipCatalog;
import foramen.domain.clip.ClipEntry;
import foramen.domain.clip.FrameRef;
import foramen.job.JobRunner;
import foramen.ui.support.Words;
import foramen.workspace.cine.CinePlayer;
import foramen.workspace.cine.Companion;
import foramen.workspace.cine.FrameLoader;
import foramen.workspace.cine.LoadedFrame;
import foramen.workspace.edit.CaseEditor;
import foramen.workspace.edit.OpenClip;
import foramen.workspace.edit.OpenedClip;
import foramen.workspace.edit.SaveState;
import foramen.workspace.source.ClipShelf;
import foramen.workspace.source.Thumbnails;
import foramen.workspace.tool.ToolController;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/** What the window is about: which clip and case are open, which step is shown, and what went wrong. */
public final class ShellViewModel {
    /** What stands where the picture is. */
    public enum Phase {
        EMPTY, LOADING, SHOWING
    }

    private Runnable guide = () -> {};
    private final CaseEditor editor;
    private final OpenClip opener;
    private final CinePlayer player;
    private final FrameLoader frames;
    private final ToolController tools;
    private final InheritedLabels labels;
    private final Optional<Path> sample;
    private final Words words;
    private final ClipShelf shelf = new ClipShelf();
    private final Thumbnails thumbnails;

    private final ReadOnlyObjectWrapper<Optional<Clip>> clip = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Phase> phase = new ReadOnlyObjectWrapper<>(Phase.EMPTY);
    private final ReadOnlyStringWrapper loadingName = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObjectProperty<Step> step = new SimpleObjectProperty<>(Step.CLIPS);
    private final RecentCases recent;
    private final StepBoard board;
    private final Closing closing;
    private JobRunner.@Nullable Handle opening;
    private Optional<ClipPair> pair = Optional.empty();
    private boolean exchanging;

    /**
     * @param editor the case
     * @param opener opens files and cases
     * @param player which frame is due
     * @param frames fetches it
     * @param tools the drawing tools
     * @param cases the store's list of cases
     * @param jobs runs what is slow
     * @param sample a clip to try, where the installation has one
     * @param checks which steps need attention
     * @param words what the window says
     */
    public ShellViewModel(CaseEditor editor, OpenClip opener, CinePlayer player, FrameLoader frames,
            ToolController tools, CaseStore cases, JobRunner jobs, Optional<Path> sample, StepChecks checks,
            Words words) {
        this.editor = editor;
        this.opener = opener;
        this.player = player;
        this.frames = frames;
        this.tools = tools;
        labels = new InheritedLabels(tools);
        this.sample = sample;
        this.board = new StepBoard(checks, editor::current, () -> clip.get().map(Clip::info));
        this.words = words;
        this.recent = new RecentCases(cases, jobs, words, this::report);
        this.closing = new Closing(editor, words, p -> problem.set(Optional.of(p)));
        this.thumbnails = opener.thumbnails();
        player.frameIndexProperty().addListener((o, was, now) -> frameDue(now.intValue()));
        player.playingProperty().addListener((o, was, now) -> rememberView());
        frames.currentProperty().addListener((o, was, now) -> now.ifPresent(this::frameShown));
        editor.caseProperty().subscribe(board::refresh);
        editor.saveStateProperty().addListener((o, was, now) -> {
            if (now instanceof SaveState.Saved) {
                recent.refresh();
            }
        });
    }

    /** Opens the one clip of {@code places}; of several, folders, archives and media, shows the list. */
    public void open(List<Path> places) {
        if (places.isEmpty()) {
            return;
        }
        Path name = places.getFirst().getFileName();
        String what = places.size() > 1 ? words.text("shell.files", places.size()) : String.valueOf(name);
        begin(what, Optional.empty(), (done, failed) -> opener.open(places, done, this::listed, failed),
                () -> open(places));
    }

    /** Opens a clip of the list. */
    public void open(ClipEntry entry) {
        begin(entry.title(), Optional.of(entry), (done, failed) -> opener.open(entry.location(), done, failed),
                () -> open(entry));
    }

    /**
     * Goes to the clip of the case that is {@code step} places on from the one in view; in a case of one clip, opens the
     * next of the list. Stays at either end.
     */
    public void turnTo(int step) {
        if (pair.isPresent() && editor.current().clips().size() > 1) {
            pair.get().turn(step);
            return;
        }
        shelf.neighbour(step).ifPresent(this::open);
    }

    private void listed(ClipCatalog catalog) {
        opening = null;
        thumbnails.forget();
        rest();
        shelf.show(catalog);
        step.set(Step.CLIPS);
        if (catalog.entries().isEmpty()) {
            problem.set(Optional.of(new Problem(words.text("shell.nothing", words.said(catalog.summary())),
                    List.of())));
        }
    }

    /** Opens the sample clip; does nothing where the installation has none. */
    public void openSample() {
        sample.ifPresent(s -> open(List.of(s)));
    }

    /** Whether there is a sample clip. */
    public boolean hasSample() {
        return sample.isPresent();
    }

    /** Opens a case of the store with the clip last looked at. */
    public void reopen(CaseId id) {
        begin(recent.name(id), Optional.empty(), (done, failed) -> opener.reopen(id, done, failed), () -> reopen(id));
    }

    private void begin(String name, Optional<ClipEntry> entry,
            BiFunction<Consumer<OpenedClip>, Consumer<String>, JobRunner.Handle> start, Runnable again) {
        cancelOpening();
        problem.set(Optional.empty());
        loadingName.set(name);
        phase.set(Phase.LOADING);
        JobRunner.Handle handle = start.apply(done -> opened(done, entry),
                sentence -> failed(sentence, List.of(new Problem.Offer(words.text("shell.again"), again))));
        opening = handle.isFinished() ? null : handle;
    }

    /** Gives up what is being opened; what was open before stays. */
    public void cancelOpening() {
        if (opening != null) {
            opening.cancel();
            opening = null;
        }
        rest();
    }

    private void opened(OpenedClip opened, Optional<ClipEntry> entry) {
        opening = null;
        leaveClip();
        if (opened.isNew()) {
            editor.begin(opened.stored().current());
        } else {
            editor.open(opened.stored());
        }
        enter(opened.clip(), opened.startFrame());
        shelf.opened(entry);
        rest();
        // Who looks through a list goes on looking through it.
        if (step.get() == Step.CLIPS && entry.isEmpty()) {
            step.set(Step.OUTLINE);
        }
        board.refresh();
    }

    private void leaveClip() {
        tools.clear();
        frames.close();
        clip.get().ifPresent(Clip::close);
    }

    private void enter(Clip next, int startFrame) {
        clip.set(Optional.of(next));
        labels.give(editor.current(), next.info());
        player.pause();
        player.load(next.info().timing(), startFrame);
        frames.open(next, startFrame);
    }

    /** Shows another clip of the same case; this closes the one before. */
    void switchTo(Clip next, int startFrame) {
        leaveClip();
        enter(next, startFrame);
        shelf.opened(Optional.empty());
        rest();
        board.refresh();
    }

    /** Works on the second clip from now on, and shows the one before beside it. */
    void exchange(Companion companion) {
        clip.get().ifPresent(now -> {
            exchanging = true;
            Clip next;
            try {
                next = companion.exchange(now);
            } finally {
                exchanging = false;
            }
            clip.set(Optional.of(next));
            frames.currentProperty().get().ifPresent(this::frameShown);
            // After the frame: what was begun on the other one waits there under the names it has.
            labels.give(editor.current(), next.info());
            board.refresh();
        });
    }

    /** Takes who knows of the several clips of a case. */
    void attach(ClipPair clips) {
        pair = Optional.of(clips);
    }

    /** Who knows of the several clips of a case. */
    Optional<ClipPair> pair() {
        return pair;
    }

    /** Opening came to nothing. */
    private void failed(String sentence, List<Problem.Offer> offers) {
        opening = null;
        report(sentence, offers);
        rest();
    }

    private void rest() {
        phase.set(clip.get().isPresent() ? Phase.SHOWING : Phase.EMPTY);
    }

    private void frameDue(int index) {
        clip.get().filter(c -> index < c.info().frames()).ifPresent(c -> frames.request(index));
    }

    private void frameShown(LoadedFrame loaded) {
        if (exchanging) {
            return;
        }
        clip.get().ifPresent(c -> tools.show(c.info(), loaded.index()));
        tools.see(loaded.frame());
        rememberView();
    }

    private void rememberView() {
        if (!player.playingProperty().get()) {
            frameInView().ifPresent(editor::rememberView);
        }
    }

    /** The frame whose picture is on the screen, which is not always the one due. */
    Optional<FrameRef> frameInView() {
        return clip.get().flatMap(c -> frames.currentProperty().get()
                .map(shown -> new FrameRef(c.info().identity().sopInstanceUid(), shown.index())));
    }

    /** The pictures that document the procedure. */
    ImageSetViewModel imageSet() {
        return new ImageSetViewModel(editor, this::frameInView, words);
    }

    /** The list of cases. */
    public RecentCases cases() {
        return recent;
    }

    /**
     * Ends the session once all edits are saved; where some cannot be, says so and offers both ways.
     *
     * @param exit ends it
     */
    public void requestClose(Runnable exit) {
        closing.request(exit, () -> clip.get().ifPresent(Clip::close));
    }

    /** Who may know more of edits that are not saved than that, and what to offer before the window closes. */
    public void setBeforeLeaving(Function<Runnable, Optional<Problem>> knows) {
        closing.ask(knows);
    }

    /** Shows {@code sentence} across the top. */
    public void report(String sentence) {
        report(sentence, List.of());
    }

    /** Shows {@code sentence} across the top, with what can be done. */
    public void report(String sentence, List<Problem.Offer> offers) {
        problem.set(Optional.of(new Problem(sentence, offers)));
    }

    /** Takes the sentence away. */
    public void dismissProblem() {
        problem.set(Optional.empty());
    }

    /** How far {@code s} is. */
    public ObservableValue<StepState> stateOf(Step s) {
        return board.stateOf(s);
    }

    /** Notes that the documents of {@code written}, a case as it was then, were written. */
    public void exported(Case written) {
        board.exported(written);
    }

    /** Looks again at which steps are done and which need attention. */
    public void refreshStates() {
        board.refresh();
    }

    /** Notes that the page of {@code s} shows something that needs attention, or no longer does. */
    public void attention(Step s, boolean needed) {
        board.attention(s, needed);
    }

    /** What the window says. */
    public Words words() {
        return words;
    }

    /** The place of several clips that is open. */
    public ClipShelf shelf() {
        return shelf;
    }

    /** Small first frames for the list. */
    public Thumbnails thumbnails() {
        return thumbnails;
    }

    /** The open clip. */
    public ReadOnlyObjectProperty<Optional<Clip>> clipProperty() {
        return clip.getReadOnlyProperty();
    }

    /** What stands where the picture is. */
    public ReadOnlyObjectProperty<Phase> phaseProperty() {
        return phase.getReadOnlyProperty();
    }

    /** What is being opened. */
    public ReadOnlyStringProperty loadingNameProperty() {
        return loadingName.getReadOnlyProperty();
    }

    /** What went wrong last, until it is dismissed. */
    public ReadOnlyObjectProperty<Optional<Problem>> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** The step whose page is shown. */
    public ObjectProperty<Step> stepProperty() {
        return step;
    }

    /** What shows the user guide, which lies outside the window. */
    public void setGuide(Runnable shows) {
        guide = shows;
    }

    /** Shows the user guide. */
    public void showGuide() {
        guide.run();
    }
}
