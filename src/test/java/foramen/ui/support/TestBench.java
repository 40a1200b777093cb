package foramen.ui.support;

import foramen.domain.anatomy.StructureCatalog;
import foramen.domain.casefile.Case;
import foramen.domain.casefile.CaseStore.StoredCase;
import foramen.domain.clip.Clip;
import foramen.domain.clip.ClipException;
import foramen.domain.clip.ClipReader;
import foramen.domain.delivery.PlanRecordReader;
import foramen.domain.delivery.SessionFigures;
import foramen.domain.injection.ProductCatalog;
import foramen.domain.measurement.Thresholds;
import foramen.domain.plan.NeedleRules;
import foramen.domain.session.DoseBook;
import foramen.job.CurrentThreadJobRunner;
import foramen.job.JobRunner;
import foramen.testing.Cases;
import foramen.testing.MemoryCaseStore;
import foramen.testing.WallCalendar;
import foramen.workspace.cine.CinePlayer;
import foramen.workspace.edit.CaseEditor;
import foramen.workspace.measure.CaseReadings;
import foramen.workspace.measure.PlanDesk;
import foramen.workspace.measure.SwellingDesk;
import foramen.workspace.measure.ThresholdsInUse;
import foramen.workspace.measure.WorstCases;
import foramen.workspace.tool.ToolController;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/** A case, a clip and a frame in view, without a screen, a disk or a second thread. */
public final class TestBench {
    /** The locale of the tests. */
    public static final Locale LOCALE = Locale.US;
    /** The words of the tests: English, unless pictures are wanted in another language. */
    public static final Words WORDS = Words.in(
            Locale.forLanguageTag(System.getProperty("foramen.language", "en")), LOCALE);
    /** The time of the tests. */
    public static final Clock CLOCK = Clock.fixed(Cases.NOW, ZoneOffset.UTC);

    /** The clock of the bench, which stands at that time until it is told to go on. */
    public final WallCalendar clock = new WallCalendar(Cases.NOW);
    /** Where the edits go. */
    public final MemoryCaseStore store = new MemoryCaseStore();
    /** The structures. */
    public final StructureCatalog structures = StructureCatalog.standard();
    /** The products. */
    public final ProductCatalog products = ProductCatalog.standard();
    /** The clip in view. */
    public final ObjectProperty<Optional<Clip>> clip = new SimpleObjectProperty<>(Optional.empty());
    /** The frame in view. */
    public final CinePlayer cine = new CinePlayer();
    /** The case. */
    public final CaseEditor editor;
    /** The tool in hand. */
    public final ToolController tools;
    /** All of it, as the panels have it. */
    public final Workbench workbench;

    private final AtomicInteger ids = new AtomicInteger();

    private TestBench() {
        editor = new CaseEditor(store, new CurrentThreadJobRunner(), clock, () -> "Dr Example",
                () -> "id-" + ids.incrementAndGet());
        tools = new ToolController(editor, structures);
        workbench = new Workbench(editor, tools, clip, cine, cine.frameIndexProperty(), WORDS);
    }

    /** A job that goes on until it is taken off the list. */
    public static RunningJob runningJob(String name) {
        return new RunningJob(name);
    }

    /** Nothing open. */
    public static TestBench closed() {
        return new TestBench();
    }

    /** {@code casefile} with {@code open} on the frame where the test cases are drawn. */
    public static TestBench with(Case casefile, Clip open) {
        TestBench bench = new TestBench();
        bench.cine.load(open.info().timing(), Cases.FRAME);
        bench.clip.set(Optional.of(open));
        bench.tools.show(open.info(), Cases.FRAME);
        bench.editor.open(new StoredCase(casefile, 0));
        return bench;
    }

    /** What measures swelling, with the thresholds that ship; files other than the open clip are not there. */
    public SwellingDesk swelling() {
        return SwellingDesk.of(new ThresholdsInUse(Thresholds.standard(), Optional.empty()), file -> {
            throw new ClipException(file + " is not there.");
        }, new CurrentThreadJobRunner());
    }

    /** What reads needle plans; files other than the open clip are not there. */
    public PlanDesk plans(CaseReadings readings) {
        return plans(readings, file -> {
            throw new ClipException(file + " is not there.");
        });
    }

    /** What reads needle plans, with other clips by {@code reader}. */
    public PlanDesk plans(CaseReadings readings, ClipReader reader) {
        return plans(readings, reader, new CurrentThreadJobRunner());
    }

    /** What reads needle plans, with worst cases worked out in {@code jobs}. */
    public PlanDesk plans(CaseReadings readings, ClipReader reader, JobRunner jobs) {
        NeedleRules rules = NeedleRules.standard();
        return PlanDesk.of(rules, readings,
                new PlanRecordReader(rules, structures, new SessionFigures(DoseBook.standard(), ZoneOffset.UTC)),
                reader, new CurrentThreadJobRunner(), new WorstCases(new CaseReadings(structures, rules, LOCALE), jobs,
                        "worst case"));
    }

    /** The case as it is now. */
    public Case casefile() {
        return editor.current();
    }
}
