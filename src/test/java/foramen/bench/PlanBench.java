package foramen.bench;

import foramen.domain.anatomy.Laterality;
import foramen.domain.anatomy.ScanLevel;
import foramen.domain.anatomy.ScanPlane;
import foramen.domain.anatomy.StructureCatalog;
import foramen.domain.annotation.Annotation;
import foramen.domain.annotation.Follow;
import foramen.domain.annotation.Origin;
import foramen.domain.annotation.Shape;
import foramen.domain.casefile.Case;
import foramen.domain.casefile.CaseId;
import foramen.domain.clip.Calibration;
import foramen.domain.clip.Clip;
import foramen.domain.clip.ClipException;
import foramen.domain.clip.ClipInfo;
import foramen.domain.clip.Frame;
import foramen.domain.clip.FrameRef;
import foramen.domain.clip.FrameTiming;
import foramen.domain.clip.PixelSpacing;
import foramen.domain.patient.Patient;
import foramen.domain.plan.FrameRange;
import foramen.domain.plan.NeedlePlan;
import foramen.domain.plan.NeedleRules;
import foramen.domain.plan.PlanDetail;
import foramen.geometry.Point;
import foramen.geometry.Polygon;
import foramen.job.CurrentThreadJobRunner;
import foramen.job.Job;
import foramen.job.JobRunner;
import foramen.overlay.OverlayComposer;
import foramen.overlay.OverlayOptions;
import foramen.overlay.OverlayScene;
import foramen.ui.plan.PlanViewModel;
import foramen.ui.support.TestBench;
import foramen.workspace.measure.CaseReadings;
import foramen.workspace.measure.PlanDesk;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What a needle that is dragged costs: 20 outlines of 200 vertices on the frame, each followed over 90 frames, margins
 * at their worst over all of them, the fan, and the display list. Argument: how many steps of the drag.
 */
public final class PlanBench {
    private static final String UID = "2.25.78";
    private static final int WIDTH = 1024;
    private static final int HEIGHT = 768;
    private static final int OUTLINES = 20;
    private static final int FRAMES = 90;
    private static final int VERTICES = 200;
    private static final int PLANNED = 30;
    private static final String[] STRUCTURES = {"sciatic-nerve", "pudendal-nerve", "vessel", "no-go-zone"};

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private PlanBench() {}

    /** Runs both drags and prints a line for each part. */
    public static void main(String[] args) {
        int steps = args.length > 0 ? Integer.parseInt(args[0]) : 300;
        run("one frame", steps, Optional.empty());
        run("worst of 90 frames", steps, Optional.of(new FrameRange(0, FRAMES - 1)));
        window(steps);
    }

    /**
     * What the interface thread does for a plan over 90 frames, as in the window: the panel and the picture while the
     * needle is dragged, and the picture and the steps at rest after an outline was edited, before the job has answered
     * and after. The worst case waits in its job.
     */
    private static void window(int steps) {
        NeedlePlan plan = plan(new Point(100, 40), new Point(480, 500), Optional.of(new FrameRange(0, FRAMES - 1)));
        Case casefile = Case.begin(new CaseId("bench"), Instant.EPOCH).withAnnotations(annotations()).withPlan(plan);
        TestBench bench = TestBench.with(casefile, new BenchClip(info()));
        bench.cine.seek(PLANNED);
        bench.tools.show(info(), PLANNED);
        Deque<Runnable> waiting = new ArrayDeque<>();
        NeedleRules rules = NeedleRules.standard();
        PlanDesk desk = bench.plans(new CaseReadings(bench.structures, rules, Locale.ROOT), file -> {
            throw new ClipException("The bench has no files.");
        }, new JobRunner() {
            @Override
            public <T> Handle start(String name, Job<T> job, Consumer<T> onDone, Consumer<Exception> onFailed) {
                waiting.add(() -> new CurrentThreadJobRunner().start(name, job, onDone, onFailed));
                return new CurrentThreadJobRunner().start(name, p -> "", t -> {}, e -> {});
            }
        });
        new PlanViewModel(bench.workbench, bench.structures, desk);
        Times panel = new Times(steps);
        for (int i = -steps; i < steps; i++) {
            double t = Math.floorMod(i, steps) / (double) steps;
            NeedlePlan next = plan.withTarget(new Point(480 + 120 * t, 520 - 100 * t), Instant.EPOCH);
            panel.take(i, () -> bench.editor.commit(bench.casefile().withPlan(next), "Move needle"));
        }
        panel.print("panel, a step of a drag with its edit");
        OverlayComposer screen = new OverlayComposer(bench.structures, rules).answeredBy(desk.worst());
        rest(steps, plan, bench, desk, screen, waiting);
    }

    /** Each round draws an outline anew, which lays everything out again. */
    private static void rest(int steps, NeedlePlan plan, TestBench bench, PlanDesk desk, OverlayComposer screen,
            Deque<Runnable> waiting) {
        int rounds = Math.max(20, steps / 10);
        CaseReadings ofTheSteps = new CaseReadings(bench.structures, desk.rules(), Locale.ROOT);
        OverlayOptions options = new OverlayOptions(true, OverlayOptions.Info.FULL, true, Locale.ROOT);
        Times edit = new Times(rounds);
        Times before = new Times(rounds);
        Times check = new Times(rounds);
        Times after = new Times(rounds);
        double[] job = new double[rounds];
        for (int i = -rounds; i < rounds; i++) {
            Annotation moved = bench.casefile().annotations().get(PLANNED * OUTLINES).withLabel("round " + i);
            edit.take(i,
                    () -> bench.editor.commit(bench.casefile().withAnnotation(moved).withPlan(plan), "Move vertex"));
            Case now = bench.casefile();
            OverlayScene scene = new OverlayScene(now, info(), PLANNED, Optional.of("p"), Optional.empty(), List.of());
            check.take(i, () -> ofTheSteps.plan(plan.withDetail(PlanDetail.FIRST, Instant.EPOCH), now, info()));
            before.take(i, () -> screen.compose(scene, options));
            long a = System.nanoTime();
            while (!waiting.isEmpty()) {
                waiting.removeFirst().run();
            }
            if (i >= 0) {
                job[i] = (System.nanoTime() - a) / 1e6;
            }
            after.take(i, () -> screen.compose(scene, options));
        }
        edit.print("at rest, outline edited: edit with the panel");
        check.print("at rest, outline edited: the steps");
        before.print("at rest, outline edited: picture before the answer");
        after.print("at rest, outline edited: picture with the answer");
        print("worst of 90 frames in its job with what follows from it in the panel", job);
    }

    /** Wall and processor times of one part; rounds below nought warm up. */
    private static final class Times {
        private final double[] wall;
        private final double[] processor;
        private double first = Double.NaN;

        Times(int rounds) {
            wall = new double[rounds];
            processor = new double[rounds];
        }

        void take(int round, Runnable part) {
            long cpu = THREADS.getCurrentThreadCpuTime();
            long a = System.nanoTime();
            part.run();
            double ms = (System.nanoTime() - a) / 1e6;
            if (Double.isNaN(first)) {
                first = ms;
            }
            if (round >= 0) {
                wall[round] = ms;
                processor[round] = (THREADS.getCurrentThreadCpuTime() - cpu) / 1e6;
            }
        }

        void print(String what) {
            PlanBench.print(what + ", cold", new double[]{first});
            PlanBench.print(what, wall);
            PlanBench.print(what + ", processor time", processor);
        }
    }

    /** A clip that is never looked at. */
    private record BenchClip(ClipInfo info) implements Clip {
        @Override
        public Frame frame(int index) throws ClipException {
            throw new ClipException("The bench has no pictures.");
        }

        @Override
        public void close() {}
    }

    private static void run(String what, int steps, Optional<FrameRange> range) {
        ClipInfo clip = info();
        Case casefile = Case.begin(new CaseId("bench"), Instant.EPOCH).withAnnotations(annotations());
        CaseReadings readings = new CaseReadings(StructureCatalog.standard(), NeedleRules.standard(), Locale.ROOT);
        OverlayComposer composer = new OverlayComposer(StructureCatalog.standard(), NeedleRules.standard());
        OverlayOptions options = new OverlayOptions(true, OverlayOptions.Info.FULL, true, Locale.ROOT);
        double[] first = new double[1];
        double[] reading = new double[steps];
        double[] fan = new double[steps];
        double[] list = new double[steps];
        double[] processor = new double[steps];
        for (int i = -steps; i < steps; i++) {
            double t = Math.floorMod(i, steps) / (double) steps;
            NeedlePlan plan = plan(new Point(100 + 500 * t, 40), new Point(480 + 120 * t, 520 - 100 * t), range);
            Case now = casefile.withPlan(plan);
            long cpu = THREADS.getCurrentThreadCpuTime();
            long a = System.nanoTime();
            readings.plan(plan, now, clip);
            long b = System.nanoTime();
            readings.fan(plan, 1, now, clip);
            long c = System.nanoTime();
            composer.compose(new OverlayScene(now, clip, PLANNED, Optional.of("p"), Optional.empty(), List.of()),
                    options);
            long d = System.nanoTime();
            long used = THREADS.getCurrentThreadCpuTime() - cpu;
            if (i == -steps) {
                first[0] = (b - a) / 1e6;
            }
            if (i >= 0) {
                reading[i] = (b - a) / 1e6;
                fan[i] = (c - b) / 1e6;
                list[i] = (d - c) / 1e6;
                processor[i] = used / 1e6;
            }
        }
        print(what + ", first reading, cold", first);
        print(what + ", reading", reading);
        print(what + ", fan", fan);
        print(what + ", display list with reading and fan of its own", list);
        print(what + ", all three, processor time", processor);
    }

    private static void print(String what, double[] millis) {
        double[] sorted = millis.clone();
        Arrays.sort(sorted);
        System.out.printf(Locale.ROOT, "%s: median %.2f ms, p99 %.2f ms, worst %.2f ms, n %d%n", what,
                sorted[sorted.length / 2], sorted[(int) Math.ceil(sorted.length * 0.99) - 1],
                sorted[sorted.length - 1], sorted.length);
    }

    private static NeedlePlan plan(Point entry, Point target, Optional<FrameRange> range) {
        return new NeedlePlan("p", new FrameRef(UID, PLANNED), entry, target, Laterality.LEFT, "", "22g-89", "", "",
                Instant.EPOCH, PlanDetail.FIRST.withRange(range));
    }

    private static List<Annotation> annotations() {
        List<Annotation> all = new ArrayList<>();
        for (int f = 0; f < FRAMES; f++) {
            for (int i = 0; i < OUTLINES; i++) {
                Point at = new Point(150 + i % 5 * 180 + 6 * Math.sin(f * 0.2 + i), 250 + i / 5 * 140);
                List<Point> points = new ArrayList<>();
                for (int v = 0; v < VERTICES; v++) {
                    double angle = 2 * Math.PI * v / VERTICES;
                    double radius = 40 + 4 * Math.sin(5 * angle + i);
                    points.add(new Point(at.x() + radius * Math.cos(angle), at.y() + 0.6 * radius * Math.sin(angle)));
                }
                all.add(new Annotation("a" + i + "-" + f, new FrameRef(UID, f), new Shape.Outline(new Polygon(points)),
                        STRUCTURES[i % STRUCTURES.length], Laterality.LEFT, ScanLevel.PIRIFORMIS,
                        ScanPlane.SHORT_AXIS, "", Annotation.State.PLAIN, Origin.FOLLOWED,
                        Optional.of(Follow.keyFrame("track-" + i)), "Dr Example", Instant.EPOCH));
            }
        }
        return List.copyOf(all);
    }

    private static ClipInfo info() {
        return new ClipInfo(new ClipInfo.ClipIdentity("1.2.840.10008.5.1.4.1.1.3.1", UID, "2.25.2", "2.25.3",
                "1.2.840.10008.1.2.1"), WIDTH, HEIGHT, FrameTiming.uniform(FRAMES, 40, "Frame Time"), "RGB",
                new Calibration(List.of(), Optional.of(new PixelSpacing(0.1, 0.1))), Patient.UNKNOWN, Laterality.LEFT,
                Optional.empty(), new ClipInfo.Origin("", "", "", "", ""), List.of());
    }
}
