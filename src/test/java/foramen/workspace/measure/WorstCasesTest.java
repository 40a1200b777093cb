package foramen.workspace.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.domain.anatomy.StructureCatalog;
import foramen.domain.annotation.Annotation;
import foramen.domain.casefile.Case;
import foramen.domain.clip.ClipInfo;
import foramen.domain.clip.FrameRef;
import foramen.domain.plan.FrameRange;
import foramen.domain.plan.NeedlePlan;
import foramen.domain.plan.NeedleRules;
import foramen.geometry.Point;
import foramen.job.CurrentThreadJobRunner;
import foramen.job.Job;
import foramen.job.JobRunner;
import foramen.overlay.DisplayList;
import foramen.overlay.Mark;
import foramen.overlay.OverlayComposer;
import foramen.overlay.OverlayOptions;
import foramen.overlay.OverlayScene;
import foramen.testing.Cases;
import foramen.testing.FakeClip;
import foramen.workspace.ManualJobRunner;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class WorstCasesTest {
    private static final ClipInfo CLIP = FakeClip.calibrated().info();
    private static final NeedleRules RULES = NeedleRules.standard();

    private final ManualJobRunner jobs = new ManualJobRunner();
    private final WorstCases worst = new WorstCases(
            new CaseReadings(StructureCatalog.standard(), RULES, Locale.ROOT), jobs, "worst case");
    private final NeedlePlan plan = ranged(Cases.plan("p1"));
    private final Case casefile = Cases.full().withPlan(plan).withAnnotation(nerveOn(40, 276));

    @Test
    void anAnswerIsGivenOnlyForThePlanAsItIsAndNeverOnTheThreadThatAsks() {
        assertTrue(worst.answer(plan, casefile, CLIP).isEmpty());
        assertEquals(1, jobs.waiting());
        jobs.runOne();
        assertEquals(plan, worst.answer(plan, casefile, CLIP).orElseThrow().assessment().plan());
        Case redrawn = casefile.withAnnotation(nerveOn(41, 274));
        assertTrue(worst.answer(plan, redrawn, CLIP).isEmpty(), "an outline was drawn since");
        WorstCases.Known before = worst.of(plan, redrawn, CLIP);
        assertFalse(before.current());
        assertTrue(before.assessment().isPresent(), "what was found last is still told, as of before");
        jobs.runOne();
        assertTrue(worst.of(plan, redrawn, CLIP).current());
    }

    @Test
    void severalPlansAreWorkedOutOneAfterTheOtherAndAllKept() {
        NeedlePlan other = ranged(Cases.plan("p2").withTarget(new Point(260, 200), Cases.NOW));
        Case both = casefile.withPlan(other);
        worst.of(plan, both, CLIP);
        worst.of(other, both, CLIP);
        assertEquals(1, jobs.waiting(), "one job at a time");
        jobs.runOne();
        jobs.runOne();
        assertTrue(worst.of(plan, both, CLIP).current());
        assertTrue(worst.of(other, both, CLIP).current());
        assertEquals(2, worst.changesProperty().get());
    }

    @Test
    void onTheScreenWhatIsNotWorkedOutYetSaysSoAndShowsNoFan() {
        OverlayComposer screen = new OverlayComposer(StructureCatalog.standard(), RULES).answeredBy(worst);
        DisplayList first = compose(screen, casefile);
        assertTrue(texts(first).stream().anyMatch(t -> t.contains("frames 1 to 90 are being worked out")),
                texts(first).toString());
        assertEquals(0, fans(first));
        jobs.runOne();
        DisplayList then = compose(screen, casefile);
        assertTrue(texts(then).stream().noneMatch(t -> t.contains("being worked out")), texts(then).toString());
        assertEquals(compose(new OverlayComposer(StructureCatalog.standard(), RULES), casefile), then,
                "what was worked out beside is what paper gets");
        assertTrue(fans(then) > 0);
        assertEquals(0, fans(compose(screen, casefile.withAnnotation(nerveOn(42, 270)))), "never a stale fan");
    }

    private static DisplayList compose(OverlayComposer composer, Case c) {
        return composer.compose(new OverlayScene(c, CLIP, Cases.FRAME, Optional.of("p1"), Optional.empty(), List.of()),
                new OverlayOptions(true, OverlayOptions.Info.NONE, true, Locale.ROOT));
    }

    private static List<String> texts(DisplayList list) {
        return list.marks().stream().map(Mark::toString).toList();
    }

    /** Faint wedges without an edge are the only filled paths of three points. */
    private static long fans(DisplayList list) {
        return list.marks().stream().filter(m -> m instanceof Mark.Path p && p.points().size() == 3
                && p.fillArgb().isPresent()).count();
    }

    private static NeedlePlan ranged(NeedlePlan p) {
        return p.withDetail(p.detail().withRange(Optional.of(new FrameRange(0, 89))), Cases.NOW);
    }

    private static Annotation nerveOn(int frame, double left) {
        Annotation nerve = Cases.nerve("n" + frame);
        return new Annotation("n" + frame, new FrameRef(FakeClip.UID, frame), nerve.shape(), nerve.structureId(),
                nerve.laterality(), nerve.level(), nerve.plane(), "", false, "Dr " + left, Cases.NOW);
    }
}
