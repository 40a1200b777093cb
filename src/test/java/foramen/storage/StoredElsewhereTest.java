package foramen.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.domain.anatomy.Laterality;
import foramen.domain.casefile.Case;
import foramen.domain.casefile.CaseId;
import foramen.domain.casefile.StoreException;
import foramen.domain.injection.Dose;
import foramen.domain.injection.InjectateClass;
import foramen.domain.injection.PriorTreatment;
import foramen.domain.injection.Rational;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StoredElsewhereTest {
    private static final Case EMPTY = Case.begin(new CaseId("one"), Instant.parse("2026-03-14T09:00:00Z"));

    private static Case with(Optional<Rational> amount) {
        return EMPTY.withElsewhere(List.of(new PriorTreatment(LocalDate.of(2026, 1, 2), "triamcinolone",
                InjectateClass.STEROID, amount, Dose.Unit.MG, "", Laterality.LEFT, false, "typed in")));
    }

    @Test
    void aCaseWithoutTreatmentsElsewhereReadsAsBefore() throws StoreException {
        String document = CaseJson.write(EMPTY);
        assertFalse(document.contains("elsewhere"), document);
        assertEquals(List.of(), CaseJson.read(document, "x").elsewhere());
    }

    @Test
    void anAmountComesBackAsTheFractionItIsAndOneNobodyKnowsStaysUnknown() throws StoreException {
        for (Optional<Rational> amount : List.of(Optional.<Rational>empty(),
                Optional.of(Rational.of(40).over(Rational.of(3))))) {
            Case c = with(amount);
            assertEquals(c, CaseJson.read(CaseJson.write(c), "x"));
        }
    }

    @Test
    void aVersionThatWouldLoseThemIsKeptFromOpeningTheCase() {
        assertTrue(CaseJson.write(with(Optional.empty())).contains("\"format\":3"));
    }

    @Test
    void aDamagedAmountIsRefusedWithItsPlace() {
        String damaged = CaseJson.write(with(Optional.of(Rational.of(40)))).replace("\"40\"", "\"forty\"");
        StoreException e = assertThrows(StoreException.class, () -> CaseJson.read(damaged, "x"));
        assertTrue(String.valueOf(e.getMessage()).contains("elsewhere[0].amount"), e.getMessage());
    }
}
