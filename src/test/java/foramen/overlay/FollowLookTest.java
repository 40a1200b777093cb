package foramen.overlay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.domain.anatomy.Structure;
import foramen.domain.anatomy.StructureCatalog;
import foramen.domain.annotation.Annotation;
import foramen.domain.annotation.Follow;
import foramen.domain.annotation.Follow.Review;
import foramen.domain.annotation.Origin;
import foramen.domain.plan.NeedleRules;
import foramen.testing.Cases;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FollowLookTest {
    private static final PictureWords PLAIN = PictureWords.plain(java.util.Locale.ROOT);

    private final Structure nerve = StructureCatalog.standard().get(StructureCatalog.SCIATIC_NERVE);

    private static Annotation followed(boolean drifting, Review review) {
        return Cases.nerve("a1").withOrigin(Origin.FOLLOWED)
                .withFollow(Optional.of(new Follow("t", false, 0.61, drifting, review)));
    }

    private Stroke stroke(Annotation a) {
        return FollowLook.stroke(a, nerve, false);
    }

    @Test
    void whatWasDrawnCorrectedOrAcceptedLooksDrawn() {
        Stroke drawn = stroke(Cases.nerve("a1"));
        assertEquals(drawn, stroke(followed(true, Review.ACCEPTED)));
        assertEquals(drawn, stroke(Cases.nerve("a1").withFollow(Optional.of(Follow.keyFrame("t")))));
        assertEquals("", FollowLook.words(followed(true, Review.ACCEPTED), PLAIN));
    }

    @Test
    void whatNobodyHasLookedAtIsDashedAndSaysItsConfidence() {
        assertEquals(FollowLook.UNCONFIRMED, stroke(followed(false, Review.OPEN)).dashes());
        assertEquals(" · followed 0.61, to check", FollowLook.words(followed(false, Review.OPEN), PLAIN));
        assertTrue(FollowLook.words(followed(false, Review.OPEN).withOrigin(Origin.INTERPOLATED), PLAIN)
                .contains("interpolated"));
    }

    @Test
    void whatDriftsDiffersInColourAndInForm() {
        Stroke drifting = stroke(followed(true, Review.OPEN));
        assertEquals(OverlayPalette.CAUTION, drifting.argb());
        assertNotEquals(FollowLook.UNCONFIRMED, drifting.dashes());
        assertTrue(FollowLook.words(followed(true, Review.OPEN), PLAIN).contains("drifts, not counted"));
    }

    @Test
    void whatWasRejectedIsThinAndCrossedOutAndIsNoObstacle() {
        Annotation rejected = followed(false, Review.REJECTED);
        assertTrue(stroke(rejected).width() < OverlayPalette.OUTLINE_WIDTH);
        assertEquals(2, FollowLook.marks(rejected, nerve).size());
        assertEquals(List.of(), FollowLook.marks(followed(true, Review.OPEN), nerve));
        assertTrue(new OverlayComposer(StructureCatalog.standard(), NeedleRules.standard())
                .obstacles(List.of(rejected)).isEmpty());
    }
}
