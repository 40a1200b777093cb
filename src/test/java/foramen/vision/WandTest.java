package foramen.vision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.geometry.Bounds;
import foramen.geometry.Point;
import foramen.geometry.Polygon;
import foramen.vision.Wand.Outcome;
import foramen.vision.Wand.Settings;
import org.junit.jupiter.api.Test;

class WandTest {
    private static final Settings EXACT = new Settings(20, 0, 0, 1e6);

    @Test
    void outlinesThePixelsOfOneGreyExactly() {
        Polygon box = outlined(picture(), new Point(20.5, 15.5), EXACT);

        assertEquals(new Bounds(10, 10, 40, 30), box.bounds());
        assertEquals(30 * 20, box.area());
    }

    @Test
    void holesAreFilled() {
        GreyFrame frame = picture();
        frame.pixels()[15 * 100 + 30] = 0;
        frame.pixels()[16 * 100 + 30] = 0;

        assertEquals(30 * 20, outlined(frame, new Point(20.5, 15.5), EXACT).area());
        assertEquals(30 * 20, outlined(frame, new Point(31.5, 15.5), EXACT).area());
    }

    @Test
    void aWiderToleranceTakesInMore() {
        // The box of 100 touches one of 130.
        assertEquals(30 * 20 + 10 * 20,
                outlined(picture(), new Point(20.5, 15.5), new Settings(30, 0, 0, 1e6)).area());
    }

    @Test
    void runningOutIntoTheSurroundingsIsRefused() {
        Outcome outcome = Wand.outline(picture(), new Point(20.5, 15.5), new Settings(255, 0, 0, 2000));

        assertTrue(assertInstanceOf(Outcome.Refused.class, outcome).reason().contains("lower the tolerance"));
        assertInstanceOf(Outcome.Refused.class, Wand.outline(picture(), new Point(-1, 5), EXACT));
    }

    @Test
    void roundingTakesTheCornersOffAndKeepsTheArea() {
        Polygon round = outlined(picture(), new Point(20.5, 15.5), new Settings(20, 0, 3, 1e6));

        assertEquals(30 * 20, round.area(), 1e-6);
        assertTrue(round.vertices().stream().noneMatch(p -> p.distanceTo(new Point(10, 10)) < 0.3));
    }

    private static Polygon outlined(GreyFrame frame, Point at, Settings settings) {
        return assertInstanceOf(Outcome.Outlined.class, Wand.outline(frame, at, settings)).outline();
    }

    private static GreyFrame picture() {
        byte[] px = new byte[100 * 60];
        for (int i = 0; i < px.length; i++) {
            int x = i % 100;
            int y = i / 100;
            boolean rows = y >= 10 && y < 30;
            px[i] = (byte) (rows && x >= 10 && x < 40 ? 100 : rows && x >= 40 && x < 50 ? 130 : 10);
        }
        return new GreyFrame(100, 60, px);
    }
}
