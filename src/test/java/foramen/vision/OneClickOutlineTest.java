package foramen.vision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.geometry.Point;
import foramen.geometry.Polygon;
import foramen.job.Progress;
import foramen.testing.PhantomFrames;
import foramen.vision.OneClickOutline.Contrast;
import foramen.vision.OneClickOutline.Limits;
import foramen.vision.OneClickOutline.Proposal;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OneClickOutlineTest {
    private static final Polygon OVAL = oval(100, 80, 30, 14);

    @ParameterizedTest
    @ValueSource(strings = {"a-piriformis-left-normal", "b-ischial-spine-right-normal",
            "c-quadratus-femoris-left-normal", "variant-monochrome2"})
    void aClickAnywhereInTheNerveFindsIt(String name) throws IOException {
        PhantomFrames clip = PhantomFrames.read(name);
        double mm = clip.mmPerPixel();
        var dice = PhantomFrames.clicks(clip.nerve(30)).stream().limit(4)
                .map(p -> OneClickOutline.propose(clip.frame(30), p, Limits.ofMillimetres(15, 200, 0.9, 1 / mm, 1 / mm),
                        Contrast.BRIGHTER, Progress.NONE))
                .map(p -> PhantomFrames.dice(clip.nerve(30), found(p).outline())).sorted().toList();

        assertTrue(dice.get(2) >= 0.90, "Dice " + dice);
    }

    @ParameterizedTest
    @CsvSource({"a-piriformis-left-normal, false", "b-ischial-spine-right-normal, false",
            "c-quadratus-femoris-left-normal, false", "b-ischial-spine-left-calcification, true",
            "c-quadratus-femoris-right-swollen, true"})
    void whatIsLikelyToBeWrongIsDoubtful(String name, boolean doubtful) throws IOException {
        PhantomFrames clip = PhantomFrames.read(name);
        double mm = clip.mmPerPixel();
        Proposal proposal = OneClickOutline.propose(clip.frame(30), clip.nerve(30).centroid(),
                Limits.ofMillimetres(15, 200, 0.9, 1 / mm, 1 / mm), Contrast.BRIGHTER, Progress.NONE);
        assertEquals(doubtful, found(proposal).isDoubtful(), () -> proposal.toString());
    }

    @Test
    void anOvalInNoiseIsOutlinedWhetherBrighterOrDarker() {
        for (Contrast contrast : Contrast.values()) {
            boolean bright = contrast == Contrast.BRIGHTER;
            GreyFrame frame = picture(bright ? 150 : 60, bright ? 60 : 150, 15);
            Proposal.Found found = found(propose(frame, new Point(95, 84), contrast));

            assertTrue(PhantomFrames.dice(OVAL, found.outline()) > 0.93, contrast + " " + found);
            assertTrue(found.confidence() > 0.6, contrast + " " + found.confidence());
        }
    }

    @Test
    void evenSpeckleIsRefusedWithAReason() {
        Proposal proposal = propose(picture(90, 90, 15), new Point(100, 80), Contrast.BRIGHTER);

        assertTrue(assertInstanceOf(Proposal.Refused.class, proposal).reason().contains("by hand"));
    }

    @Test
    void aClickOutsideThePictureIsRefused() {
        Proposal proposal = propose(picture(150, 60, 5), new Point(-3, 10), Contrast.BRIGHTER);

        assertTrue(assertInstanceOf(Proposal.Refused.class, proposal).reason().contains("outside"));
    }

    @Test
    void theRimIsLeftOutside() {
        GreyFrame frame = picture(150, 60, 8);
        double with = found(OneClickOutline.propose(frame, new Point(100, 80), new Limits(300, 6000, 3),
                Contrast.BRIGHTER, Progress.NONE)).outline().area();

        double without = found(propose(frame, new Point(100, 80), Contrast.BRIGHTER)).outline().area();
        assertTrue(with < 0.85 * without, with + " of " + without);
    }

    @Test
    void aRangeThatHoldsNothingIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Limits(10, 10, 0));
        assertThrows(IllegalArgumentException.class, () -> new Limits(0, 10, 0));
        assertThrows(IllegalArgumentException.class, () -> new Limits(1, 10, -1));
    }

    @Test
    void millimetresBecomePixelsByBothAxes() {
        assertEquals(new Limits(200, 400, 2), Limits.ofMillimetres(50, 100, 1, 2, 2));
        assertEquals(400, Limits.ofMillimetres(50, 100, 1, 2, 4).minArea());
    }

    private static Proposal propose(GreyFrame frame, Point at, Contrast contrast) {
        return OneClickOutline.propose(frame, at, new Limits(300, 6000, 0), contrast, Progress.NONE);
    }

    private static Proposal.Found found(Proposal proposal) {
        return assertInstanceOf(Proposal.Found.class, proposal, proposal.toString());
    }

    private static GreyFrame picture(int inside, int outside, double sd) {
        Random random = new Random(7);
        byte[] px = new byte[200 * 160];
        for (int i = 0; i < px.length; i++) {
            int row = i / 200;
            boolean in = Math.hypot((i % 200 + 0.5 - 100) / 30, (row + 0.5 - 80) / 14) < 1;
            px[i] = (byte) Math.clamp(Math.round((in ? inside : outside) + sd * random.nextGaussian()), 0, 255);
        }
        return new GreyFrame(200, 160, px);
    }

    private static Polygon oval(double x, double y, double a, double b) {
        Point[] p = new Point[64];
        Arrays.setAll(p, i -> new Point(x + a * Math.cos(i * Math.PI / 32), y + b * Math.sin(i * Math.PI / 32)));
        return new Polygon(Arrays.asList(p));
    }
}
