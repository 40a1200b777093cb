package foramen.bench;

import foramen.domain.anatomy.Laterality;
import foramen.domain.anatomy.ScanLevel;
import foramen.domain.anatomy.ScanPlane;
import foramen.domain.anatomy.StructureCatalog;
import foramen.domain.annotation.Annotation;
import foramen.domain.annotation.Shape;
import foramen.domain.casefile.Case;
import foramen.domain.casefile.CaseId;
import foramen.domain.casefile.CaseStore.StoredCase;
import foramen.domain.clip.Clip;
import foramen.domain.clip.ClipException;
import foramen.domain.clip.FrameRef;
import foramen.domain.measurement.Thresholds;
import foramen.geometry.Ellipse;
import foramen.geometry.Point;
import foramen.testing.FakeClip;
import foramen.testing.MemoryCaseStore;
import foramen.ui.measure.SwellingPart;
import foramen.ui.measure.SwellingViewModel;
import foramen.ui.support.FxJobRunner;
import foramen.ui.support.Theme;
import foramen.ui.support.Words;
import foramen.ui.support.Workbench;
import foramen.workspace.cine.CinePlayer;
import foramen.workspace.edit.CaseEditor;
import foramen.workspace.measure.SwellingDesk;
import foramen.workspace.measure.ThresholdsInUse;
import foramen.workspace.tool.ToolController;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.stage.Stage;

/**
 * How long an edit, a choice or another frame holds the interface thread while the swelling page shows a case of 5,000
 * annotations. Argument: how many rounds.
 */
public final class SwellingBench {
    private static final int MANY = 5000;
    private static final int FRAMES = 90;
    private static final Words WORDS = Words.in(Locale.ENGLISH, Locale.ROOT);

    private SwellingBench() {}

    /** Prints a line for each. */
    public static void main(String[] args) throws Exception {
        int rounds = args.length > 0 ? Integer.parseInt(args[0]) : 200;
        Platform.startup(() -> {});
        FxJobRunner jobs = fx(() -> new FxJobRunner(WORDS));
        CaseEditor editor = fx(() -> new CaseEditor(new MemoryCaseStore(), jobs, Clock.systemUTC(), () -> "",
                () -> "id"));
        CinePlayer cine = new CinePlayer();
        Case casefile = casefile();
        String[] ids = casefile.annotations().stream().limit(rounds + 50).map(Annotation::id).toArray(String[]::new);
        for (boolean page : new boolean[]{false, true}) {
            fx(() -> {
                editor.open(new StoredCase(casefile, 0));
                return page ? show(editor, cine, jobs) : true;
            });
            String what = page ? "with the page" : "without the page";
            print("edit, " + what, rounds, i -> {
                Case now = editor.current();
                Annotation a = now.annotations().get(i);
                editor.commit(now.withAnnotation(a.withShape(nerve(i, 40 + i % 7).shape(), Instant.EPOCH)), "Move");
            });
            print("choose, " + what, rounds, i -> editor.selectionProperty().set(Optional.of(ids[i])));
            print("another frame, " + what, rounds, i -> cine.seek(i % FRAMES));
        }
        fx(() -> {
            jobs.close();
            return true;
        });
        Platform.exit();
    }

    private static boolean show(CaseEditor editor, CinePlayer cine, FxJobRunner jobs) {
        Clip open = FakeClip.calibrated();
        SimpleObjectProperty<Optional<Clip>> clip = new SimpleObjectProperty<>(Optional.of(open));
        cine.load(open.info().timing(), 0);
        StructureCatalog structures = StructureCatalog.standard();
        ToolController tools = new ToolController(editor, structures);
        tools.show(open.info(), 0);
        SwellingDesk desk = SwellingDesk.of(new ThresholdsInUse(Thresholds.standard(), Optional.empty()), file -> {
            throw new ClipException(file + " is not there.");
        }, jobs);
        Stage stage = new Stage();
        Scene scene = new Scene(new SwellingPart(new SwellingViewModel(
                new Workbench(editor, tools, clip, cine, cine.frameIndexProperty(), WORDS), structures, desk,
                Locale.ROOT)), 340, 900);
        Theme.dark().apply(scene);
        stage.setScene(scene);
        stage.show();
        return true;
    }

    private interface Step {
        void run(int round);
    }

    private static void print(String what, int rounds, Step step) throws Exception {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        double[] wall = new double[rounds];
        double[] processor = new double[rounds];
        for (int i = -50; i < rounds; i++) {
            int round = i + 50;
            double[] ms = fx(() -> {
                long from = System.nanoTime();
                long cpu = threads.getCurrentThreadCpuTime();
                step.run(round);
                return new double[]{(System.nanoTime() - from) / 1e6,
                        (threads.getCurrentThreadCpuTime() - cpu) / 1e6};
            });
            // What follows is done before the next step, as between two moves of a hand.
            Thread.sleep(20);
            if (i >= 0) {
                wall[i] = ms[0];
                processor[i] = ms[1];
            }
        }
        System.out.println(what + ": by the clock " + figures(wall) + "; of the processor " + figures(processor));
    }

    private static String figures(double[] took) {
        Arrays.sort(took);
        return String.format(Locale.ROOT, "median %.2f ms, p99 %.2f ms, worst %.2f ms, n %d", took[took.length / 2],
                took[(int) Math.ceil(took.length * 0.99) - 1], took[took.length - 1], took.length);
    }

    private static Case casefile() {
        List<Annotation> all = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            all.add(nerve(i, 40));
        }
        return Case.begin(new CaseId("bench"), Instant.EPOCH).withAnnotations(all);
    }

    private static Annotation nerve(int i, double height) {
        Ellipse ellipse = new Ellipse(new Point(320 + i % 5, 260), new Point(40, 0), height / 2);
        return new Annotation("a" + i, new FrameRef(FakeClip.UID, i % FRAMES), new Shape.Outline(ellipse.polygon()),
                i % 2 == 0 ? StructureCatalog.SCIATIC_NERVE : "piriformis",
                i % 3 == 0 ? Laterality.LEFT : Laterality.RIGHT, ScanLevel.PIRIFORMIS, ScanPlane.SHORT_AXIS, "", false,
                "Dr Example", Instant.EPOCH);
    }

    private static <T> T fx(Callable<T> work) throws Exception {
        CompletableFuture<T> done = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                done.complete(work.call());
            } catch (Exception e) {
                done.completeExceptionally(e);
            }
        });
        return done.get(60, TimeUnit.SECONDS);
    }
}
