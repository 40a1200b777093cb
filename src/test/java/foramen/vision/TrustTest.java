package foramen.vision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class TrustTest {
    @Test
    void whatIsTheMatterIsNamed() {
        assertTrue(new Trust(0.5, 0.9, 0.9, 0.9, 1, 0.9).reason().contains("no longer looks like the key frame"));
        assertTrue(new Trust(0.9, 0.9, 0.5, 0.9, 1, 0.9).reason().contains("changed its size"));
        assertTrue(new Trust(0.9, 0.9, 0.9, 0.5, 1, 0.9).reason().contains("left the picture"));
        assertTrue(new Trust(0.9, 0.9, 0.9, 0.9, 1, 0.5).reason().contains("shadow"));
    }

    @Test
    void nothingIsSaidOfAnOutlineThatIsTrusted() {
        assertEquals("", new Trust(0.95, 1, 1, 1, 1, 1).reason());
    }

    @Test
    void aShadowTakesConfidenceButNotThePlaceThatWasFound() {
        Trust shadowed = new Trust(0.95, 1, 1, 1, 1, 0.3);

        assertTrue(shadowed.isDoubtful());
        assertEquals(0.95, shadowed.found(), 1e-9);
    }
}
