package foramen.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.app.composition.Composition;
import foramen.domain.casefile.Case;
import foramen.domain.casefile.CaseStore.Summary;
import foramen.domain.plan.NeedlePlan;
import foramen.domain.plan.PlanWarning;
import foramen.domain.plan.SkinSetting;
import foramen.geometry.Point;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

/** Planning a piriformis injection on the real window: by mouse, and by the keyboard alone. */
@ExtendWith(ApplicationExtension.class)
class PlanJourneyTest {
    private final Composition composition;
    private PlannerRobot planner;

    PlanJourneyTest(@TempDir Path folder) {
        composition = new Composition(folder.resolve("home"),
                Clock.fixed(Instant.parse("2026-03-14T12:03:07Z"), ZoneOffset.UTC), Locale.US);
    }

    @BeforeEach
    void start(FxRobot robot) throws Exception {
        planner = PlannerRobot.start(robot, composition);
        planner.open(SampleJob.samples().resolve(SampleJob.CLIP + ".dcm"));
        planner.step("plan");
    }

    @Test
    void twoTargetsAnArcAnOverrideAndTheNeedleAsSeenByMouse() throws Exception {
        planner.type(KeyCode.N);
        planner.clickAt(SampleJob.ENTRY, SampleJob.TARGET);
        planner.fill("#plan-target", "Piriformis");
        planner.type(KeyCode.ENTER);
        planner.click("#plan-target-add");
        planner.clickAt(SampleJob.ENTRY, new Point(300, 250));
        assertEquals(2, planner.count("#plan-targets .item"));

        String straight = planner.text("#plan-angle");
        planner.fill("#plan-skin-radius", "60");
        planner.type(KeyCode.ENTER);
        assertTrue(!straight.equals(planner.text("#plan-angle")), "the angle is that to the arc");
        planner.click("#plan-worst-all");
        planner.choose("#plan-direction", "Lateral to medial");

        int open = planner.count(".override-reason");
        assertTrue(open > 0, "a piriformis target asks for Doppler");
        planner.fill(".override-reason", "Agreed on the round");
        assertEquals(open, planner.count(".override-reason"), "what is only typed overrides nothing");
        planner.type(KeyCode.ENTER);
        assertEquals(open - 1, planner.count(".override-reason"));

        planner.click("#plan-seen-mark");
        planner.clickAt(new Point(80, 90), new Point(240, 280), SampleJob.TARGET);
        assertTrue(planner.allWords().stream().anyMatch(w -> w.equals("Target 1, frame 1")), "the needle as seen");
        planner.close();

        NeedlePlan plan = onlyPlan();
        assertEquals(2, plan.passes().size());
        assertEquals("Piriformis", plan.targetName());
        assertEquals(1, plan.site(2), "one site");
        assertEquals(60, ((SkinSetting.Form.Face) plan.detail().approach().skin().orElseThrow().form()).radiusMm());
        assertEquals(List.of("Agreed on the round"),
                plan.detail().overrides().stream().map(o -> o.reason()).toList());
        assertEquals(1, plan.detail().actual().size());
        assertEquals(0, plan.detail().range().orElseThrow().first());
    }

    @Test
    void aNeedleIsPlannedAndAimedByTheKeyboardAlone() throws Exception {
        planner.type(KeyCode.N, KeyCode.Q, KeyCode.SPACE);
        for (int i = 0; i < 12; i++) {
            planner.withShift(KeyCode.DOWN);
        }
        planner.type(KeyCode.RIGHT, KeyCode.SPACE, KeyCode.ESCAPE);
        planner.waitFor("the plan", () -> planner.count("#plan-depth") == 1);
        planner.tabTo("plan-target");
        planner.write("Piriformis");
        planner.type(KeyCode.ENTER);
        planner.tabTo("plan-depth");
        planner.shortcut(KeyCode.A);
        planner.write("30");
        planner.type(KeyCode.ENTER);
        planner.tabTo("plan-angle");
        planner.shortcut(KeyCode.A);
        planner.write("60");
        planner.type(KeyCode.ENTER);
        assertEquals("60", planner.text("#plan-angle"));
        planner.tabTo("plan-doppler");
        planner.type(KeyCode.SPACE);
        planner.close();

        NeedlePlan plan = onlyPlan();
        assertEquals("Piriformis", plan.targetName());
        assertTrue(plan.detail().approach().dopplerDone());
        assertTrue(plan.detail().overrides().stream().noneMatch(o -> o.code() == PlanWarning.Code.DOPPLER));
    }

    private NeedlePlan onlyPlan() throws Exception {
        try (var store = composition.openStore(composition.home())) {
            List<Summary> cases = store.list();
            Case stored = store.find(cases.getFirst().id()).orElseThrow().current();
            assertEquals(1, stored.plans().size());
            return stored.plans().getFirst();
        }
    }
}
