package foramen.workspace.tool;

import static foramen.workspace.tool.Bench.drag;
import static foramen.workspace.tool.Bench.enter;
import static foramen.workspace.tool.Bench.esc;
import static foramen.workspace.tool.Bench.points;
import static foramen.workspace.tool.Bench.press;
import static foramen.workspace.tool.Bench.release;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.domain.plan.ActualNeedle;
import foramen.domain.plan.NeedlePlan;
import foramen.domain.plan.Puncture;
import foramen.domain.plan.SkinSetting;
import foramen.geometry.Point;
import foramen.workspace.Fixtures;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PlanToolsTest {
    private final NeedlePlan plan = Fixtures.plan("p", new Point(20, 10), new Point(60, 50));

    private Bench on(Tool tool) {
        Bench bench = new Bench(tool);
        bench.casefile = bench.casefile.withPlan(plan);
        return bench.select("p");
    }

    private static NeedlePlan only(Bench bench) {
        return bench.casefile.plan("p").orElseThrow();
    }

    static Stream<Arguments> ways() {
        return Stream.of(
                Arguments.of("clicks", (Consumer<Bench>) b -> b.click(100, 10).click(90, 60)),
                Arguments.of("a drag",
                        (Consumer<Bench>) b -> b.feed(press(100, 10), drag(95, 30), release(90, 60))),
                Arguments.of("a click and Enter",
                        (Consumer<Bench>) b -> b.click(100, 10).feed(Bench.move(90, 60), enter())));
    }

    @ParameterizedTest(name = "by {0}")
    @MethodSource("ways")
    void aTargetOfAnotherSiteIsAddedBy(String way, Consumer<Bench> drawing) {
        Bench b = on(new NextTargetTool());
        drawing.accept(b);
        assertTrue(b.idle(), way);
        assertEquals(List.of("Add target to plan"), b.actions);
        NeedlePlan next = only(b);
        assertEquals(2, next.passes().size());
        assertEquals(points(100, 10, 90, 60), List.of(next.passes().get(1).entry(), next.passes().get(1).target()));
        assertEquals(List.of(1, 2), List.of(next.site(1), next.site(2)));
        assertEquals(2, next.detail().version());
    }

    @Test
    void aTargetBegunNearAnEntryStaysAtThatSite() {
        Bench b = on(new NextTargetTool()).click(22, 12).click(80, 70).click(100, 10).click(90, 60);
        NeedlePlan next = only(b);
        assertEquals(new Point(20, 10), next.passes().get(1).entry());
        assertEquals(List.of(1, 1, 2), List.of(next.site(1), next.site(2), next.site(3)));
    }

    @Test
    void withoutAPlanNothingIsAddedAndItIsSaid() {
        for (Tool tool : List.of(new NextTargetTool(), new SkinArcTool(), new NeedleSeenTool())) {
            Bench b = new Bench(tool).click(10, 10).click(60, 20).click(120, 10);
            assertTrue(b.actions.isEmpty(), tool.id().name());
            assertTrue(b.last.hint().contains("Plan a needle") || tool.id() == ToolId.NEXT_TARGET, b.last.hint());
        }
    }

    @Test
    void anOutOfPlaneNeedleIsMarkedAndMeasuredLater() {
        Bench b = new Bench(NeedleTool.outOfPlane()).click(50, 5).click(52, 60);
        assertEquals(List.of("Plan out-of-plane needle"), b.actions);
        assertEquals(Optional.of(Puncture.UNMEASURED),
                b.casefile.plans().getFirst().detail().approach().puncture());
    }

    @Test
    void threePointsSetTheSkinArcOfAllPlansOfTheClipAndOfTheNextOne() {
        Bench b = on(new SkinArcTool());
        b.casefile = b.casefile.withPlan(Fixtures.plan("q", new Point(1, 1), new Point(9, 9)));
        b.click(10, 10).click(100, 30);
        assertFalse(b.idle());
        b.click(190, 10);
        SkinSetting set = only(b).detail().approach().skin().orElseThrow();
        assertEquals(points(10, 10, 100, 30, 190, 10), set.points());
        assertEquals("Dr Test", set.author());
        assertEquals(Optional.of(set), b.casefile.plan("q").orElseThrow().detail().approach().skin());
        Bench next = new Bench(NeedleTool.inPlane());
        next.casefile = b.casefile;
        next.click(30, 15).click(60, 70);
        assertEquals(Optional.of(set), next.casefile.plans().getLast().detail().approach().skin());
    }

    @Test
    void pointsOnOneLineMakeNoArc() {
        Bench b = on(new SkinArcTool()).click(10, 10).click(100, 10).click(190, 10);
        assertTrue(b.actions.isEmpty());
        assertTrue(b.last.hint().contains("no arc"));
        assertTrue(b.idle());
    }

    @Test
    void escGivesTheArcUpAndBackspaceTakesAPointBack() {
        Bench b = on(new SkinArcTool()).click(10, 10).click(100, 30).feed(Bench.del());
        b.click(90, 40).click(190, 10);
        assertEquals(points(10, 10, 90, 40, 190, 10), only(b).detail().approach().skin().orElseThrow().points());
        b.click(10, 10).feed(esc());
        assertTrue(b.idle());
        assertEquals(1, b.actions.size());
    }

    @Test
    void theNeedleAsSeenIsShaftTipAndTarget() {
        Bench b = on(new NeedleSeenTool()).click(20, 10).click(58, 52).click(61, 50);
        ActualNeedle seen = only(b).detail().actual().getFirst();
        assertEquals(points(20, 10, 58, 52, 61, 50), List.of(seen.shaft(), seen.tip(), seen.target()));
        assertEquals(Fixtures.FRAME, seen.frame());
        assertEquals(1, seen.targetNumber());
        assertEquals(List.of("Mark needle as seen"), b.actions);
    }

    @Test
    void theSpreadJoinsTheNeedleSeenLast() {
        Bench b = on(new NeedleSeenTool()).click(20, 10).click(58, 52).click(61, 50);
        Bench spread = new Bench(new SpreadTool());
        spread.casefile = b.casefile;
        spread.click(50, 40).click(70, 40).click(60, 60).feed(enter());
        assertEquals(points(50, 40, 70, 40, 60, 60),
                only(spread).detail().actual().getFirst().spread().orElseThrow().vertices());
        assertTrue(spread.casefile.annotations().isEmpty());
    }

    @Test
    void aSpreadWithoutANeedleIsNotKeptAndItIsSaid() {
        Bench b = on(new SpreadTool()).click(50, 40).click(70, 40).click(60, 60).feed(enter());
        assertTrue(b.actions.isEmpty());
        assertTrue(b.last.hint().contains("needle as seen"));
    }

    @Test
    void draggingAnEntryTakesAllTargetsOfItsSiteAlong() {
        Bench b = on(new NextTargetTool()).click(20, 10).click(80, 70).click(100, 10).click(90, 60);
        Bench select = new Bench(new SelectTool()).select("p");
        select.casefile = b.casefile;
        select.feed(press(20, 10), drag(30, 5), release(30, 5));
        NeedlePlan moved = only(select);
        assertEquals(points(30, 5, 30, 5, 100, 10),
                moved.passes().stream().map(foramen.domain.plan.NeedlePass::entry).toList());
        select.feed(press(80, 70), drag(85, 75), release(85, 75));
        assertEquals(new Point(85, 75), only(select).passes().get(1).target());
        assertEquals(List.of("Move needle entry", "Move needle target"), select.actions);
    }
}
