package foramen.workspace.cine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import foramen.domain.clip.FrameTiming;
import org.junit.jupiter.api.Test;

class ClipLinkTest {
    private static final FrameTiming TEN = FrameTiming.uniform(10, 40, "");
    private static final FrameTiming TWENTY = FrameTiming.uniform(20, 40, "");
    private static final FrameTiming FAST = FrameTiming.uniform(20, 20, "");

    private static int at(ClipLink link, FrameTiming leader, int frame, FrameTiming follower) {
        return link.frame(leader.startMillis(frame), leader, follower, 7);
    }

    @Test
    void aFreeClipStaysWhereItIs() {
        assertEquals(7, at(ClipLink.FREE, TEN, 3, TWENTY));
    }

    @Test
    void byFrameTheDistanceOfTheMomentOfLinkingIsKeptAndTheEndsAreWaitedAt() {
        ClipLink link = ClipLink.at(LinkMode.FRAME, TWENTY, 5, TEN, 2);
        assertEquals(2, at(link, TWENTY, 5, TEN));
        assertEquals(9, at(link, TWENTY, 12, TEN));
        assertEquals(9, at(link, TWENTY, 19, TEN));
        assertEquals(0, at(link, TWENTY, 1, TEN));
    }

    @Test
    void byTimeAClipOfTwiceTheRateTurnsTwoFramesForOne() {
        ClipLink link = ClipLink.at(LinkMode.TIME, TEN, 0, FAST, 0);
        assertEquals(6, at(link, TEN, 3, FAST));
        assertEquals(7, link.frame(3 * 40 + 20, TEN, FAST, 0));
        ClipLink ahead = ClipLink.at(LinkMode.TIME, TEN, 2, FAST, 6);
        assertEquals(40, ahead.millis());
        assertEquals(8, at(ahead, TEN, 3, FAST));
        assertEquals(19, at(ahead, TEN, 9, FAST));
    }

    @Test
    void byPositionBothEndsMeet() {
        ClipLink link = ClipLink.at(LinkMode.POSITION, TEN, 4, TWENTY, 0);
        assertEquals(0, at(link, TEN, 0, TWENTY));
        assertEquals(19, at(link, TEN, 9, TWENTY));
        assertEquals(8, at(link, TEN, 4, TWENTY));
        assertEquals(0, at(link, FrameTiming.uniform(1, 40, ""), 0, TWENTY));
    }

    @Test
    void theModeThatFitsDependsOnLengthAndRate() {
        assertEquals(LinkMode.FRAME, ClipLink.best(TEN, TEN));
        assertEquals(LinkMode.POSITION, ClipLink.best(TEN, TWENTY));
        assertEquals(LinkMode.TIME, ClipLink.best(TEN, FAST));
    }

    @Test
    void turnedItLeadsBack() {
        ClipLink link = ClipLink.at(LinkMode.FRAME, TWENTY, 5, TEN, 2);
        assertEquals(5, at(link.turned(), TEN, 2, TWENTY));
    }
}
