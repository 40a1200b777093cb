package foramen.app.window;

import foramen.app.composition.Composition;
import foramen.app.composition.ProductVersion;
import foramen.domain.anatomy.StructureCatalog;
import foramen.storage.SqlCaseStore;
import foramen.ui.annotate.AnnotatePanel;
import foramen.ui.annotate.AnnotateViewModel;
import foramen.ui.annotate.FollowActions;
import foramen.ui.annotate.FollowSection;
import foramen.ui.annotate.FollowViewModel;
import foramen.ui.export.ExportMemory;
import foramen.ui.export.ExportPanel;
import foramen.ui.export.ExportViewModel;
import foramen.ui.measure.CalibrateViewModel;
import foramen.ui.measure.CurveStrip;
import foramen.ui.measure.CurveViewModel;
import foramen.ui.measure.MeasurePanel;
import foramen.ui.measure.MeasureViewModel;
import foramen.ui.measure.SwellingViewModel;
import foramen.ui.plan.PlanPanel;
import foramen.ui.plan.PlanViewModel;
import foramen.ui.shell.Action;
import foramen.ui.shell.Panels;
import foramen.ui.shell.ShellViewModel;
import foramen.ui.shell.Step;
import foramen.ui.support.FxJobRunner;
import foramen.ui.support.RunningJob;
import foramen.ui.support.Workbench;
import foramen.workspace.cine.CinePlayer;
import foramen.workspace.cine.FrameLoader;
import foramen.workspace.cine.ShownFrame;
import foramen.workspace.edit.CaseEditor;
import foramen.workspace.follow.Following;
import foramen.workspace.measure.CaseReadings;
import foramen.workspace.measure.SwellingDesk;
import foramen.workspace.measure.WorstCases;
import foramen.workspace.tool.ToolController;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;

/** Makes the pages of the inspector, each when it is first looked at. */
final class Inspector {
    private final Composition composition;
    private final Workbench bench;
    private final StructureCatalog structures;
    private final CaseReadings readings;
    private final FxJobRunner jobs;
    private final ShellViewModel model;
    private final FollowViewModel follow;
    private final Consumer<Path> showFolder;
    private final OutcomePart outcome;
    private final LedgerStep ledger;
    private final WorstCases worst;
    private Supplier<ExportMemory> exports = () -> ExportMemory.NONE;

    Inspector(Composition composition, CaseEditor editor, ToolController tools, ShellViewModel model,
            CinePlayer player, FrameLoader frames, SqlCaseStore store, FxJobRunner jobs, Consumer<Path> showFolder,
            OutcomePart outcome) {
        this.showFolder = showFolder;
        this.outcome = outcome;
        this.composition = composition;
        this.bench = new Workbench(editor, tools, model.clipProperty(), player, ShownFrame.of(frames, player),
                model.words());
        this.structures = composition.structures();
        this.readings = new CaseReadings(structures, composition.needleRules(), composition.locale());
        this.jobs = jobs;
        this.worst = composition.worstCases(jobs);
        this.model = model;
        Following following = new Following(editor, jobs, composition.propagation()::run);
        // Whoever stops a job from the status line tells only the list of jobs.
        this.follow = new FollowViewModel(bench, structures, following, composition.locale());
        this.ledger = new LedgerStep(bench, composition, store, jobs, model);
    }

    /** Works out plans over a range of frames, for the picture and the steps as well. */
    WorstCases worstCases() {
        return worst;
    }

    /** Where the choices of an export are kept, asked for when its page is first looked at. */
    void keepExports(Supplier<ExportMemory> memory) {
        exports = memory;
    }

    /** What can be done with a followed structure from anywhere in the window. */
    List<Action> actions() {
        return Stream.of(new FollowActions(follow).rows(), outcome.actions(), ledger.actions())
                .flatMap(List::stream).toList();
    }

    /** Says how a sheet is laid over the window and taken away. */
    void onToggle(Consumer<Node> sheet) {
        ledger.onToggle(sheet);
    }

    private Node annotatePanel() {
        AnnotatePanel panel = new AnnotatePanel(new AnnotateViewModel(bench, structures));
        panel.setFollow(new FollowSection(follow));
        return panel;
    }

    /** The area along the clip, for beneath the timeline. */
    Node curveStrip() {
        return new CurveStrip(new CurveViewModel(bench, structures,
                SwellingDesk.of(composition.thresholds(), composition.clipReader(), jobs), composition.locale()));
    }

    Panels panels() {
        Locale locale = composition.locale();
        return new Panels(Map.of(
                Step.ASSESS, () -> outcome.assessPanel(bench),
                Step.OUTLINE, this::annotatePanel,
                Step.MEASURE, () -> new MeasurePanel(new MeasureViewModel(bench, readings),
                        new CalibrateViewModel(bench, composition.zone()),
                        new SwellingViewModel(bench, structures, SwellingDesk.of(composition.thresholds(),
                                composition.clipReader(), jobs), locale)),
                Step.PLAN, () -> new PlanPanel(
                        new PlanViewModel(bench, structures, composition.planDesk(readings, jobs, worst)), locale),
                Step.LEDGER, ledger::panel,
                Step.FOLLOW, () -> outcome.followPanel(bench),
                Step.EXPORT, this::exportPanel));
    }

    private Node exportPanel() {
        ExportViewModel export = new ExportViewModel(bench, composition.exports(), jobs, documents(),
                ProductVersion.current(), exports.get());
        export.onExported(model::exported);
        return new ExportPanel(export, Optional.of(showFolder));
    }

    /** The user's documents, where there are such; exports go into a folder of their own there. */
    private static Path documents() {
        Path home = Path.of(System.getProperty("user.home", ".")).toAbsolutePath();
        Path documents = home.resolve("Documents");
        return (Files.isDirectory(documents) ? documents : home).resolve("Foramen");
    }
}
