package foramen.ui.shell;

import foramen.domain.anatomy.StructureCatalog;
import foramen.domain.clip.ClipCatalogs;
import foramen.domain.clip.ClipException;
import foramen.domain.clip.ClipReader;
import foramen.domain.measurement.Thresholds;
import foramen.domain.plan.NeedleRules;
import foramen.domain.session.DoseBook;
import foramen.job.CurrentThreadJobRunner;
import foramen.job.JobRunner;
import foramen.overlay.OverlayComposer;
import foramen.testing.MemoryCaseStore;
import foramen.ui.measure.CurveStrip;
import foramen.ui.measure.CurveViewModel;
import foramen.ui.support.RunningJob;
import foramen.ui.support.Studio;
import foramen.ui.support.Words;
import foramen.ui.support.Workbench;
import foramen.ui.viewer.TwinViewModel;
import foramen.ui.viewer.ViewerPane;
import foramen.ui.viewer.ViewerViewModel;
import foramen.workspace.cine.CinePlayer;
import foramen.workspace.cine.Companion;
import foramen.workspace.cine.FrameLoader;
import foramen.workspace.cine.ShownFrame;
import foramen.workspace.edit.CaseEditor;
import foramen.workspace.edit.OpenClip;
import foramen.workspace.ledger.LedgerReview;
import foramen.workspace.measure.CaseReadings;
import foramen.workspace.measure.PairVerdict;
import foramen.workspace.measure.SwellingDesk;
import foramen.workspace.measure.ThresholdsInUse;
import foramen.workspace.tool.ToolController;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/** A whole window on a store in memory and whatever clip a test has, with every job done at once. */
final class ShellFixture {
    static final Instant NOW = Instant.parse("2026-03-14T12:03:07Z");

    final MemoryCaseStore store = new MemoryCaseStore();
    final CaseEditor editor;
    final CinePlayer player = new CinePlayer();
    final FrameLoader frames;
    final ToolController tools;
    /** English, unless pictures are wanted in another language. */
    private static final Words WORDS = Words.in(
            Locale.forLanguageTag(System.getProperty("foramen.language", "en")), Locale.US);
    final Words words;
    final ViewerViewModel viewerModel;
    final ShellViewModel model;
    final ObservableList<RunningJob> jobs = FXCollections.observableArrayList();
    private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    private final StructureCatalog structures = StructureCatalog.standard();
    private final JobRunner runner;
    private final OpenClip opener;
    /** The several clips of the case, once there is a window. */
    @Nullable
    ClipPair pair;
    private int ids;

    ShellFixture(ClipReader reader, Optional<Path> sample) {
        this(reader, sample, new CurrentThreadJobRunner());
    }

    ShellFixture(ClipReader reader, Optional<Path> sample, JobRunner runner) {
        this(reader, ClipCatalogs.NONE, sample, runner);
    }

    ShellFixture(ClipReader reader, ClipCatalogs catalogs, Optional<Path> sample, JobRunner runner) {
        this(reader, catalogs, sample, runner, WORDS);
    }

    ShellFixture(ClipReader reader, ClipCatalogs catalogs, Optional<Path> sample, JobRunner runner, Words words) {
        this.words = words;
        this.runner = runner;
        viewerModel = new ViewerViewModel(words);
        Supplier<String> fresh = () -> "id-" + ++ids;
        editor = new CaseEditor(store, runner, clock, () -> "Dr Example", fresh);
        frames = new FrameLoader(runner, 2);
        tools = new ToolController(editor, structures);
        opener = new OpenClip(reader, catalogs, store, runner, clock, fresh);
        model = new ShellViewModel(editor, opener, player, frames,
                tools,
                store, runner, sample,
                new StepChecks(new CaseReadings(structures, NeedleRules.standard(), Locale.US),
                        new LedgerReview(DoseBook.standard(), ZoneOffset.UTC)),
                words);
    }

    /** Builds the window; on the interface thread. */
    Shell shell(Map<Step, Supplier<Node>> pages) {
        return shell(pages, List.of());
    }

    private Shell shell(Map<Step, Supplier<Node>> pages, List<Action> more) {
        ViewerPane viewer = new ViewerPane(viewerModel, player, frames, editor, tools,
                new OverlayComposer(structures, NeedleRules.standard()));
        Shell.Parts parts = new Shell.Parts(model, viewerModel, viewer, editor, player, tools, jobs, clock);
        viewer.setBeneathTimeline(new CurveStrip(new CurveViewModel(new Workbench(editor, tools, model.clipProperty(),
                player, ShownFrame.of(frames, player), words), structures,
                SwellingDesk.of(new ThresholdsInUse(Thresholds.standard(), Optional.empty()), f -> {
                    throw new ClipException(f + " is not there.");
                }, runner), Locale.US)));
        SideBySide side = sideBySide(parts);
        return new Shell(parts, new Panels(pages),
                Stream.concat(more.stream(), side.actions().stream()).toList());
    }

    /** The two pictures without a window. */
    TwinViewModel twin() {
        TwinViewModel twin = new TwinViewModel(new Workbench(editor, tools, model.clipProperty(), player,
                ShownFrame.of(frames, player), words), viewerModel, new Companion(player, frames, runner, 2),
                new PairVerdict(Thresholds.standard()));
        pair = new ClipPair(model, editor, opener, tools, twin);
        return twin;
    }

    /** Joins a second picture to the window. */
    SideBySide sideBySide(Shell.Parts parts) {
        SideBySide made = new SideBySide(parts, frames, new Companion(player, frames, runner, 2), opener,
                new OverlayComposer(structures, NeedleRules.standard()), new PairVerdict(Thresholds.standard()));
        pair = made.pair();
        return made;
    }

    /** Shows the window; on the interface thread. */
    Shell show(Stage stage, double width, double height) {
        return show(stage, width, height, Map.of());
    }

    /** Shows the window with pages of the inspector; on the interface thread. */
    Shell show(Stage stage, double width, double height, Map<Step, Supplier<Node>> pages) {
        return show(stage, width, height, pages, List.of());
    }

    /** Shows the window with pages of the inspector and more actions; on the interface thread. */
    Shell show(Stage stage, double width, double height, Map<Step, Supplier<Node>> pages, List<Action> more) {
        Shell shell = shell(pages, more);
        Scene scene = new Scene(shell.root(), width, height);
        // Dark and of usual size, unless pictures are wanted in another look.
        Studio.theme().apply(scene);
        stage.setScene(scene);
        stage.show();
        return shell;
    }
}
