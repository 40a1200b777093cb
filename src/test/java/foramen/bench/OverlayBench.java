package foramen.bench;

import foramen.domain.anatomy.Laterality;
import foramen.domain.anatomy.ScanLevel;
import foramen.domain.anatomy.ScanPlane;
import foramen.domain.anatomy.Structure;
import foramen.domain.anatomy.StructureCatalog;
import foramen.domain.annotation.Annotation;
import foramen.domain.annotation.Shape;
import foramen.domain.casefile.Case;
import foramen.domain.casefile.CaseId;
import foramen.domain.clip.Calibration;
import foramen.domain.clip.ClipInfo;
import foramen.domain.clip.Frame;
import foramen.domain.clip.FrameRef;
import foramen.domain.clip.FrameTiming;
import foramen.domain.clip.PixelSpacing;
import foramen.domain.patient.Patient;
import foramen.domain.plan.NeedleRules;
import foramen.geometry.ClosedSpline;
import foramen.geometry.Ellipse;
import foramen.geometry.Point;
import foramen.geometry.Polygon;
import foramen.geometry.Segment;
import foramen.overlay.OverlayComposer;
import foramen.overlay.OverlayScene;
import foramen.testing.MemoryCaseStore;
import foramen.ui.support.FxJobRunner;
import foramen.ui.support.Words;
import foramen.ui.viewer.ClipView;
import foramen.ui.viewer.ViewerViewModel;
import foramen.workspace.edit.CaseEditor;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.Background;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.stage.Stage;

/**
 * What drawing a frame with 20 overlays costs, and what undo costs with 5000 annotations. Argument: how many rounds.
 */
public final class OverlayBench {
    private static final String UID = "2.25.77";
    private static final int WIDTH = 1024;
    private static final int HEIGHT = 768;
    private static final int OVERLAYS = 20;
    private static final int MANY = 5000;
    /** So many pulses lie between frames that are measured by themselves. */
    private static final int APART = 3;

    private OverlayBench() {}

    /** Runs both and prints a line each. */
    public static void main(String[] args) throws Exception {
        int rounds = args.length > 0 ? Integer.parseInt(args[0]) : 300;
        Platform.startup(() -> {});
        drawing(rounds);
        undo(Math.max(20, rounds / 10));
        Platform.exit();
    }

    private static void drawing(int rounds) throws Exception {
        Case casefile = casefile(OVERLAYS, 0);
        OverlayComposer composer = new OverlayComposer(StructureCatalog.standard(), NeedleRules.standard());
        ViewerViewModel model = new ViewerViewModel(Words.in(Locale.ENGLISH, Locale.ROOT));
        ClipInfo info = info();
        Frame[] frames = {frame(0), frame(1)};
        ClipView view = fx(() -> {
            ClipView v = new ClipView(model);
            Stage stage = new Stage();
            stage.setScene(new Scene(v, WIDTH, HEIGHT));
            stage.show();
            model.showPicture(WIDTH, HEIGHT);
            return v;
        });
        double[] composing = new double[1];
        floor(view, frames, rounds);
        fx(() -> {
            view.setOverlay((zoom, displayed) -> {
                long from = System.nanoTime();
                var list = composer.compose(new OverlayScene(casefile, info, 0, Optional.of("a0"), Optional.empty(),
                        model.notes(), Optional.empty(), Optional.of(displayed)), model.options(), zoom);
                composing[0] = (System.nanoTime() - from) / 1e6;
                return list;
            });
            return true;
        });
        IntConsumer next = round -> view.showFrame(frames[Math.floorMod(round, 2)]);
        print("20 overlays, a frame by itself", paced(next, rounds, APART, composing));
        print("20 overlays, a frame with every pulse", paced(next, rounds, 1, composing));
    }

    /** What the renderer needs for one colour all over the window, and for the picture without anything over it. */
    private static void floor(ClipView view, Frame[] frames, int rounds) throws Exception {
        Region plain = new Region();
        Parent was = fx(() -> {
            Parent root = view.getScene().getRoot();
            view.getScene().setRoot(plain);
            return root;
        });
        print("one colour", paced(round -> plain.setBackground(Background.fill(Color.grayRgb(round & 0xFF))), rounds,
                APART, new double[1]));
        fx(() -> {
            plain.getScene().setRoot(was);
            return true;
        });
        print("a frame without overlays", paced(round -> view.showFrame(frames[Math.floorMod(round, 2)]), rounds,
                APART, new double[1]));
    }

    /**
     * Something new with every pulse, as a clip plays, so that none waits for the picture of the one before; or with every
     * few, so that nothing of one is counted for the next.
     */
    private static double[][] paced(IntConsumer next, int rounds, int every, double[] composing) throws Exception {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long renderer = Arrays.stream(threads.getThreadInfo(threads.getAllThreadIds()))
                .filter(t -> t != null && t.getThreadName().startsWith("QuantumRenderer")).findFirst().orElseThrow()
                .getThreadId();
        int warm = 200 / every;
        double[][] took = new double[5][rounds];
        CompletableFuture<Boolean> done = new CompletableFuture<>();
        fx(() -> {
            new AnimationTimer() {
                private int pulse = -warm;
                private int skipped;
                private long[] before = new long[3];

                @Override
                public void handle(long now) {
                    if (++skipped < every) {
                        return;
                    }
                    skipped = 0;
                    long[] at = {threads.getCurrentThreadCpuTime(), threads.getThreadCpuTime(renderer),
                            System.nanoTime()};
                    int round = pulse++;
                    if (round > 0) {
                        for (int k = 0; k < 3; k++) {
                            took[2 + k][round - 1] = (at[k] - before[k]) / 1e6;
                        }
                    }
                    before = at;
                    if (round == rounds) {
                        stop();
                        done.complete(true);
                        return;
                    }
                    // The painting is queued by what is asked for between these two.
                    long[] from = new long[1];
                    Platform.runLater(() -> from[0] = System.nanoTime());
                    next.accept(round);
                    Platform.runLater(() -> {
                        if (round >= 0) {
                            took[0][round] = composing[0];
                            took[1][round] = (System.nanoTime() - from[0]) / 1e6;
                        }
                    });
                }
            }.start();
            return true;
        });
        done.get(10, TimeUnit.MINUTES);
        return took;
    }

    private static void print(String what, double[][] took) {
        print(what + ", composing, by the clock", took[0]);
        print(what + ", composing and painting, by the clock", took[1]);
        print(what + ", interface thread, all of a frame, of the processor", took[2]);
        print(what + ", renderer, all of a frame, of the processor", took[3]);
        print(what + ", from one to the next, by the clock", took[4]);
    }

    private static void undo(int rounds) throws Exception {
        FxJobRunner jobs = fx(() -> new FxJobRunner(Words.in(Locale.ENGLISH, Locale.ROOT)));
        CaseEditor editor = fx(() -> new CaseEditor(new MemoryCaseStore(), jobs, Clock.systemUTC(), () -> "",
                () -> "id"));
        fx(() -> {
            editor.begin(casefile(MANY, 1));
            for (int i = 0; i < rounds; i++) {
                Case now = editor.current();
                editor.commit(now.withAnnotation(now.annotations().get(i).withLabel("changed " + i)), "Rename");
            }
            return true;
        });
        double[] took = new double[rounds];
        for (int i = 0; i < rounds; i++) {
            took[i] = fx(() -> {
                long from = System.nanoTime();
                editor.undo();
                return (System.nanoTime() - from) / 1e6;
            });
        }
        print("undo with 5000 annotations", took);
        CompletableFuture<Boolean> idle = new CompletableFuture<>();
        fx(() -> {
            editor.whenIdle(state -> idle.complete(true));
            return true;
        });
        idle.get(60, TimeUnit.SECONDS);
        fx(() -> {
            jobs.close();
            return true;
        });
    }

    private static void print(String what, double[] millis) {
        double[] sorted = millis.clone();
        Arrays.sort(sorted);
        System.out.printf(Locale.ROOT, "%s: median %.2f ms, p99 %.2f ms, worst %.2f ms, n %d%n", what,
                sorted[sorted.length / 2], sorted[(int) Math.ceil(sorted.length * 0.99) - 1],
                sorted[sorted.length - 1], sorted.length);
    }

    private static <T> T fx(java.util.concurrent.Callable<T> work) throws Exception {
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

    private static Frame frame(int seed) {
        int[] argb = new int[WIDTH * HEIGHT];
        for (int i = 0; i < argb.length; i++) {
            int grey = (i * 31 + seed * 17) & 0xFF;
            argb[i] = 0xFF000000 | grey << 16 | grey << 8 | grey;
        }
        return new Frame(WIDTH, HEIGHT, argb);
    }

    private static ClipInfo info() {
        return new ClipInfo(new ClipInfo.ClipIdentity("1.2.840.10008.5.1.4.1.1.3.1", UID, "2.25.2", "2.25.3",
                "1.2.840.10008.1.2.1"), WIDTH, HEIGHT, FrameTiming.uniform(10, 40, "Frame Time"), "RGB",
                new Calibration(List.of(), Optional.of(new PixelSpacing(0.1, 0.1))), Patient.UNKNOWN, Laterality.LEFT,
                Optional.empty(), new ClipInfo.Origin("", "", "", "", ""), List.of());
    }

    /** Shapes of every kind, dense traces among them, all on one frame or one on each. */
    private static Case casefile(int count, int spread) {
        List<Annotation> all = new ArrayList<>();
        List<Structure> structures = StructureCatalog.standard().all();
        for (int i = 0; i < count; i++) {
            Point at = new Point(120 + i % 5 * 180, 120 + i / 5 % 4 * 160);
            all.add(new Annotation("a" + i, new FrameRef(UID, spread * i), shape(i, at),
                    structures.get(i % structures.size()).id(), Laterality.LEFT, ScanLevel.PIRIFORMIS,
                    ScanPlane.SHORT_AXIS, i % 7 == 0 ? "note" : "", false, "Dr Example", Instant.EPOCH));
        }
        Case empty = Case.begin(new CaseId("bench"), Instant.EPOCH);
        return empty.withAnnotations(all);
    }

    private static Shape shape(int i, Point at) {
        return switch (i % 8) {
            case 0, 1, 2 -> new Shape.Outline(trace(at, 60, 200));
            case 3 -> new Shape.Spline(new ClosedSpline(trace(at, 50, 8).vertices()));
            case 4 -> new Shape.Ellipse(new Ellipse(at, new Point(60, 20), 30));
            case 5 -> new Shape.Bidirectional(new Segment(at, at.plus(new Point(80, 0))),
                    new Segment(at.plus(new Point(40, -20)), at.plus(new Point(40, 20))));
            case 6 -> new Shape.Angle(at, at.plus(new Point(50, 30)), at.plus(new Point(90, -20)));
            default -> new Shape.Text(at);
        };
    }

    private static Polygon trace(Point at, double radius, int points) {
        List<Point> all = new ArrayList<>();
        for (int i = 0; i < points; i++) {
            double t = 2 * Math.PI * i / points;
            double r = radius * (1 + 0.1 * Math.sin(5 * t));
            all.add(at.plus(new Point(r * Math.cos(t), 0.6 * r * Math.sin(t))));
        }
        return new Polygon(all);
    }
}
