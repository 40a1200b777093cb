package foramen.ui.viewer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class LoupePlaceTest {
    @Property
    void theLoupeNeverCoversThePointer(@ForAll @DoubleRange(max = 1200) double x,
            @ForAll @DoubleRange(max = 800) double y) {
        LoupePlace place = LoupePlace.beside(x, y, 1200);
        assertTrue(Math.hypot(place.x() - x, place.y() - y) > LoupePlace.RADIUS + 20);
    }

    @Property
    void theLoupeLiesInsideAViewWithRoomForIt(@ForAll @DoubleRange(max = 1200) double x,
            @ForAll @DoubleRange(max = 800) double y) {
        LoupePlace place = LoupePlace.beside(x, y, 1200);
        assertTrue(place.x() - LoupePlace.RADIUS >= 0 && place.x() + LoupePlace.RADIUS <= 1200);
        assertTrue(place.y() - LoupePlace.RADIUS >= 0 && place.y() + LoupePlace.RADIUS <= 1000);
    }

    @Test
    void atBestItLiesUpAndToTheRight() {
        assertEquals(new LoupePlace(588, 312), LoupePlace.beside(500, 400, 1200));
    }
}
