package foramen.overlay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.domain.anatomy.StructureCatalog;
import foramen.domain.casefile.Case;
import foramen.domain.plan.ActualNeedle;
import foramen.domain.plan.Approach;
import foramen.domain.plan.NeedlePass;
import foramen.domain.plan.NeedlePlan;
import foramen.domain.plan.NeedleRules;
import foramen.domain.plan.PlanDetail;
import foramen.domain.plan.Puncture;
import foramen.domain.plan.SkinSetting;
import foramen.geometry.Point;
import foramen.geometry.Polygon;
import foramen.testing.Cases;
import foramen.testing.FakeClip;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A pixel of the calibrated clip is 0.2 mm. */
class PlanMarksTest {
    private static final Polygon SPREAD = new Polygon(
            List.of(new Point(250, 200), new Point(290, 200), new Point(270, 240)));
    private final OverlayComposer composer = new OverlayComposer(StructureCatalog.standard(), NeedleRules.standard());

    private List<Mark> marks(Case casefile, boolean selected) {
        return composer.compose(new OverlayScene(casefile, FakeClip.calibrated().info(), Cases.FRAME,
                selected ? Optional.of("p1") : Optional.empty(), Optional.empty(), List.of()),
                new OverlayOptions(true, OverlayOptions.Info.NONE, false, Locale.ROOT)).marks();
    }

    private static NeedlePlan with(PlanDetail detail) {
        return Cases.plan("p1").withDetail(detail, Cases.NOW);
    }

    private static List<String> texts(List<Mark> marks) {
        return marks.stream().filter(Mark.Label.class::isInstance).map(m -> ((Mark.Label) m).text()).toList();
    }

    private static long paths(List<Mark> marks, int argb) {
        return marks.stream().filter(m -> m instanceof Mark.Path p && p.stroke().argb() == argb).count();
    }

    private static long glyphs(List<Mark> marks, Mark.Symbol symbol) {
        return marks.stream().filter(m -> m instanceof Mark.Glyph g && g.symbol() == symbol).count();
    }

    @Test
    void targetsOfAPlanAreNumbered() {
        NeedlePlan plan = with(PlanDetail.FIRST.withFurther(
                List.of(new NeedlePass(new Point(120, 80), new Point(220, 240), "", ""))));
        List<Mark> marks = marks(Cases.empty().withPlan(plan), false);
        assertEquals(2, glyphs(marks, Mark.Symbol.TARGET));
        assertTrue(texts(marks).containsAll(List.of("Plan 1 · Piriformis R", "Plan 2 R")), texts(marks)::toString);
    }

    @Test
    void aPathThatARuleForbidsIsLinkedInRedAndOneToReadInAmber() {
        Case nerve = Cases.empty().withAnnotation(Cases.nerve("a1"));
        NeedlePlan near = Cases.plan("p1").withEntry(new Point(120, 292), Cases.NOW)
                .withTarget(new Point(295, 292), Cases.NOW);
        assertEquals(1, paths(marks(nerve.withPlan(near), false), OverlayPalette.STOP));
        NeedlePlan farther = near.withTarget(new Point(280, 292), Cases.NOW);
        List<Mark> marks = marks(nerve.withPlan(farther), false);
        assertEquals(0, paths(marks, OverlayPalette.STOP));
        assertTrue(paths(marks, OverlayPalette.CAUTION) >= 1);
    }

    @Test
    void whereThePathCrossesABorderThereIsADot() {
        Case muscle = Cases.empty().withAnnotation(Cases.outline("a2", "piriformis", new Point(140, 90),
                new Point(200, 90), new Point(200, 160), new Point(140, 160)));
        assertEquals(3, glyphs(marks(muscle.withPlan(Cases.plan("p1")), false), Mark.Symbol.DOT));
    }

    @Test
    void theFanIsShownForTheSelectedPlanOnly() {
        Case one = Cases.empty().withPlan(Cases.plan("p1"));
        long filled = marks(one, true).stream()
                .filter(m -> m instanceof Mark.Path p && p.fillArgb().isPresent() && p.closed()).count();
        assertTrue(filled >= 1);
        assertEquals(0, marks(one, false).stream()
                .filter(m -> m instanceof Mark.Path p && p.fillArgb().isPresent()).count());
    }

    @Test
    void theSkinArcIsDrawnThroughItsPoints() {
        SkinSetting arc = new SkinSetting(new SkinSetting.Form.ThreePoints(new Point(60, 60), new Point(250, 100),
                new Point(440, 60)), "Dr Example", Cases.NOW);
        List<Mark> marks = marks(Cases.empty().withPlan(
                with(PlanDetail.FIRST.withApproach(Approach.PLAIN.withSkin(Optional.of(arc))))), false);
        double off = marks.stream().filter(m -> m instanceof Mark.Path p && p.points().size() > 20)
                .flatMap(m -> ((Mark.Path) m).points().stream())
                .mapToDouble(p -> p.distanceTo(new Point(250, 100))).min().orElseThrow();
        assertTrue(off < 8, "the arc passes " + off + " px from its middle point");
    }

    @Test
    void outOfPlaneNoNeedleLiesInThePicture() {
        Approach beside = Approach.PLAIN
                .withPuncture(Optional.of(new Puncture(Optional.of(20.0), Optional.of(45.0))));
        List<Mark> marks = marks(Cases.empty().withPlan(with(PlanDetail.FIRST.withApproach(beside))), false);
        // 20 mm deep beneath the entry, which is 100 px.
        assertTrue(marks.stream().anyMatch(m -> m instanceof Mark.Glyph g && g.symbol() == Mark.Symbol.CROSS
                && g.at().distanceTo(new Point(120, 180)) < 1e-6));
        assertTrue(marks.stream().noneMatch(m -> m instanceof Mark.Path p
                && p.points().equals(List.of(new Point(120, 80), new Point(270, 210)))));
    }

    @Test
    void theNeedleAsSeenIsShownWithTheErrorOfItsTip() {
        ActualNeedle seen = new ActualNeedle(Cases.frame(), 1, new Point(130, 90), new Point(265, 215),
                new Point(270, 215), Optional.of(SPREAD), "Dr Example", Cases.NOW);
        List<Mark> marks = marks(Cases.empty().withPlan(with(PlanDetail.FIRST.withActual(List.of(seen)))), false);
        assertTrue(texts(marks).containsAll(List.of("Needle as seen R", "tip 1.0\u00a0mm from target")),
                texts(marks)::toString);
        assertTrue(texts(marks).stream().anyMatch(t -> t.startsWith("spread 32.0") && t.endsWith("target reached")),
                texts(marks)::toString);
    }
}
