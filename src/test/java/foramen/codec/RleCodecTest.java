package foramen.codec;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RleCodecTest {
    @Property(tries = 300)
    void whatIsPackedUnpacksTheSame(@ForAll long seed, @ForAll @IntRange(min = 1, max = 300) int columns,
            @ForAll @IntRange(min = 1, max = 5) int rows, @ForAll @IntRange(min = 1, max = 5) int alphabet)
            throws CodecException {
        Random random = new Random(seed);
        byte[] plane = new byte[columns * rows];
        for (int i = 0; i < plane.length; i++) {
            plane[i] = (byte) random.nextInt(alphabet);
        }
        byte[] packed = RleCodec.encode(List.of(plane, plane), columns);
        RleCodec.Planes planes = RleCodec.decode(packed, 2, plane.length);
        assertArrayEquals(plane, planes.planes().get(0));
        assertArrayEquals(plane, planes.planes().get(1));
        assertTrue(planes.complete());
        assertEquals(0, packed.length % 2);
    }

    @Test
    void runsAreShort() {
        assertEquals(64 + 4, RleCodec.encode(List.of(new byte[256]), 256).length);
    }

    @Test
    void aRunWritesNoFurtherThanThePlane() throws CodecException {
        byte[] frame = Arrays.copyOf(RleCodec.encode(List.of(new byte[128]), 128), 66);
        assertEquals(5, RleCodec.decode(frame, 1, 5).planes().getFirst().length);
        assertFalse(RleCodec.decode(frame, 1, 500).complete());
    }

    @Test
    void aHeaderThatMakesNoSenseIsRefused() {
        byte[] frame = RleCodec.encode(List.of(new byte[8]), 8);
        assertThrows(CodecException.class, () -> RleCodec.decode(frame, 3, 8));
        assertThrows(CodecException.class, () -> RleCodec.decode(Arrays.copyOf(frame, 30), 1, 8));
        frame[4] = 127;
        frame[5] = 127;
        assertThrows(CodecException.class, () -> RleCodec.decode(frame, 1, 8));
    }
}
