package foramen.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.domain.casefile.Case;
import foramen.domain.casefile.SetAside;
import foramen.domain.casefile.StoreException;
import foramen.domain.revision.Clash;
import foramen.job.CurrentThreadJobRunner;
import foramen.testing.Cases;
import foramen.workspace.edit.CaseEditor;
import foramen.workspace.edit.Conflict;
import foramen.workspace.edit.SaveState;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two operators work on one case of one store: each at a machine of his own. */
abstract class TwoEditorsContract {
    private final StorePlace place;
    private SqlCaseStore hers;
    private SqlCaseStore his;
    private CaseEditor anna;
    private CaseEditor bert;
    private final List<SetAside.Kept> aside = new ArrayList<>();
    private final List<String> failures = new ArrayList<>();

    TwoEditorsContract(StorePlace place) {
        this.place = place;
    }

    SqlCaseStore open() throws StoreException {
        return SqlCaseStore.open(place, ZoneOffset.UTC, List.of());
    }

    StorePlace place() {
        return place;
    }

    @BeforeEach
    void bothOpenTheCase() throws StoreException {
        hers = open();
        his = open();
        anna = editor(hers, "Dr Anna");
        anna.begin(Case.begin(Cases.full().id(), Cases.NOW));
        anna.commit(Cases.full(), "Begin");
        for (var line : Cases.full().ledger()) {
            anna.recordInjection(line);
        }
        bert = editor(his, "Dr Bert");
        bert.open(his.find(Cases.full().id()).orElseThrow());
    }

    private static CaseEditor editor(SqlCaseStore store, String name) {
        return new CaseEditor(store, new CurrentThreadJobRunner(), Clock.fixed(Cases.NOW, ZoneOffset.UTC), () -> name,
                () -> UUID.randomUUID().toString());
    }

    @AfterEach
    void close() {
        hers.close();
        his.close();
    }

    private Conflict berts() {
        return bert.conflicts().conflictProperty().get().orElseThrow();
    }

    private static void label(CaseEditor editor, String id, String words) {
        editor.commit(editor.current().withAnnotation(editor.current().annotation(id).orElseThrow().withLabel(words)),
                "Label " + id);
    }

    @Test
    void theSlowerOneSeesWhoDidWhatAndHasLostNothing() {
        label(anna, "a1", "hers");
        anna.commit(anna.current().withoutAnnotation("a3"), "Delete caliper");
        label(bert, "a2", "his");
        bert.commit(bert.current().withIndication("His"), "Set indication");

        assertInstanceOf(SaveState.Failed.class, bert.saveStateProperty().get());
        assertEquals(List.of("Label a1", "Delete caliper"),
                berts().edits().stream().map(e -> e.action()).toList());
        assertTrue(berts().edits().stream().allMatch(e -> e.operator().equals("Dr Anna")));
        assertEquals(List.of("Label a2", "Set indication"), berts().unsaved());
        assertEquals(2, berts().theirChanges().size());
        assertEquals(List.of(), berts().clashes());
        assertEquals("His", bert.current().indication());
        assertTrue(anna.conflicts().conflictProperty().get().isEmpty());
    }

    @Test
    void editsOfOtherThingsAreDoneAgainOnTopEachALineOfTheJournalAndAStepOfUndo() throws StoreException {
        label(anna, "a1", "hers");
        label(bert, "a2", "his");
        bert.commit(bert.current().withIndication("His"), "Set indication");
        bert.undo();
        bert.commit(bert.current().withAnnotation(Cases.nerve("new")), "Draw nerve");
        bert.conflicts().putAgain(failures::add);

        assertEquals(List.of(), failures);
        Case stored = hers.find(bert.current().id()).orElseThrow().current();
        assertEquals(bert.current(), stored);
        assertEquals("hers", stored.annotation("a1").orElseThrow().label());
        assertEquals("his", stored.annotation("a2").orElseThrow().label());
        assertTrue(stored.annotation("new").isPresent());
        List<String> journal = hers.journal(stored.id()).stream().map(e -> e.action()).toList();
        assertEquals(List.of("Label a1", "Label a2", "Set indication", "Put again: Undo: Set indication", "Draw nerve"),
                journal.subList(journal.size() - 5, journal.size()));
        assertInstanceOf(SaveState.Saved.class, bert.saveStateProperty().get());
        assertTrue(bert.conflicts().conflictProperty().get().isEmpty());
        assertEquals("Draw nerve", bert.undoAction());
        bert.undo();
        assertFalse(bert.current().annotation("new").isPresent());
        assertEquals(List.of(), hers.verify().problems());
    }

    @Test
    void theSameThingIsNotPutOnTopAndTheReasonIsNamed() throws StoreException {
        label(anna, "a1", "hers");
        label(bert, "a1", "his");
        assertEquals(Clash.Reason.SAME_THING, berts().clashes().getFirst().reason());
        bert.conflicts().putAgain(failures::add);
        assertEquals("his", bert.current().annotation("a1").orElseThrow().label(), "still there");
        assertEquals("hers", hers.find(bert.current().id()).orElseThrow().current().annotation("a1").orElseThrow()
                .label());
        assertFalse(bert.conflicts().conflictProperty().get().isEmpty());
    }

    @Test
    void whoGivesWayHasHisEditsSetAsideWholeAndCountedNowhere() throws StoreException {
        label(anna, "a1", "hers");
        label(bert, "a1", "his");
        bert.recordInjection(Cases.injection("given"));
        Case mine = bert.current();
        bert.conflicts().loadTheirs(his.setAside(), aside::add, failures::add);

        assertEquals(anna.current(), bert.current());
        assertInstanceOf(SaveState.Saved.class, bert.saveStateProperty().get());
        SetAside.Kept kept = hers.setAside().setAsideOf(mine.id()).getFirst();
        assertEquals(new SetAside.Kept(mine, List.of("Label a1", "Record " + Cases.injection("given").productName()),
                "Dr Bert", Cases.NOW), kept);
        assertEquals(List.of(kept), aside);
        assertEquals(1, hers.list().size());
        assertEquals(2, hers.ofPatient("FX-0001").getFirst().ledger().size(), "what was set aside is not given");
        // The next edit goes on from theirs.
        label(bert, "a2", "his");
        assertInstanceOf(SaveState.Saved.class, bert.saveStateProperty().get());
        assertEquals(List.of(), hers.verify().problems());
    }

    @Test
    void anEditOfTheOtherWhileOneChoosesIsSeenBeforeAnythingIsPutOnTop() {
        label(anna, "a1", "hers");
        label(bert, "a2", "his");
        assertEquals(List.of(), berts().clashes());
        label(anna, "a2", "hers too");
        bert.conflicts().putAgain(failures::add);
        assertEquals(Clash.Reason.SAME_THING, berts().clashes().getFirst().reason());
        assertEquals("his", bert.current().annotation("a2").orElseThrow().label());
    }

    @Test
    void whatIsDrawnWhileTheConflictStandsBelongsToItToo() {
        label(anna, "a1", "hers");
        label(bert, "a2", "his");
        bert.commit(bert.current().withAnnotation(Cases.nerve("new")), "Draw nerve");
        assertEquals(List.of("Label a2", "Draw nerve"), berts().unsaved());
    }

    @Test
    void whatWasSetAsideIsSealedInAnEncryptedCopyAndComesBackWhole(@TempDir Path copy) throws Exception {
        label(anna, "a1", "hers");
        label(bert, "a1", "Geheimnis");
        Case mine = bert.current();
        bert.conflicts().loadTheirs(his.setAside(), aside::add, failures::add);
        if (hers.isEncrypted()) {
            return;
        }
        char[] passphrase = "correct horse battery".toCharArray();
        StorePlace protectedPlace = StorePlace.folder(copy);
        EncryptedCopy.make(place(), protectedPlace, passphrase.clone(), ZoneOffset.UTC, 1000);
        try (SqlCaseStore encrypted = SqlCaseStore.open(protectedPlace, ZoneOffset.UTC, List.of())) {
            encrypted.unlock(passphrase);
            assertEquals(mine, encrypted.setAside().setAsideOf(mine.id()).getFirst().state());
            String raw = encrypted.setting("set-aside/" + mine.id().value() + "/000000").orElseThrow();
            assertFalse(new String(Base64.getDecoder().decode(raw),
                    StandardCharsets.ISO_8859_1).contains("Geheimnis"));
        }
    }
}
