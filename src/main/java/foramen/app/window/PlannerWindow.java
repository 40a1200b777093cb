package foramen.app.window;

import foramen.app.composition.Composition;
import foramen.app.diagnostics.Diagnostics;
import foramen.app.sample.SampleClips;
import foramen.domain.casefile.Case;
import foramen.domain.casefile.StoreException;
import foramen.domain.injection.Injection;
import foramen.overlay.OverlayComposer;
import foramen.storage.SqlCaseStore;
import foramen.ui.lock.LockViewModel;
import foramen.ui.settings.SettingsActions;
import foramen.ui.shell.Action;
import foramen.ui.shell.ActionRegistry;
import foramen.ui.shell.Problem;
import foramen.ui.shell.Shell;
import foramen.ui.shell.ShellViewModel;
import foramen.ui.shell.SideBySide;
import foramen.ui.shell.StepChecks;
import foramen.ui.support.FxJobRunner;
import foramen.ui.support.Words;
import foramen.ui.viewer.ViewerPane;
import foramen.ui.viewer.ViewerViewModel;
import foramen.workspace.cine.CinePlayer;
import foramen.workspace.cine.Companion;
import foramen.workspace.cine.FrameLoader;
import foramen.workspace.cine.LoadedFrame;
import foramen.workspace.display.FilteredPicture;
import foramen.workspace.edit.CaseEditor;
import foramen.workspace.edit.OpenClip;
import foramen.workspace.follow.ClickOutline;
import foramen.workspace.measure.PairVerdict;
import foramen.workspace.measure.WorstCases;
import foramen.workspace.tool.ToolController;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.stage.Stage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One window over one store: makes its collaborators, joins them, and lets them go when it is closed. */
public final class PlannerWindow {
    private static final Logger LOG = LoggerFactory.getLogger(PlannerWindow.class);
    private static final String OPERATOR = "operator";
    /** A fifth of a second at 60 frames a second: longer than a busy machine keeps a thread waiting (engineering default). */
    private static final int FRAMES_AHEAD = 12;
    /** Sides in pixels of the window's icon, made from {@code installers/common/foramen.svg}. */
    private static final List<Integer> ICONS = List.of(32, 64, 128);
    private static final double WIDTH = 1280;
    private static final double HEIGHT = 800;

    private final SqlCaseStore store;
    private final Words words;
    private final FxJobRunner jobs;
    private final CaseEditor editor;
    private final ShellViewModel model;
    private final FrameLoader frames;
    private final SideBySide sideBySide;
    private final Shell shell;
    private final Choices choices;
    private final FaultReport faults;
    private final AboutPage about;
    private final OutcomePart outcome;
    private final AutoLock lock;
    private final Deliveries deliveries;
    private final DeidentPart deident;

    /**
     * @param composition the rooms
     * @param store the open store, which the window closes
     */
    public PlannerWindow(Composition composition, SqlCaseStore store) {
        this.store = store;
        words = composition.words();
        jobs = new FxJobRunner(words);
        choices = new Choices(composition.preferences(), store.isEncrypted(), jobs, words, this::report);
        faults = new FaultReport(new Diagnostics(composition.home()), jobs, words, choices::preferences, this::report);
        if (choices.operator().isEmpty()) {
            choices.rememberOperator(rememberedOperator());
        }
        editor = new CaseEditor(store, jobs, composition.clock(), choices::operator, composition::newId);
        SavingAgain.join(editor);
        frames = new FrameLoader(jobs, FRAMES_AHEAD);
        CinePlayer player = new CinePlayer();
        ToolController tools = new ToolController(editor, composition.structures());
        tools.setSight(new PixelSight(jobs, words));
        OpenClip opener = new OpenClip(composition.clipReader(), composition.clipCatalogs(), store, jobs,
                composition.clock(), composition::newId);
        StepChecks checks = new StepChecks(composition.readings(), composition.ledgerReview(),
                OutcomePart.overdue(composition));
        model = new ShellViewModel(editor, opener, player, frames, tools, store, jobs, sample(), checks, words);
        ViewerViewModel viewerModel = new ViewerViewModel(words);
        Guide guide = new Guide(composition, jobs, model::report);
        model.setGuide(guide::open);
        about = new AboutPage(jobs, words, faults::toggle, guide::show, this::report);
        outcome = new OutcomePart(composition, store, model, jobs);
        lock = new AutoLock(store, new LockViewModel.Parts(editor, tools, player, jobs.running(),
                () -> choices.preferences().lockMinutes()), jobs, composition.clock(), words);
        deliveries = new Deliveries(model::open, lock::whenOpen);
        deident = new DeidentPart(composition, jobs, words, editor::current, guide::show);
        Inspector inspector = new Inspector(composition, editor, tools, model, player, frames, store, jobs, guide::show,
                outcome);
        inspector.keepExports(() -> StoredExportMemory.of(store, jobs, words));
        WorstCases worst = inspector.worstCases();
        checks.setWorstCases(worst, model::refreshStates);
        OverlayComposer composer = composition.overlayComposer().answeredBy(worst);
        ViewerPane viewer = new ViewerPane(viewerModel, player, frames, editor, tools, composer);
        viewer.setFiltering(() -> new FilteredPicture(jobs, words.text("job.filter")));
        viewer.setBeneathTimeline(inspector.curveStrip());
        Shell.Parts parts = new Shell.Parts(model, viewerModel, viewer, editor, player, tools, jobs.running(),
                composition.clock());
        sideBySide = new SideBySide(parts, frames, new Companion(player, frames, jobs, FRAMES_AHEAD), opener, composer,
                new PairVerdict(composition.thresholds().thresholds()));
        worst.changesProperty().addListener((o, was, now) -> {
            viewer.picture().repaintOverlay();
            sideBySide.repaint();
        });
        shell = new Shell(parts, inspector.panels(), actions(inspector, sideBySide));
        inspector.onToggle(shell::toggleSheet);
        ConflictPart.join(shell, model, editor, tools, store, jobs, composition);
        ReadOnlyNotice.join(shell, model, editor, store.readOnlyBecause());
        OlderFilesNotice.join(shell, composition.filledRows(), words);
        choices.join(shell, viewerModel);
        faults.join(shell);
        about.join(shell);
        tools.setProposer(new ClickOutline(model.clipProperty()::get, editor::current, jobs));
        editor.caseProperty().addListener((o, was, now) -> rememberOperator(was, now));
        // The first frame does not wait for natives; those that follow shall have them.
        whenFirstFrameIsShown(() -> jobs.start(words.text("job.decoders"), progress -> {
            composition.prepareDecoders();
            return true;
        }, done -> LOG.debug("Decoders are prepared"), e -> LOG.warn("Decoders were not prepared", e)));
    }

    /** Shows the window on {@code stage}. */
    public void show(Stage stage) {
        Scene scene = new Scene(
                lock.over(deident.over(outcome.over(shell.root())), shell.actions(), shell::backToPicture), WIDTH,
                HEIGHT);
        choices.dress(scene);
        stage.setScene(scene);
        stage.setTitle("Foramen");
        ICONS.forEach(side -> stage.getIcons().add(new Image(Objects.requireNonNull(
                PlannerWindow.class.getResource("/foramen/ui/icons/foramen-" + side + ".png")).toExternalForm())));
        stage.setMinWidth(1024);
        stage.setMinHeight(680);
        stage.setOnCloseRequest(e -> {
            e.consume();
            model.requestClose(stage::hide);
        });
        stage.setOnHidden(e -> close());
        outcome.begin();
        stage.show();
        lock.begin();
    }

    /** Opens {@code files}; with none, the case last worked on, and where there is none, the sample clip. */
    public void open(List<Path> files) {
        model.cases().refresh();
        if (!choices.complaint().isEmpty()) {
            report(choices.complaint());
            // Opening a clip takes the sentence away.
            whenFirstFrameIsShown(() -> report(choices.complaint()));
        }
        if (!files.isEmpty()) {
            model.open(files);
            return;
        }
        jobs.start(words.text("job.last"), progress -> store.newest(1).stream().findFirst(),
                last -> last.ifPresentOrElse(s -> model.reopen(s.id()), model::openSample),
                e -> model.report(String.valueOf(e.getMessage())));
    }

    /** Opens {@code files} that another start of the program was asked for, as soon as the window is not locked. */
    public void receive(List<Path> files) {
        deliveries.take(files);
    }

    /** Adds {@code files} to the open case, the last beside the picture. */
    public void add(List<Path> files) {
        sideBySide.pair().add(files);
    }

    /** The case as it is now. */
    public Case casefile() {
        return editor.current();
    }

    /** Says across the top that something went wrong where nobody was prepared for it; the window stays. */
    public void unexpected(Throwable e) {
        LOG.error("Unexpected", e);
        model.report(words.text("unexpected", e.getClass().getSimpleName()),
                List.of(new Problem.Offer(words.text("action.diagnostics"), faults::toggle)));
    }

    /** Calls {@code action} once, when the first frame of a clip is in view. */
    public void whenFirstFrameIsShown(Runnable action) {
        if (frames.currentProperty().get().isPresent()) {
            action.run();
            return;
        }
        frames.currentProperty().subscribe(new FirstFrame(action)::accept);
    }

    /** The index of the frame whose pixels are in view, from 0; empty while none is. */
    public OptionalInt frameInView() {
        return frames.currentProperty().get().stream().mapToInt(LoadedFrame::index).findFirst();
    }

    /** Whether anything is done beside the interface thread that may still change what is shown. */
    public boolean isBusy() {
        return jobs.isBusy();
    }

    /** What the window is about, for what drives it from outside. */
    public ShellViewModel model() {
        return model;
    }

    private void close() {
        outcome.end();
        lock.end();
        sideBySide.pair().close();
        frames.close();
        jobs.close();
        store.close();
    }

    private static Optional<Path> sample() {
        return SampleClips.folder().map(d -> d.resolve(SampleClips.FIRST + ".dcm"));
    }

    private void report(String sentence) {
        model.report(sentence);
    }

    private List<Action> actions(Inspector inspector, SideBySide pair) {
        List<Action> more = new ArrayList<>(inspector.actions());
        more.addAll(pair.actions());
        more.addAll(deident.actions());
        more.addAll(SettingsActions.rows(words, choices::toggleSheet, faults::toggle, about::toggle));
        more.addAll(lock.actions());
        return more;
    }

    /** Everything that can be done in the window, with its keys. */
    public ActionRegistry actions() {
        return shell.actions();
    }

    /** Earlier versions kept the name beside the records. */
    private String rememberedOperator() {
        try {
            return store.setting(OPERATOR).orElse("");
        } catch (StoreException e) {
            LOG.warn("The operator's name could not be read", e);
            return "";
        }
    }

    /** Whoever signed the newest line of the ledger is most likely to sign the next. */
    private void rememberOperator(Case was, Case now) {
        if (now.ledger().size() <= was.ledger().size() || !now.id().equals(was.id())) {
            return;
        }
        Injection newest = now.ledger().getLast();
        choices.rememberOperator(newest.operator());
    }

    /** Runs an action at the first frame and never again. */
    private static final class FirstFrame {
        private final Runnable action;
        private boolean done;

        FirstFrame(Runnable action) {
            this.action = action;
        }

        void accept(Optional<?> frame) {
            if (!done && frame.isPresent()) {
                done = true;
                action.run();
            }
        }
    }
}
