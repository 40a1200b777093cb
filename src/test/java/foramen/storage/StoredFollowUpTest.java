package foramen.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.domain.assessment.FollowUp;
import foramen.domain.assessment.RedFlagScreen;
import foramen.domain.assessment.Visit;
import foramen.domain.assessment.VisitWindow;
import foramen.domain.casefile.Case;
import foramen.domain.casefile.CaseId;
import foramen.domain.casefile.StoreException;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StoredFollowUpTest {
    private static final Instant NINE = Instant.parse("2026-03-14T09:00:00Z");
    private static final Case EMPTY = Case.begin(new CaseId("one"), NINE);

    private static Case with(RedFlagScreen screen) {
        Visit visit = Visit.begin("v1", NINE, VisitWindow.BASELINE, "Dr Example").withRedFlags(screen);
        return EMPTY.withFollowUp(FollowUp.NONE.withVisit(visit));
    }

    @Test
    void aCaseWithoutVisitsReadsAsBefore() throws StoreException {
        String document = CaseJson.write(EMPTY);
        assertTrue(!document.contains("followUp") && document.contains("\"format\":1"), document);
        assertEquals(FollowUp.NONE, CaseJson.read(document, "x").followUp());
    }

    @Test
    void aVersionThatWouldLoseTheVisitsIsKeptFromOpeningTheCase() {
        assertTrue(CaseJson.write(with(RedFlagScreen.NOT_ASKED)).contains("\"format\":3"));
    }

    @Test
    void thatNobodyAskedForRedFlagsIsKeptApartFromNone() throws StoreException {
        Case none = with(RedFlagScreen.asked(Set.of()));
        Case notAsked = with(RedFlagScreen.NOT_ASKED);
        assertEquals(Optional.of(RedFlagScreen.asked(Set.of())),
                CaseJson.read(CaseJson.write(none), "x").followUp().redFlags());
        assertEquals(Optional.empty(), CaseJson.read(CaseJson.write(notAsked), "x").followUp().redFlags());
    }

    @Test
    void aDamagedVisitIsRefusedWithItsPlace() {
        String damaged = CaseJson.write(with(RedFlagScreen.NOT_ASKED)).replace("\"baseline\"", "\"sometime\"");
        StoreException e = assertThrows(StoreException.class, () -> CaseJson.read(damaged, "x"));
        assertTrue(String.valueOf(e.getMessage()).contains("followUp.visits[0].window"), e.getMessage());
    }
}
