package foramen.bench;

import foramen.domain.annotation.Annotation;
import foramen.domain.annotation.Origin;
import foramen.domain.annotation.Shape;
import foramen.domain.casefile.Case;
import foramen.domain.casefile.CaseStore.StoredCase;
import foramen.domain.clip.FrameRef;
import foramen.geometry.Ellipse;
import foramen.geometry.Point;
import foramen.job.Progress;
import foramen.testing.Cases;
import foramen.testing.FakeClip;
import foramen.ui.annotate.FakeCarrier;
import foramen.ui.annotate.FollowViewModel;
import foramen.ui.support.TestBench;
import foramen.vision.GreyFrame;
import foramen.vision.KeyOutline;
import foramen.vision.TrackedOutline;
import foramen.workspace.ManualJobRunner;
import foramen.workspace.follow.Following;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** How long the window waits when 600 followed outlines join a case of 5,000 annotations, and when one is reviewed. */
public final class FollowBench {
    private static final int FRAMES = 600;
    private static final int OTHERS = 5_000;
    private static final int ROUNDS = 20;
    private static final Ellipse OVAL = new Ellipse(new Point(300, 300), new Point(40, 8), 20);

    private FollowBench() {}

    /** Prints medians and the longest, in milliseconds. */
    public static void main(String[] args) {
        double[] join = new double[ROUNDS];
        double[] review = new double[ROUNDS];
        double[] step = new double[ROUNDS];
        double[] undo = new double[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            TestBench bench = TestBench.with(casefile(), FakeClip.long600());
            ManualJobRunner jobs = new ManualJobRunner();
            // Only what the window itself waits for is timed; outlines are carried elsewhere.
            List<TrackedOutline> found = new FakeCarrier().run(f -> new GreyFrame(1, 1, new byte[1]), 0, FRAMES - 1,
                    List.of(new KeyOutline(Cases.FRAME, OVAL.polygon())), Progress.NONE);
            Following following = new Following(bench.editor, jobs, (frames, from, to, keys, progress) -> found);
            FollowViewModel model = new FollowViewModel(bench.workbench, bench.structures, following,
                    TestBench.LOCALE);
            bench.editor.selectionProperty().set(Optional.of("a1"));
            model.follow();
            join[i] = millis(jobs::runAll);
            step[i] = millis(() -> bench.cine.seek(310));
            review[i] = millis(model::accept);
            undo[i] = millis(bench.editor::undo);
        }
        print("600 outlines join", join);
        print("another frame", step);
        print("one accepted", review);
        print("undo", undo);
    }

    private static Case casefile() {
        List<Annotation> all = new ArrayList<>();
        for (int i = 0; i < OTHERS; i++) {
            all.add(Cases.annotation("o" + i, "piriformis", new Shape.Outline(OVAL.polygon())).copiedTo("o" + i,
                    new FrameRef(FakeClip.UID, i % FRAMES), Origin.DRAWN, Cases.NOW));
        }
        all.add(Cases.annotation("a1", "sciatic-nerve", new Shape.Outline(OVAL.polygon())));
        return Cases.empty().withAnnotations(all);
    }

    private static double millis(Runnable work) {
        long from = System.nanoTime();
        work.run();
        return (System.nanoTime() - from) / 1e6;
    }

    private static void print(String what, double[] millis) {
        Arrays.sort(millis);
        System.out.printf("%-20s median %.2f ms, longest %.2f ms%n", what, millis[millis.length / 2],
                millis[millis.length - 1]);
    }
}
