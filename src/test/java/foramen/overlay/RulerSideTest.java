package foramen.overlay;

import static org.junit.jupiter.api.Assertions.assertEquals;

import foramen.domain.clip.Frame;
import foramen.domain.clip.Region;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RulerSideTest {
    private static final int COLUMNS = 200;
    private static final int ROWS = 100;

    private static Region region(int minX, int maxX) {
        return new Region(1, 1, 0, minX, 10, maxX, 89, Optional.empty(), 0, 0, Region.UNIT_CM, Region.UNIT_CM, 0.01,
                0.01);
    }

    /** Bright from one column to another, black elsewhere. */
    private static Frame bright(int from, int to) {
        int[] argb = new int[COLUMNS * ROWS];
        Arrays.fill(argb, 0xFF000000);
        for (int y = 0; y < ROWS; y++) {
            Arrays.fill(argb, y * COLUMNS + from, y * COLUMNS + to, 0xFFB0B0B0);
        }
        return new Frame(COLUMNS, ROWS, argb);
    }

    @Test
    void theRulerStandsWhereTheMarginIsDarker() {
        assertEquals(RulerSide.LEFT, RulerSide.darker(bright(100, 180), region(20, 179)));
        assertEquals(RulerSide.RIGHT, RulerSide.darker(bright(20, 100), region(20, 179)));
    }

    @Test
    void whereBothAreAlikeItStandsOnTheRight() {
        assertEquals(RulerSide.RIGHT, RulerSide.darker(bright(0, 200), region(20, 179)));
        assertEquals(RulerSide.RIGHT, RulerSide.darker(bright(60, 120), region(20, 179)));
    }

    @Test
    void whatLiesOutsideTheRegionDoesNotCount() {
        assertEquals(RulerSide.LEFT, RulerSide.darker(bright(160, 200), region(20, 179)));
        assertEquals(RulerSide.RIGHT, RulerSide.darker(bright(185, 200), region(20, 179)));
    }

    @Test
    void aRegionThatReachesOutOfThePictureIsReadAsFarAsItGoes() {
        assertEquals(RulerSide.LEFT, RulerSide.darker(bright(150, 200), region(0, 5000)));
    }
}
