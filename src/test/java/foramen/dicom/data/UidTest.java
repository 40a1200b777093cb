package foramen.dicom.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class UidTest {
    @Property(tries = 200)
    void aSeedGivesAlwaysTheSameValidUid(@ForAll String seed) {
        assertEquals(Uid.fromSeed(seed), Uid.fromSeed(seed));
        assertTrue(Uid.isValid(Uid.fromSeed(seed)));
        assertNotEquals(Uid.fromSeed(seed), Uid.fromSeed(seed + "x"));
    }

    @Test
    void theDecimalIsThatOfTheUuid() {
        // The example of PS3.5 annex B.2.
        assertEquals("2.25.329800735698586629295641978511506172918",
                Uid.of(UUID.fromString("f81d4fae-7dec-11d0-a765-00a0c91e6bf6")));
        assertTrue(Uid.isValid(Uid.random()));
        assertTrue(Uid.isValid(Uid.IMPLEMENTATION_CLASS));
    }

    @Test
    void malformedUidsAreTold() {
        for (String bad : new String[]{"", "1", "1.", "1..2", "1.02", "a.b", "1.2 ", "1." + "2".repeat(63)}) {
            assertFalse(Uid.isValid(bad), bad);
        }
    }

    @Test
    void classesSyntaxesAndAttributesHaveNames() {
        assertEquals(Optional.of("Ultrasound Multi-frame Image Storage"), Uid.sopClassName(Uid.US_MULTIFRAME_IMAGE));
        assertEquals(Optional.of(TransferSyntax.H264_41), TransferSyntax.of("1.2.840.10008.1.2.4.102.1"));
        assertEquals("PhysicalDeltaX", DataDictionary.standard().label(Tag.PHYSICAL_DELTA_X));
        assertEquals("OverlayData", DataDictionary.standard().label(0x60023000));
        assertEquals(Vr.SS, DataDictionary.standard().implicitVr(0x00280106, true));
        assertEquals("(0011,1010)", DataDictionary.standard().label(0x00111010));
    }
}
