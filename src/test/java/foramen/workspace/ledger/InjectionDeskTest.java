package foramen.workspace.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.domain.anatomy.Laterality;
import foramen.domain.casefile.Case;
import foramen.domain.injection.Concentration;
import foramen.domain.injection.InjectateClass;
import foramen.domain.injection.Injection;
import foramen.domain.injection.LedgerRules;
import foramen.domain.injection.Product;
import foramen.domain.injection.ProductCatalog;
import foramen.geometry.Point;
import foramen.workspace.Fixtures;
import foramen.workspace.ledger.InjectionDraft.Field;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InjectionDeskTest {
    private final ProductCatalog catalog = ProductCatalog.standard();
    private final InjectionDesk desk = new InjectionDesk(catalog, new LedgerRules(catalog, ZoneOffset.UTC));
    private final Product steroid = catalog.of(InjectateClass.STEROID).getFirst();
    private final Case casefile = Fixtures.emptyCase().withSide(Laterality.LEFT);

    private InjectionDraft draft(String concentration, String volume, String expiry) {
        Concentration usual = steroid.strengths().getFirst();
        return new InjectionDraft(steroid.id(), concentration, usual.unit(), volume, " L42 ", expiry, Laterality.LEFT,
                "perineural", "Dr Test", "", Optional.empty());
    }

    private DraftCheck check(InjectionDraft d) {
        return desk.check(d, casefile, "i1", Fixtures.NOW);
    }

    @Test
    void aCompleteDraftBecomesALine() {
        DraftCheck c = check(draft("10", "0.5", "2027-03-31"));
        Injection line = c.injection().orElseThrow();
        assertTrue(c.canRecord(), c.toString());
        assertEquals(steroid.name(), line.productName());
        assertEquals(new BigDecimal("0.5"), line.volumeMl());
        assertEquals("L42", line.lot());
        assertEquals(LocalDate.of(2027, 3, 31), line.expiry());
        assertEquals(Fixtures.NOW, line.given());
    }

    @Test
    void anEmptyDraftSaysWhatIsMissingFieldByField() {
        DraftCheck c = check(new InjectionDraft("", "", Concentration.Unit.MG_PER_ML, "", " ", "",
                Laterality.UNSPECIFIED, "", "", "", Optional.empty()));
        assertEquals(EnumSet.allOf(Field.class), c.problems().keySet());
        assertFalse(c.canRecord());
    }

    @ParameterizedTest
    @CsvSource({"0.5, 0.5", "'0,5', 0.5", "2, 2", "'0,125', 0.125", "' 4 ', 4"})
    void decimalsAreReadWithPointOrComma(String typed, String value) {
        assertEquals(new BigDecimal(value), check(draft("10", typed, "2027-03-31")).injection().orElseThrow()
                .volumeMl());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1,000", "1e9", "-1", "0", "0.0", "two", "1.2.3", ".5", "12345678", "NaN", "٣"})
    void numbersThatAreNotPlainOrNotPositiveAreRefused(String typed) {
        DraftCheck c = check(draft("10", typed, "2027-03-31"));
        assertTrue(c.problems().containsKey(Field.VOLUME), typed);
        assertTrue(c.injection().isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"31.03.2027", "2027-02-30", "2027", "tomorrow"})
    void expiryIsAnIsoDate(String typed) {
        assertTrue(check(draft("10", "1", typed)).problems().containsKey(Field.EXPIRY));
    }

    @Test
    void theRulesOfTheLedgerStopALineThatIsComplete() {
        DraftCheck expired = check(draft("10", "1", "2026-11-20"));
        assertTrue(expired.injection().isPresent());
        assertFalse(expired.canRecord());
        DraftCheck today = check(draft("10", "1", "2026-11-21"));
        assertTrue(today.canRecord());
        DraftCheck otherSide = desk.check(draft("10", "1", "2027-03-31"), casefile.withSide(Laterality.RIGHT), "i",
                Fixtures.NOW);
        assertFalse(otherSide.canRecord());
    }

    @Test
    void unitsOfAToxinAndMilligramsNeverStandForOneAnother() {
        Product toxin = catalog.of(InjectateClass.BOTULINUM_TOXIN).getFirst();
        DraftCheck c = check(new InjectionDraft(toxin.id(), "50", Concentration.Unit.MG_PER_ML, "1", "L", "2027-03-31",
                Laterality.LEFT, "piriformis", "Dr Test", "", Optional.empty()));
        assertTrue(c.problems().containsKey(Field.CONCENTRATION));
    }

    @Test
    void aDraftBeginsWithWhatIsKnown() {
        var plan = Fixtures.plan("p", new Point(0, 0), new Point(9, 9)).withLaterality(Laterality.RIGHT)
                .withTargetName("Piriformis");
        InjectionDraft d = desk.begin(casefile, Optional.of(plan), Optional.of(steroid), "Dr Test");
        assertEquals(Laterality.RIGHT, d.side());
        assertEquals("Piriformis", d.site());
        assertEquals(steroid.strengths().getFirst().value().toPlainString(), d.concentration());
        assertEquals(Laterality.LEFT, desk.begin(casefile, Optional.empty(), Optional.empty(), "").side());
    }
}
