package foramen.ui.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.domain.annotation.Annotation;
import foramen.domain.casefile.Case;
import foramen.domain.casefile.ClipRef;
import foramen.domain.clip.ClipException;
import foramen.domain.clip.ClipInfo;
import foramen.domain.clip.FrameRef;
import foramen.domain.measurement.LengthUnit;
import foramen.domain.plan.ActualNeedle;
import foramen.domain.plan.NeedlePass;
import foramen.domain.plan.NeedlePlan;
import foramen.domain.plan.NeedleRules;
import foramen.domain.plan.PlanWarning;
import foramen.geometry.Point;
import foramen.job.CurrentThreadJobRunner;
import foramen.job.Job;
import foramen.job.JobRunner;
import foramen.testing.Cases;
import foramen.testing.FakeClip;
import foramen.ui.support.TestBench;
import foramen.ui.support.Tone;
import foramen.workspace.ManualJobRunner;
import foramen.workspace.measure.CaseReadings;
import foramen.workspace.tool.ToolId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanViewModelTest {
    private static final String PROCEDURE = "2.25.2002";

    @Test
    void withoutAPlanTheNeedleToolIsOffered() {
        TestBench bench = TestBench.with(Cases.empty(), FakeClip.calibrated());
        PlanViewModel model = model(bench);
        assertTrue(model.state().clipOpen());
        assertTrue(model.state().sheet().isEmpty());
        model.drawNeedle();
        assertEquals(ToolId.NEEDLE, bench.tools.toolProperty().get());
    }

    @Test
    void aTypedDepthMovesTheTargetInOneUndoableStep() {
        TestBench bench = TestBench.with(Cases.full(), FakeClip.calibrated());
        PlanViewModel model = model(bench);
        assertEquals("", model.typeDepth("40"));
        assertEquals(new Point(270, 280), bench.casefile().plan("p1").orElseThrow().target());
        assertEquals("40.0\u00a0mm", sheet(model).reading().depth().text(TestBench.LOCALE));
        bench.editor.undo();
        assertEquals(Cases.plan("p1").target(), bench.casefile().plan("p1").orElseThrow().target());
    }

    @Test
    void aTypedAngleIsRefusedWithASentenceWhereTheNeedleWouldLeaveThePicture() {
        TestBench bench = TestBench.with(Cases.full(), FakeClip.calibrated());
        String sentence = model(bench).typeAngle("10");
        assertTrue(sentence.contains("leave the calibrated picture"), sentence);
        assertEquals(Cases.plan("p1"), bench.casefile().plan("p1").orElseThrow());
    }

    @Test
    void wordsInPlaceOfANumberAreRefused() {
        TestBench bench = TestBench.with(Cases.full(), FakeClip.calibrated());
        assertFalse(model(bench).typeDepth("deep").isEmpty());
    }

    @Test
    void aNeedleThatDoesNotReachIsAmberAndSaysHowMuchIsMissing() {
        TestBench bench = TestBench.with(Cases.full(), FakeClip.calibrated());
        PlanViewModel model = model(bench);
        model.edits().chooseNeedle("22g-38");
        PlanState.Remark fit = sheet(model).fit();
        assertEquals(Tone.AMBER, fit.tone());
        // Path 39.7 mm; 38 mm less 5 mm hub and 5 mm reserve reach 28 mm.
        assertEquals("22 G × 38 mm: 11.7\u00a0mm short.", fit.words());
        model.edits().chooseNeedle("");
        assertEquals("Suggested: 22 G × 50 mm, the shortest that reaches.", sheet(model).fit().words());
    }

    @Test
    void aNerveWithinItsMarginIsAmberAndOneThatIsCrossedIsRed() {
        TestBench bench = TestBench.with(Cases.full(), FakeClip.calibrated());
        PlanViewModel model = model(bench);
        assertEquals(Tone.NEUTRAL, sheet(model).guarded().getFirst().tone());
        move(bench, new Point(290, 268));
        assertEquals(Tone.AMBER, sheet(model).guarded().getFirst().tone());
        move(bench, new Point(320, 310));
        MarginRow nerve = sheet(model).guarded().getFirst();
        assertEquals(Tone.RED, nerve.tone());
        assertTrue(nerve.text().endsWith("mm inside"), nerve.text());
    }

    @Test
    void aMuscleIsCrossedWithoutAlarm() {
        TestBench bench = TestBench.with(Cases.full(), FakeClip.calibrated());
        PlanState.Margins margins = sheet(model(bench)).margins();
        assertEquals(1, margins.crossed().stream().filter(c -> c.name().equals("Piriformis")).count());
        assertTrue(margins.guarded().stream().noneMatch(r -> r.name().equals("Piriformis")));
    }

    @Test
    void withoutAScaleNothingIsInMillimetres() {
        TestBench bench = TestBench.with(Cases.full(), FakeClip.uncalibrated());
        PlanState.Sheet sheet = sheet(model(bench));
        assertFalse(sheet.target().calibrated());
        assertTrue(sheet.target().visibility().isEmpty());
        assertEquals("130.0\u00a0px", sheet.reading().depth().text(TestBench.LOCALE));
        assertFalse(sheet.toString().contains("\u00a0mm,"), "no number in mm");
        assertFalse(model(bench).typeDepth("40").isEmpty());
    }

    @Test
    void aTypedValueMovesTheTargetLookedAtAndAnEntryTakesItsSiteAlong() {
        TestBench bench = TestBench.with(twoTargets(), FakeClip.calibrated());
        PlanViewModel model = model(bench);
        model.selectTarget(2);
        assertEquals(2, sheet(model).target().number());
        assertEquals("", model.typeDepth("20"));
        NeedlePlan plan = bench.casefile().plan("p1").orElseThrow();
        assertEquals(new Point(220, 180), plan.passes().get(1).target());
        assertEquals(Cases.plan("p1").target(), plan.target());
        assertEquals("", model.typeOffset("10"));
        plan = bench.casefile().plan("p1").orElseThrow();
        assertEquals(new Point(170, 80), plan.entry());
        assertEquals(1, plan.site(2), "both targets are still reached from one site");
    }

    @Test
    void targetsAreReorderedWithTheirOverridesAndOneWithANeedleSeenIsNotRemoved() {
        TestBench bench = TestBench.with(twoTargets(), FakeClip.calibrated());
        PlanViewModel model = model(bench);
        PlanWarning doppler = sheet(model).warnings().stream().map(PlanState.WarningRow::warning)
                .filter(w -> w.code() == PlanWarning.Code.DOPPLER && w.target() == 1).findFirst().orElseThrow();
        assertFalse(model.edits().override(doppler, "  ").isEmpty(), "an override needs a reason");
        assertEquals("", model.edits().override(doppler, "Done on the ward"));
        model.moveTarget(1);
        NeedlePlan plan = bench.casefile().plan("p1").orElseThrow();
        assertEquals(List.of("Second", "Piriformis"), plan.passes().stream().map(NeedlePass::targetName).toList());
        assertEquals(2, plan.detail().overrides().getFirst().target());
        assertEquals(2, sheet(model).target().number(), "the panel stays with the target");

        bench.editor.commit(bench.casefile().withPlan(plan.withDetail(
                plan.detail().withActual(List.of(new ActualNeedle(Cases.frame(), 2, new Point(130, 90),
                        new Point(268, 205), new Point(270, 210), Optional.empty(), "Dr Example", Cases.NOW))),
                Cases.NOW)), "Mark needle");
        assertTrue(model.removeTarget().contains("target 2"));
        model.selectTarget(1);
        assertEquals("", model.removeTarget());
        plan = bench.casefile().plan("p1").orElseThrow();
        assertEquals(1, plan.passes().size());
        assertEquals(1, plan.detail().actual().getFirst().targetNumber());
        assertEquals(1, plan.detail().overrides().getFirst().target());
        assertFalse(model.removeTarget().isEmpty(), "the last target stays");
    }

    @Test
    void anOverrideStaysWithWhoAndWhyAndCanBeTakenBack() {
        TestBench bench = TestBench.with(Cases.full(), FakeClip.calibrated());
        PlanViewModel model = model(bench);
        move(bench, new Point(320, 310));
        PlanState.WarningRow stop = sheet(model).warnings().getFirst();
        assertEquals(Tone.RED, stop.tone());
        assertEquals("", model.edits().override(stop.warning(), "Hydrodissection agreed"));
        PlanState.WarningRow after = sheet(model).warnings().stream()
                .filter(w -> w.warning().code() == PlanWarning.Code.MARGIN).findFirst().orElseThrow();
        assertEquals(Tone.NEUTRAL, after.tone());
        assertEquals("Hydrodissection agreed", after.override().orElseThrow().reason());
        model.edits().takeBack(after.override().orElseThrow());
        assertEquals(Tone.RED, sheet(model).warnings().getFirst().tone());
    }

    @Test
    void theRuleOfATargetIsChosenFromTheDataAndChangesItsMargins() {
        TestBench bench = TestBench.with(Cases.full(), FakeClip.calibrated());
        PlanViewModel model = model(bench);
        move(bench, new Point(290, 280));
        assertEquals(5, sheet(model).guarded().getFirst().limit().warnMm());
        model.edits().chooseRule(1, "perineural-sciatic");
        assertEquals(1, sheet(model).guarded().getFirst().limit().warnMm());
        assertTrue(sheet(model).target().rule().words().contains("epineurium"), "the rule is cited");
    }

    @Test
    void theSkinArcIsSetByATypedRadiusAndAnglesFollowIt() {
        TestBench bench = TestBench.with(Cases.full(), FakeClip.calibrated());
        PlanViewModel model = model(bench);
        String straight = sheet(model).reading().angleToSkin().text(TestBench.LOCALE);
        assertEquals("", model.typeRadius("60"));
        assertTrue(sheet(model).skin().words().contains("60.0\u00a0mm"), sheet(model).skin().words());
        assertNotEquals(straight, sheet(model).reading().angleToSkin().text(TestBench.LOCALE));
        assertEquals("", model.typeAngle("50"));
        assertEquals("50°", sheet(model).reading().angleToSkin().text(TestBench.LOCALE));
        assertEquals("", model.typeDepth("30"));
        assertEquals("30.0\u00a0mm", sheet(model).reading().depth().text(TestBench.LOCALE));
        model.edits().clearArc();
        assertEquals(Optional.empty(), sheet(model).approach().skin());
    }

    @Test
    void aLengthIsTypedInTheUnitThatTheScreenWritesOrWithItsOwn() {
        TestBench bench = TestBench.with(Cases.full(), FakeClip.calibrated());
        PlanViewModel model = model(bench);
        TestBench.WORDS.lengthsProperty().set(LengthUnit.CENTIMETRE);
        try {
            assertEquals("", model.typeDepth("3"));
            assertEquals("30.0\u00a0mm", sheet(model).reading().depth().text(TestBench.LOCALE));
            assertTrue(model.state().sheet().orElseThrow().targets().getFirst().site().contains("3.00\u00a0cm"));
            assertEquals("", model.typeDepth("28 mm"));
            assertEquals("28.0\u00a0mm", sheet(model).reading().depth().text(TestBench.LOCALE));
            assertFalse(model.typeDepth("3 m").isEmpty());
            assertFalse(model.typeAngle("45 mm").isEmpty(), "an angle has no length");
        } finally {
            TestBench.WORDS.lengthsProperty().set(LengthUnit.MILLIMETRE);
        }
        assertTrue(model.state().sheet().orElseThrow().targets().getFirst().site().contains("28.0\u00a0mm"),
                "what was chosen holds at once");
        assertEquals("", model.typeDepth("2.6cm"));
        assertEquals("26.0\u00a0mm", sheet(model).reading().depth().text(TestBench.LOCALE));
    }

    @Test
    void outOfPlaneTheDistanceToThePlaneIsTypedAndNonsenseRefused() {
        TestBench bench = TestBench.with(Cases.full(), FakeClip.calibrated());
        PlanViewModel model = model(bench);
        model.edits().chooseInPlane(false);
        assertTrue(sheet(model).target().puncture().isEmpty());
        assertFalse(model.edits().typePlaneDistance("-3").isEmpty());
        assertEquals("", model.edits().typePlaneDistance("26"));
        assertEquals(45, sheet(model).target().puncture().orElseThrow().neededDegrees(), 1e-6);
        model.edits().chooseInPlane(true);
        assertTrue(sheet(model).approach().inPlane());
    }

    @Test
    void theWorstCaseComesFromAJobAndTheOneFromBeforeIsMarkedMeanwhile() {
        ManualJobRunner jobs = new ManualJobRunner();
        Case casefile = Cases.full().withAnnotation(onFrame("n2", 40, 276));
        TestBench bench = TestBench.with(casefile, FakeClip.calibrated());
        PlanViewModel model = model(bench, jobs);
        assertEquals("", model.edits().typeRange("31", "50"));
        assertEquals(Tone.AMBER, sheet(model).range().tone(), "it is being worked out");
        assertTrue(sheet(model).guarded().getFirst().worst().isEmpty());
        jobs.runAll();
        assertEquals(Tone.NEUTRAL, sheet(model).range().tone());
        MarginRow.WorstRow worst = sheet(model).guarded().getFirst().worst().orElseThrow();
        assertEquals(40, worst.frame());
        assertTrue(sheet(model).warnings().stream()
                .anyMatch(w -> w.warning().code() == PlanWarning.Code.WORST_CASE));

        move(bench, new Point(265, 210), bench.casefile().plan("p1").orElseThrow());
        move(bench, new Point(260, 210), bench.casefile().plan("p1").orElseThrow());
        assertTrue(sheet(model).guarded().getFirst().worst().orElseThrow().words().startsWith("Before the move"));
        assertEquals(1, jobs.waiting(), "one job at a time");
        jobs.runAll();
        assertTrue(sheet(model).guarded().getFirst().worst().orElseThrow().words().startsWith("Worst on frame 41"));
        assertEquals(Tone.NEUTRAL, sheet(model).range().tone());
        model.goTo(worst.frame());
        assertEquals(40, bench.cine.frameIndexProperty().get());
        assertFalse(model.edits().typeRange("60", "20").isEmpty());
    }

    @Test
    void aNeedleAsSeenStandsBesideThePlanWithItsErrorByDirection() {
        TestBench bench = TestBench.with(Cases.full(), FakeClip.calibrated());
        PlanViewModel model = model(bench);
        NeedlePlan plan = bench.casefile().plan("p1").orElseThrow();
        bench.editor.commit(bench.casefile().withPlan(plan.withDetail(
                plan.detail().withActual(List.of(new ActualNeedle(Cases.frame(), 1, new Point(130, 90),
                        new Point(260, 220), new Point(270, 210), Optional.empty(), "Dr Example", Cases.NOW))),
                Cases.NOW)), "Mark needle");
        List<String> seen = sheet(model).seen().getFirst().rows().stream().map(PlanState.Compared::seen).toList();
        assertEquals(List.of("45°", "2.8\u00a0mm", "2.0\u00a0mm too deep", "2.0\u00a0mm to the left"), seen);
        model.edits().removeSeen(0);
        assertEquals(List.of(), sheet(model).seen());
    }

    @Test
    void aNeedleSeenOnTheClipOfTheProcedureIsReadAtThatClipsOwnScale(@TempDir Path folder) throws IOException {
        Path file = Files.createFile(folder.resolve("procedure.dcm"));
        TestBench bench = TestBench.with(seenElsewhere(file), FakeClip.calibrated());
        List<PlanState.SeenRow> seen = sheet(procedures(bench)).seen();
        // 14.14 px at 0.1 mm; at the scale of the plan's own clip it would be 2.8 mm.
        assertEquals(List.of("45°", "1.4\u00a0mm", "1.0\u00a0mm too deep", "1.0\u00a0mm to the left"),
                seen.getFirst().rows().stream().map(PlanState.Compared::seen).toList());
        assertTrue(seen.getFirst().title().endsWith("clip 2, Procedure"), seen.getFirst().title());
    }

    @Test
    void whereThatClipCannotBeReadNoMillimetreIsShown() {
        TestBench bench = TestBench.with(seenElsewhere(Path.of("/nowhere/procedure.dcm")), FakeClip.calibrated());
        PlanState.SeenRow seen = sheet(model(bench)).seen().getFirst();
        assertEquals(List.of(), seen.rows());
        assertTrue(seen.spread().contains("is not at"), seen.spread());
    }

    @Test
    void onTheClipOfTheProcedureThePlanIsFoundWithItsNeedleAndEdited(@TempDir Path folder) throws IOException {
        Path file = Files.createFile(folder.resolve("plan.dcm"));
        Case casefile = seenElsewhere(file);
        casefile = casefile.withClip(new ClipRef(FakeClip.UID, file.toString(), "Plan"));
        TestBench bench = TestBench.with(casefile, procedure());
        PlanViewModel model = new PlanViewModel(bench.workbench, bench.structures, bench.plans(
                new CaseReadings(bench.structures, NeedleRules.standard(), TestBench.LOCALE),
                f -> FakeClip.calibrated()));
        assertTrue(model.state().sheet().isEmpty(), "the plan's own numbers belong to its own clip");
        PlanState.Elsewhere plan = model.state().elsewhere().getFirst();
        assertEquals("1.4\u00a0mm", plan.seen().getFirst().rows().get(1).seen());
        assertEquals("41°", plan.seen().getFirst().rows().getFirst().planned());
        model.takeFor(plan.planId(), ToolId.NEEDLE_SEEN);
        assertEquals(ToolId.NEEDLE_SEEN, bench.tools.toolProperty().get());
        assertTrue(model.state().elsewhere().getFirst().selected());
        model.editsOf(plan.planId()).removeSeen(0);
        assertEquals(List.of(), bench.casefile().plan("p1").orElseThrow().detail().actual());
    }

    @Test
    void theRecordNamesCodeScaleProbeAndNeedle() {
        TestBench bench = TestBench.with(Cases.full(), FakeClip.calibrated());
        List<String> record = sheet(model(bench)).record().stream().map(f -> f.name() + ": " + f.value()).toList();
        assertTrue(record.contains("Target code: MDC 7:814, Musculus piriformis"), record.toString());
        assertTrue(record.contains("Pixel: 0.2000 × 0.2000 mm"), record.toString());
        assertTrue(record.contains("Probe: not stated by the file"), record.toString());
        assertTrue(record.contains("Picture depth: 76.0\u00a0mm"), record.toString());
        assertTrue(record.contains("Needle: 22 G × 80 mm, hypodermic"), record.toString());
    }

    private static FakeClip procedure() {
        ClipInfo i = FakeClip.withSpacing(0.1).info();
        return FakeClip.calibrated().withInfo(new ClipInfo(
                new ClipInfo.ClipIdentity(i.identity().sopClassUid(), PROCEDURE, "2.25.1002", "2.25.1003",
                        i.identity().transferSyntaxUid()),
                i.columns(), i.rows(), i.timing(), i.photometric(), i.calibration(), i.patient(), i.laterality(),
                i.acquired(), i.origin(), List.of()));
    }

    private static PlanViewModel procedures(TestBench bench) {
        return new PlanViewModel(bench.workbench, bench.structures, bench.plans(
                new CaseReadings(bench.structures, NeedleRules.standard(), TestBench.LOCALE), f -> procedure()));
    }

    private static Case seenElsewhere(Path file) {
        NeedlePlan plan = Cases.plan("p1");
        return Cases.full().withClip(new ClipRef(PROCEDURE, file.toString(), "Procedure"))
                .withPlan(plan.withDetail(plan.detail().withActual(List.of(new ActualNeedle(
                        new FrameRef(PROCEDURE, 3), 1, new Point(130, 90), new Point(260, 220), new Point(270, 210),
                        Optional.empty(), "Dr Example", Cases.NOW))), Cases.NOW));
    }

    private static Case twoTargets() {
        NeedlePlan plan = Cases.plan("p1");
        return Cases.full().withPlan(plan.withPass(2,
                new NeedlePass(plan.entry(), new Point(220, 200), "Second", "piriformis"), Cases.NOW));
    }

    private static Annotation onFrame(String id, int frame, double left) {
        Annotation nerve = Cases.outline(id, "sciatic-nerve", new Point(left, 205), new Point(left + 30, 205),
                new Point(left + 30, 235), new Point(left, 235));
        return new Annotation(id, new FrameRef(FakeClip.UID, frame), nerve.shape(), nerve.structureId(),
                nerve.laterality(), nerve.level(), nerve.plane(), "", false, "Dr Example", Cases.NOW);
    }

    private static void move(TestBench bench, Point target, NeedlePlan plan) {
        bench.editor.commit(bench.casefile().withPlan(plan.withTarget(target, Cases.NOW)), "Move needle");
    }

    private static void move(TestBench bench, Point target) {
        Case moved = bench.casefile().withPlan(Cases.plan("p1").withTarget(target, Cases.NOW));
        bench.editor.commit(moved, "Move needle");
    }

    private static PlanState.Sheet sheet(PlanViewModel model) {
        return model.state().sheet().orElseThrow();
    }

    private static PlanViewModel model(TestBench bench) {
        return model(bench, new CurrentThreadJobRunner());
    }

    private static PlanViewModel model(TestBench bench, JobRunner jobs) {
        NeedleRules rules = NeedleRules.standard();
        return new PlanViewModel(bench.workbench, bench.structures,
                bench.plans(new CaseReadings(bench.structures, rules, TestBench.LOCALE), f -> {
                    throw new ClipException(f + " is not there.");
                }, jobs));
    }
}
