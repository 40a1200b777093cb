package foramen.domain.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.domain.anatomy.Laterality;
import foramen.domain.anatomy.StructureCatalog;
import foramen.domain.annotation.Annotation;
import foramen.domain.clip.Calibration;
import foramen.domain.clip.Region;
import foramen.geometry.Point;
import foramen.geometry.Polygon;
import foramen.geometry.Segment;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

/** What a plan is warned of where outline, side or entry do not fit the picture. Pixels are 0.1 mm. */
class PlanWarningsTest {
    private static final Region PICTURE = region(0, 0, 799, 699);
    private static final Segment PATH = new Segment(new Point(100, 5), new Point(700, 500));

    private static Region region(int minX, int minY, int maxX, int maxY) {
        return new Region(1, 1, 0, minX, minY, maxX, maxY, Optional.of(new Point(400, 5)), 0, 0, Region.UNIT_CM,
                Region.UNIT_CM, 0.01, 0.01);
    }

    @Test
    void a_nerve_that_leaves_the_calibrated_picture_still_stops_the_needle() {
        Polygon inside = box(500, 300, 799, 500);
        Polygon leaving = box(500, 300, 800.5, 500);
        List<PlanWarning> asInside = margins(assess(PATH, inside));
        assertEquals(PlanWarning.Level.BLOCK, asInside.getFirst().level());
        assertEquals(asInside, margins(assess(PATH, leaving)));
    }

    @Test
    void only_the_edge_of_an_outline_need_cross_the_picture() {
        Polygon across = new Polygon(List.of(new Point(-300, 200), new Point(1200, 200), new Point(1200, 230),
                new Point(-300, 230)));
        assertEquals(PlanWarning.Level.BLOCK, margins(assess(PATH, across)).getFirst().level());
    }

    @Test
    void an_outline_round_the_whole_picture_is_met() {
        assertEquals(PlanWarning.Level.BLOCK, margins(assess(PATH, box(-500, -500, 2000, 2000))).getFirst().level());
    }

    @Test
    void an_outline_in_the_picture_beside_it_is_no_obstacle() {
        Calibration two = new Calibration(List.of(PICTURE, region(800, 0, 1599, 699)), Optional.empty());
        Segment near = new Segment(new Point(100, 5), new Point(798, 400));
        PlanAssessment a = assess(near, box(802, 300, 900, 500), two, Laterality.LEFT, PlanSides.UNSTATED);
        assertEquals(List.of(), a.passes().getFirst().margins());
    }

    @Property(tries = 200)
    void how_far_an_outline_runs_on_outside_does_not_change_its_margin(
            @ForAll @DoubleRange(min = 0.5, max = 900) double beyond) {
        Segment path = new Segment(new Point(100, 5), new Point(400, 500));
        assertEquals(least(assess(path, box(600, 300, 799.9, 500))),
                least(assess(path, box(600, 300, 799.9 + beyond, 500))), 1e-9);
    }

    @Test
    void a_plan_of_another_side_than_the_case_or_the_clip_is_stopped() {
        assertEquals(List.of(), sides(Laterality.LEFT, Laterality.LEFT, Laterality.UNSPECIFIED));
        assertEquals(List.of(), sides(Laterality.LEFT, Laterality.BILATERAL, Laterality.LEFT));
        assertEquals(List.of(), sides(Laterality.UNSPECIFIED, Laterality.RIGHT, Laterality.LEFT));
        assertEquals(
                List.of("The plan is marked left, but the case is of the right side; correct the one that is wrong."),
                sides(Laterality.LEFT, Laterality.RIGHT, Laterality.LEFT));
        assertEquals(
                List.of("The plan is marked right, but the clip shows the left side; correct the one that is wrong."),
                sides(Laterality.RIGHT, Laterality.RIGHT, Laterality.LEFT));
    }

    @Test
    void a_stop_for_the_side_is_worked_out_again_when_the_case_changes_its_side() {
        PlanAssessor assessor = assessor();
        NeedlePlan plan = plan(PATH, Laterality.LEFT);
        List<Annotation> none = List.of();
        assertTrue(assessor.assess(plan, picture(), none, sided(Laterality.LEFT)).warnings().stream()
                .noneMatch(w -> w.code() == PlanWarning.Code.SIDE));
        assertTrue(assessor.assess(plan, picture(), none, sided(Laterality.RIGHT)).warnings().stream()
                .anyMatch(w -> w.code() == PlanWarning.Code.SIDE && w.level() == PlanWarning.Level.BLOCK));
    }

    @Test
    void an_entry_at_the_side_of_the_picture_tells_the_whole_way_from_the_skin() {
        // 15 mm under the face and 45 mm farther down, at 45°.
        Segment path = new Segment(new Point(0, 155.5), new Point(450, 605.5));
        List<PlanWarning> said = of(assess(path), PlanWarning.Code.ENTRY_OFF_SKIN);
        assertEquals("The entry point lies 15.0\u00a0mm below the transducer face: unless gel or a pad lies between,"
                + " the way from there to the target is 84.9\u00a0mm.", said.getFirst().words());
        assertEquals(List.of(), of(assess(PATH), PlanWarning.Code.ENTRY_OFF_SKIN));
    }

    private static double least(PlanAssessment a) {
        return a.passes().getFirst().margins().getFirst().leastMm();
    }

    private static List<String> sides(Laterality plan, Laterality treated, Laterality shown) {
        PlanAssessment a = assessor().assess(plan(PATH, plan), picture(), List.of(), new PlanSides(treated, shown));
        return of(a, PlanWarning.Code.SIDE).stream().map(PlanWarning::words).toList();
    }

    private static PlanSides sided(Laterality treated) {
        return new PlanSides(treated, Laterality.UNSPECIFIED);
    }

    private static List<PlanWarning> margins(PlanAssessment a) {
        return of(a, PlanWarning.Code.MARGIN);
    }

    private static List<PlanWarning> of(PlanAssessment a, PlanWarning.Code code) {
        return a.warnings().stream().filter(w -> w.code() == code).toList();
    }

    private static PlanAssessment assess(Segment path, Polygon... nerves) {
        List<Annotation> all = List.of(nerves).stream().map(n -> PlanScene.annotation("a", "sciatic-nerve", n))
                .toList();
        return assessor().assess(plan(path, Laterality.LEFT), picture(), all, PlanSides.UNSTATED);
    }

    private static PlanAssessment assess(Segment path, Polygon nerve, Calibration calibration, Laterality side,
            PlanSides sides) {
        return assessor().assess(plan(path, side), calibration,
                List.of(PlanScene.annotation("a", "sciatic-nerve", nerve)), sides);
    }

    private static PlanAssessor assessor() {
        return new PlanAssessor(NeedleRules.standard(), StructureCatalog.standard(), Locale.ROOT);
    }

    private static Calibration picture() {
        return new Calibration(List.of(PICTURE), Optional.empty());
    }

    private static NeedlePlan plan(Segment path, Laterality side) {
        return new NeedlePlan("p", PlanScene.FRAME, path.a(), path.b(), side, "", "", "", "Dr Test", Instant.EPOCH);
    }

    private static Polygon box(double x0, double y0, double x1, double y1) {
        return new Polygon(List.of(new Point(x0, y0), new Point(x1, y0), new Point(x1, y1), new Point(x0, y1)));
    }
}
