package foramen.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.domain.anatomy.Laterality;
import foramen.domain.anatomy.ScanLevel;
import foramen.domain.casefile.Case;
import foramen.domain.casefile.CaseId;
import foramen.domain.casefile.ReferenceSite;
import foramen.domain.casefile.Statements;
import foramen.domain.casefile.StoreException;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class StoredStatementsTest {
    private static final Case EMPTY = Case.begin(new CaseId("one"), Instant.parse("2026-03-14T09:00:00Z"));

    @Test
    void aCaseWithoutStatementsReadsAsBefore() throws StoreException {
        String document = CaseJson.write(EMPTY);
        assertFalse(document.contains("statements"), document);
        assertEquals(Statements.NONE, CaseJson.read(document, "x").statements());
    }

    @Test
    void aReferenceLevelComesBackAndAnOlderVersionIsKeptFromLosingIt() throws StoreException {
        Case c = EMPTY.withStatements(EMPTY.statements()
                .withReference(new ReferenceSite("sciatic-nerve", Laterality.RIGHT, ScanLevel.PIRIFORMIS))
                .withReference(new ReferenceSite("sciatic-nerve", Laterality.LEFT, ScanLevel.PIRIFORMIS))
                .withReference(new ReferenceSite("sciatic-nerve", Laterality.RIGHT, ScanLevel.GLUTEAL_FOLD)));
        assertEquals(2, c.statements().references().size());
        assertEquals(c, CaseJson.read(CaseJson.write(c), "x"));
        assertTrue(CaseJson.write(c).contains("\"format\":3"));
    }
}
