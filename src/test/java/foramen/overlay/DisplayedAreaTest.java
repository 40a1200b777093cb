package foramen.overlay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.domain.anatomy.StructureCatalog;
import foramen.domain.plan.NeedleRules;
import foramen.geometry.Bounds;
import foramen.testing.Cases;
import foramen.testing.FakeClip;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DisplayedAreaTest {
    private static final double ZOOM = 4;
    private static final Bounds NEAR = new Bounds(200, 150, 400, 300);
    /** A figure of the ruler is this wide at the most, in output units. */
    private static final double FIGURE = 48;

    private final OverlayComposer composer = new OverlayComposer(StructureCatalog.standard(), NeedleRules.standard());

    @Test
    void rulerAndScaleBarStayInSightOfWhoeverLooksNear() {
        List<Mark.Ruler> rulers = rulers(Optional.of(new DisplayedArea(NEAR, false)));
        Mark.Ruler depth = rulers.getFirst();
        Mark.Ruler bar = rulers.getLast();
        assertTrue(depth.from().x() < NEAR.maxX() && depth.from().x() > NEAR.maxX() - 5, depth.from()::toString);
        assertTrue(NEAR.contains(bar.from()) && NEAR.contains(bar.to()), bar::toString);
        assertEquals("10\u00a0mm", bar.ticks().get(1).label(), "no more than a quarter of what is seen");
        assertEquals(10 / FakeClip.MM_PER_PIXEL, bar.to().x() - bar.from().x(), 1e-9);
    }

    @Test
    void theDepthsAreTheSameWhereverTheRulerStands() {
        Mark.Ruler near = rulers(Optional.of(new DisplayedArea(NEAR, false))).getFirst();
        Mark.Ruler whole = rulers(Optional.empty()).getFirst();
        assertEquals(whole.ticks().stream().map(t -> t.at().y() + " " + t.label()).toList(),
                near.ticks().stream().map(t -> t.at().y() + " " + t.label()).toList());
    }

    @Test
    void aMirroredViewLeavesRoomForTheFigures() {
        Mark.Ruler depth = rulers(Optional.of(new DisplayedArea(NEAR, true))).getFirst();
        assertTrue((NEAR.maxX() - depth.from().x()) * ZOOM >= FIGURE, depth.from()::toString);
    }

    @Test
    void whereAllIsSeenNothingMoves() {
        Bounds wide = new Bounds(-100, -100, 900, 700);
        assertEquals(rulers(Optional.empty()), rulers(Optional.of(new DisplayedArea(wide, false))));
    }

    private List<Mark.Ruler> rulers(Optional<DisplayedArea> displayed) {
        OverlayScene scene = new OverlayScene(Cases.empty(), FakeClip.calibrated().info(), Cases.FRAME,
                Optional.empty(), Optional.empty(), List.of(), Optional.empty(), displayed);
        return composer.compose(scene, new OverlayOptions(true, OverlayOptions.Info.FULL, true, Locale.ROOT), ZOOM)
                .marks().stream().filter(Mark.Ruler.class::isInstance).map(Mark.Ruler.class::cast).toList();
    }
}
