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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.IntBinaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OneClickOutlineTest {
    private static final Polygon OVAL = oval(100, 80, 30, 14);

    @ParameterizedTest
    @CsvSource({"a-piriformis-left-normal, 0.93", "a-piriformis-right-swollen, 0.91",
            "b-ischial-spine-left-calcification, 0.87", "b-ischial-spine-right-normal, 0.94",
            "c-quadratus-femoris-left-normal, 0.94", "c-quadratus-femoris-right-swollen, 0.84",
            "variant-monochrome2, 0.93"})
    void aClickAnywhereInTheNerveFindsItAlsoUnderAFascia(String name, double least) throws IOException {
        PhantomFrames clip = PhantomFrames.read(name);
        double mm = clip.mmPerPixel();
        List<Double> dice = new ArrayList<>();
        for (int i : new int[]{0, 20, 40}) {
            PhantomFrames.clicks(clip.nerve(i)).stream().limit(3)
                    .map(p -> OneClickOutline.propose(clip.frame(i), p,
                            Limits.ofMillimetres(15, 200, 0.9, 1 / mm, 1 / mm), Contrast.BRIGHTER, Progress.NONE))
                    .forEach(p -> dice.add(PhantomFrames.dice(clip.nerve(i), found(p).outline())));
        }
        Collections.sort(dice);

        assertTrue(dice.get(dice.size() / 2) >= least, "Dice " + dice);
    }

    @Test
    void aFasciaThatLiesOnTheNerveIsLeftOutside() {
        Proposal.Found found = found(propose(underFascia(), new Point(104, 82), Contrast.BRIGHTER));

        assertTrue(PhantomFrames.dice(OVAL, found.outline()) > 0.92, found.toString());
    }

    @Test
    void theMirrorImageGivesTheMirroredOutline() {
        GreyFrame frame = underFascia();
        Polygon plain = found(propose(frame, new Point(104, 82), Contrast.BRIGHTER)).outline();
        Polygon mirrored = found(propose(changed(frame, (x, y) -> frame.grey(199 - x, y)), new Point(96, 82),
                Contrast.BRIGHTER)).outline();

        Polygon back = new Polygon(mirrored.vertices().stream().map(p -> new Point(200 - p.x(), p.y())).toList());
        assertTrue(PhantomFrames.dice(plain, back) > 0.95, plain + " and " + back);
    }

    @Test
    void aMovedPictureGivesTheMovedOutline() {
        Limits limits = new Limits(300, 3000, 2);
        Polygon plain = found(OneClickOutline.propose(wide(0, 0), new Point(213, 188), limits, Contrast.BRIGHTER,
                Progress.NONE)).outline();
        Polygon moved = found(OneClickOutline.propose(wide(7, 5), new Point(220, 193), limits, Contrast.BRIGHTER,
                Progress.NONE)).outline();

        Polygon back = new Polygon(moved.vertices().stream().map(p -> p.minus(new Point(7, 5))).toList());
        assertTrue(PhantomFrames.dice(plain, back) > 0.99, plain + " and " + back);
    }

    @Test
    void gainAndOffsetLeaveTheOutline() {
        GreyFrame frame = underFascia();
        Polygon plain = found(propose(frame, new Point(104, 82), Contrast.BRIGHTER)).outline();
        Polygon other = found(propose(changed(frame, (x, y) -> (int) Math.round(25 + 0.8 * frame.grey(x, y))),
                new Point(104, 82), Contrast.BRIGHTER)).outline();

        assertTrue(PhantomFrames.dice(plain, other) > 0.95, plain + " and " + other);
    }

    @Test
    void aPictureWithoutAScaleLeavesARimOutsideToo() throws IOException {
        PhantomFrames clip = PhantomFrames.read("b-ischial-spine-right-normal");
        List<Double> dice = PhantomFrames.clicks(clip.nerve(30)).stream().limit(3)
                .map(p -> OneClickOutline.propose(clip.frame(30), p, Limits.ofPicture(clip.frame(30)),
                        Contrast.BRIGHTER, Progress.NONE))
                .map(p -> PhantomFrames.dice(clip.nerve(30), found(p).outline())).sorted().toList();

        assertTrue(dice.get(1) >= 0.85, "Dice " + dice);
    }

    @ParameterizedTest
    @CsvSource({"a-piriformis-left-normal, false", "b-ischial-spine-right-normal, false",
            "c-quadratus-femoris-left-normal, false", "c-quadratus-femoris-right-swollen, true"})
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

    /** A bright oval in speckle, with a brighter band on it that runs right across the picture. */
    private static GreyFrame underFascia() {
        GreyFrame oval = picture(140, 60, 15);
        return changed(oval, (x, y) -> Math.abs(y - 61.5) < 5
                ? Math.clamp(150 + (oval.grey(x, 5) - 60), 0, 255)
                : oval.grey(x, y));
    }

    /** The same, so far from every edge of the picture that none is seen from the oval; all of it moved. */
    private static GreyFrame wide(int right, int down) {
        GreyFrame near = underFascia();
        byte[] px = new byte[420 * 380];
        for (int i = 0; i < px.length; i++) {
            int x = i % 420 - 110 - right;
            int y = i / 420 - 106 - down;
            // Beyond the small picture its speckle goes on, turned over at its edges.
            int u = x < 0 ? -1 - x : x >= 200 ? 399 - x : x;
            int v = y < 0 ? -1 - y : y >= 160 ? 319 - y : y;
            px[i] = (byte) near.grey(Math.clamp(u, 0, 199), Math.clamp(v, 0, 159));
        }
        return new GreyFrame(420, 380, px);
    }

    private static GreyFrame changed(GreyFrame frame, IntBinaryOperator grey) {
        byte[] px = new byte[frame.columns() * frame.rows()];
        for (int i = 0; i < px.length; i++) {
            px[i] = (byte) grey.applyAsInt(i % frame.columns(), i / frame.columns());
        }
        return new GreyFrame(frame.columns(), frame.rows(), px);
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
