package foramen.ui.conflict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.domain.anatomy.StructureCatalog;
import foramen.domain.annotation.Annotation;
import foramen.domain.casefile.Case;
import foramen.domain.casefile.CaseId;
import foramen.domain.casefile.CaseStore.StoredCase;
import foramen.domain.casefile.SetAside;
import foramen.domain.plan.NeedlePass;
import foramen.domain.plan.NeedlePlan;
import foramen.geometry.Point;
import foramen.job.CurrentThreadJobRunner;
import foramen.testing.Cases;
import foramen.testing.FakeClip;
import foramen.ui.conflict.ConflictViewModel.Shown;
import foramen.ui.support.TestBench;
import foramen.workspace.FakeStore;
import foramen.workspace.edit.CaseEditor;
import foramen.workspace.tool.Modifiers;
import foramen.workspace.tool.ToolController;
import foramen.workspace.tool.ToolId;
import foramen.workspace.tool.ToolInput;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConflictViewModelTest {
    private final FakeStore store = new FakeStore();
    private final Aside aside = new Aside();
    private final List<String> reports = new ArrayList<>();
    private final CaseEditor anna = editor("Dr Anna");
    private final CaseEditor bert = editor("Dr Bert");
    private final ToolController tools = new ToolController(bert, StructureCatalog.standard());
    private final ConflictViewModel model = new ConflictViewModel(new ConflictViewModel.Parts(bert, tools, store, aside,
            new CurrentThreadJobRunner(), ZoneOffset.UTC, StructureCatalog.standard()), TestBench.WORDS, reports::add);

    private static final class Aside implements SetAside {
        final List<Kept> all = new ArrayList<>();

        @Override
        public void setAside(Kept kept) {
            all.add(kept);
        }

        @Override
        public List<Kept> setAsideOf(CaseId id) {
            return all.stream().filter(k -> k.state().id().equals(id)).toList();
        }
    }

    private CaseEditor editor(String name) {
        return new CaseEditor(store, new CurrentThreadJobRunner(), TestBench.CLOCK, () -> name, () -> "fresh");
    }

    @BeforeEach
    void bothOpenTheCase() {
        anna.begin(Case.begin(Cases.full().id(), Cases.NOW));
        anna.commit(twoTargets(), "Begin");
        bert.open(store.find(Cases.full().id()).orElseThrow());
    }

    private static Case twoTargets() {
        NeedlePlan plan = Cases.plan("p1");
        return Cases.full().withPlan(plan.withPass(2, new NeedlePass(new Point(10, 10), new Point(60, 60), "", ""),
                Cases.NOW));
    }

    private Shown shown() {
        return model.shownProperty().get().orElseThrow();
    }

    private static void label(CaseEditor editor, String id, String words) {
        Annotation a = editor.current().annotation(id).orElseThrow();
        editor.commit(editor.current().withAnnotation(a.withLabel(words)), "Label");
    }

    @Test
    void itSaysWhoWhenAndWhatInTheCliniciansWords() {
        NeedlePlan plan = anna.current().plan("p1").orElseThrow();
        anna.commit(anna.current().withPlan(plan.withoutPass(2, Cases.NOW)), "Remove target");
        label(anna, "a1", "hers");
        bert.commit(bert.current().withIndication("His"), "Set indication");
        assertEquals(
                "Dr Anna changed this case at 2026-03-14 10:05, while you worked on it. Nothing of either is lost.",
                shown().title());
        assertEquals(List.of("Sciatic nerve, right, outline on frame 31: changed",
                "Target 2 of the needle plan on frame 31: removed"), shown().theirs());
        assertEquals(List.of("Indication: changed"), shown().mine());
        assertTrue(shown().canPutAgain());
    }

    @Test
    void whereBothTouchedTheSameTheReasonStandsThereAndNothingIsPutOnTop() {
        label(anna, "a1", "hers");
        label(bert, "a1", "his");
        assertEquals(List.of("Sciatic nerve, right, outline on frame 31: changed by both"), shown().reasons());
        model.putAgain();
        assertEquals("his", bert.current().annotation("a1").orElseThrow().label());
    }

    @Test
    void whoGivesWayCanLookAtWhatWasSetAsideAndGoBack() {
        label(anna, "a1", "hers");
        label(bert, "a1", "his");
        Case mine = bert.current();
        model.loadTheirs();
        assertTrue(model.shownProperty().get().isEmpty());
        assertEquals("1 edit of Dr Bert was set aside at 2026-03-14 10:05.",
                model.sentence(model.keptProperty().get().orElseThrow()));

        model.look();
        assertEquals(mine, bert.current());
        bert.commit(mine.withIndication("x"), "Set indication");
        assertEquals(mine, bert.current(), "looked at, not changed");
        model.back();
        assertEquals(anna.current(), bert.current());
        assertFalse(model.lookingProperty().get());
        label(bert, "a2", "his");
        assertEquals("his", store.find(mine.id()).orElseThrow().current().annotation("a2").orElseThrow().label());
    }

    @Test
    void whereRecordsCanOnlyBeReadLookingDoesNotMakeThemOpenToEdits() {
        label(anna, "a1", "hers");
        label(bert, "a1", "his");
        model.loadTheirs();
        bert.setReadOnly(Optional.of("The records can only be read."));
        model.look();
        model.back();
        assertTrue(bert.isReadOnly());
    }

    @Test
    void whatWasSetAsideIsToldAgainWhenTheCaseIsOpenedAgain() {
        label(anna, "a1", "hers");
        label(bert, "a1", "his");
        model.loadTheirs();
        model.dismiss();
        bert.begin(Case.begin(new CaseId("other"), Cases.NOW));
        assertTrue(model.keptProperty().get().isEmpty());
        bert.open(store.find(Cases.full().id()).orElseThrow());
        assertEquals(aside.all.getLast(), model.keptProperty().get().orElseThrow());
    }

    @Test
    void whoOpensAnotherCaseWhileLookingMayEditIt() {
        label(anna, "a1", "hers");
        label(bert, "a1", "his");
        model.loadTheirs();
        model.look();
        Case other = Case.begin(new CaseId("other"), Cases.NOW);
        bert.open(new StoredCase(other, 0));
        bert.commit(other.withIndication("x"), "Set indication");
        assertEquals("x", bert.current().indication());
    }

    @Test
    void aDrawingBegunGoesOnOverTheOthersState() {
        tools.show(FakeClip.calibrated().info(), Cases.FRAME);
        tools.toolProperty().set(ToolId.POLYGON);
        place(new Point(20, 20));
        place(new Point(60, 20));
        label(anna, "a1", "hers");
        label(bert, "a2", "his");
        model.putAgain();
        place(new Point(40, 60));
        tools.handle(new ToolInput.Finish(), 2);
        Case stored = store.find(Cases.full().id()).orElseThrow().current();
        assertEquals(Cases.full().annotations().size() + 1, stored.annotations().size());
        assertEquals("hers", stored.annotation("a1").orElseThrow().label());
        assertEquals("his", stored.annotation("a2").orElseThrow().label());
    }

    private void place(Point p) {
        tools.handle(new ToolInput.Press(p, 1, Modifiers.NONE), 2);
        tools.handle(new ToolInput.Release(p, Modifiers.NONE), 2);
    }

    @Test
    void whatIsHeldByThePointerWhenOneGivesWayIsNotPutOverTheOthersState() {
        tools.show(FakeClip.calibrated().info(), Cases.FRAME);
        label(anna, "a1", "hers");
        label(bert, "a1", "his");
        tools.toolProperty().set(ToolId.SELECT);
        tools.handle(new ToolInput.Press(new Point(300, 280), 1, Modifiers.NONE), 5);
        tools.handle(new ToolInput.Drag(new Point(400, 380), Modifiers.NONE), 5);
        assertTrue(tools.previewProperty().get().isPresent());
        model.loadTheirs();
        tools.handle(new ToolInput.Release(new Point(400, 380), Modifiers.NONE), 5);
        assertEquals(anna.current(), bert.current());
    }

    @Test
    void manyChangesAreCountedNotListed() {
        for (int i = 0; i < 9; i++) {
            anna.commit(anna.current().withAnnotation(Cases.nerve("n" + i)), "Draw");
        }
        bert.commit(bert.current().withIndication("His"), "Set indication");
        assertEquals(6, shown().theirs().size());
        assertEquals("and 4 more", shown().theirs().getLast());
    }
}
