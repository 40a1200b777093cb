package foramen.workspace.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import foramen.domain.casefile.Case;
import foramen.domain.casefile.CaseStore.StoredCase;
import foramen.geometry.Point;
import foramen.job.CurrentThreadJobRunner;
import foramen.workspace.FakeStore;
import foramen.workspace.Fixtures;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class UndoPropertyTest {
    @Property(tries = 200)
    void undoingRandomEditsPassesBackThroughEveryStateAndRedoingThemForth(
            @ForAll @Size(max = 60) List<@IntRange(max = 6) Integer> kinds, @ForAll @IntRange(max = 4) int seed) {
        FakeStore store = new FakeStore();
        CaseEditor e = new CaseEditor(store, new CurrentThreadJobRunner(), Fixtures.CLOCK, () -> "", Fixtures.ids());
        e.begin(Fixtures.emptyCase());
        List<Case> states = new ArrayList<>(List.of(e.current()));
        for (int i = 0; i < kinds.size(); i++) {
            e.commit(edited(e.current(), kinds.get(i), "o" + (i + seed) % 5, i), "Edit");
            if (!e.current().equals(states.getLast())) {
                states.add(e.current());
            }
        }
        for (int i = states.size() - 2; i >= 0; i--) {
            e.undo();
            assertEquals(states.get(i), e.current());
        }
        e.undo();
        assertEquals(Fixtures.emptyCase(), e.current());
        for (int i = 1; i < states.size(); i++) {
            e.redo();
            assertEquals(states.get(i), e.current());
        }
        if (states.size() > 1) {
            assertEquals(new StoredCase(e.current(), 1 + 3L * (states.size() - 1)),
                    store.find(e.current().id()).orElseThrow());
        }
    }

    private static Case edited(Case c, int kind, String id, int i) {
        return switch (kind) {
            case 0 -> c.withAnnotation(Fixtures.annotation(id, Fixtures.square(i, i, 5)));
            case 1 -> c.withAnnotation(Fixtures.annotation(id, Fixtures.line(0, 0, i, 9)));
            case 2 -> c.withoutAnnotation(id);
            case 3 -> c.withPlan(Fixtures.plan(id, new Point(i, 0), new Point(9, 9)));
            case 4 -> c.withoutPlan(id);
            case 5 -> c.withIndication("why " + i);
            default -> c.annotation(id).map(a -> c.withAnnotation(a.withLocked(!a.locked()))).orElse(c);
        };
    }
}
