package foramen.ui.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.domain.anatomy.Laterality;
import foramen.domain.injection.Alert;
import foramen.domain.injection.InjectateClass;
import foramen.domain.injection.Injection;
import foramen.domain.injection.Product;
import foramen.testing.Cases;
import foramen.testing.FakeClip;
import foramen.ui.support.TestBench;
import foramen.workspace.ledger.InjectionDesk;
import foramen.workspace.ledger.InjectionDraft.Field;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class LedgerViewModelTest {
    private final TestBench bench = TestBench.with(Cases.empty().withPlan(Cases.plan("p1")), FakeClip.calibrated());
    private final LedgerViewModel model = new LedgerViewModel(bench.workbench, bench.products,
            new InjectionDesk(bench.products, bench.ledgerRules), ZoneOffset.UTC);

    @Test
    void theFormStartsWithWhatIsKnown() {
        var draft = model.state().form().draft();
        assertEquals(Laterality.RIGHT, draft.side());
        assertEquals("Piriformis", draft.site());
        assertEquals("Dr Example", draft.operator());
        assertEquals("p1", draft.plan().orElseThrow().id());
    }

    @Test
    void theDoseIsExactAsSoonAsStrengthAndVolumeStand() {
        choose("dextrose");
        model.type(Field.CONCENTRATION, "12.5");
        model.type(Field.VOLUME, "0.3");
        assertEquals("37.5\u00a0mg", model.state().form().dose());
    }

    @Test
    void aCompleteLineIsRecordedAndStoredAndTheFormStartsAfresh() {
        complete();
        assertTrue(model.record());
        Injection line = bench.casefile().ledger().getFirst();
        assertEquals("40\u00a0mg", line.dose().text());
        assertEquals("p1", line.planId());
        assertEquals(List.of(line), bench.store.find(bench.casefile().id()).orElseThrow().current().ledger());
        assertEquals("", model.state().form().draft().lot());
        assertEquals(List.of("Triamcinolone acetonide 40\u00a0mg"), model.state().totals());
    }

    @Test
    void nothingIsRecordedWhileSomethingIsMissingAndTheFieldSaysWhat() {
        assertTrue(model.state().form().problems().isEmpty());
        assertFalse(model.record());
        assertEquals("Choose the product.", model.state().form().problems().get(Field.PRODUCT));
        assertTrue(bench.casefile().ledger().isEmpty());
    }

    @Test
    void aStopBlocksTheLine() {
        complete();
        model.chooseSide(Laterality.LEFT);
        assertTrue(model.state().form().blocked());
        assertEquals(Alert.Severity.STOP, model.state().form().alerts().getFirst().severity());
        assertFalse(model.record());
        assertTrue(bench.casefile().ledger().isEmpty());
    }

    @Test
    void offLabelUseIsSaidAsSoonAsTheProductIsChosen() {
        assertEquals("", model.state().form().offLabel());
        choose("onabotulinumtoxina");
        assertEquals("OnabotulinumtoxinA here is off-label use.", model.state().form().offLabel());
    }

    @Test
    void aLineIsVoidedOnlyWithAReasonAndStaysInTheLedger() {
        complete();
        model.record();
        String id = bench.casefile().ledger().getFirst().id();
        assertFalse(model.voidLine(id, "  ").isEmpty());
        assertTrue(bench.casefile().ledger().getFirst().voided().isEmpty());
        assertEquals("", model.voidLine(id, "Wrong lot"));
        assertEquals("Wrong lot", bench.casefile().ledger().getFirst().voided().orElseThrow().reason());
        assertTrue(model.state().lines().getFirst().voided().endsWith("by Dr Example: Wrong lot"));
        assertTrue(model.state().totals().isEmpty());
    }

    @Test
    void brandsOfToxinAreNeverAddedTogether() {
        for (String id : List.of("onabotulinumtoxina", "incobotulinumtoxina")) {
            complete(id, "1");
            model.record();
        }
        assertEquals(List.of("OnabotulinumtoxinA 50\u00a0units", "IncobotulinumtoxinA 50\u00a0units"),
                model.state().totals());
    }

    @Test
    void anotherProductNeedsAnotherLotAndExpiry() {
        complete();
        choose("methylprednisolone");
        assertEquals("", model.state().form().draft().lot());
        assertEquals("", model.state().form().draft().expiry());
        assertEquals("1", model.state().form().draft().volumeMl());
    }

    @Test
    void theSideAndSiteFollowTheCaseUntilTheUserSaysOtherwise() {
        bench.editor.commit(bench.casefile().withPlan(Cases.plan("p2").withTargetName("Sacrospinous ligament")), "x");
        assertEquals("Sacrospinous ligament", model.state().form().draft().site());
        model.type(Field.SITE, "perineural");
        bench.editor.commit(bench.casefile().withPlan(Cases.plan("p3").withTargetName("Other")), "x");
        assertEquals("perineural", model.state().form().draft().site());
        assertEquals("p3", model.state().form().draft().plan().orElseThrow().id());
    }

    private void complete() {
        complete("triamcinolone", "1");
    }

    private void complete(String productId, String volume) {
        choose(productId);
        model.type(Field.VOLUME, volume);
        model.type(Field.LOT, "L1");
        model.type(Field.EXPIRY, "2027-01-31");
    }

    private void choose(String productId) {
        Product product = bench.products.find(productId).orElseThrow();
        InjectateClass kind = product.injectateClass();
        model.chooseClass(kind);
        model.chooseProduct(product);
    }
}
