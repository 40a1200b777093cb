package foramen.ui.viewer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import foramen.domain.annotation.Annotation;
import foramen.domain.annotation.Follow;
import foramen.domain.annotation.Follow.Review;
import foramen.domain.annotation.Origin;
import foramen.domain.casefile.Case;
import foramen.domain.clip.FrameRef;
import foramen.testing.Cases;
import foramen.testing.FakeClip;
import foramen.ui.support.Words;
import foramen.ui.viewer.FrameMarks.Kind;
import foramen.ui.viewer.FrameMarks.Run;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FrameMarksTest {
    private static final Words WORDS = Words.in(Locale.ENGLISH, Locale.ROOT);

    private static Annotation at(int frame, Follow follow) {
        return Cases.nerve("x").copiedTo("n" + frame + follow, new FrameRef(FakeClip.UID, frame), Origin.FOLLOWED,
                Cases.NOW).withFollow(Optional.of(follow));
    }

    private static Follow followed(boolean drifting, Review review) {
        return new Follow("t", false, 0.8, drifting, review);
    }

    @Test
    void framesInARowThatSayTheSameAreOneRunAndKeysStandAlone() {
        Case casefile = Cases.empty().withAnnotation(at(3, Follow.keyFrame("t")))
                .withAnnotation(at(4, Follow.keyFrame("t"))).withAnnotation(at(5, followed(false, Review.OPEN)))
                .withAnnotation(at(6, followed(false, Review.OPEN))).withAnnotation(at(7, followed(true, Review.OPEN)))
                .withAnnotation(at(9, followed(true, Review.ACCEPTED)))
                .withAnnotation(at(10, followed(false, Review.REJECTED))).withPlan(Cases.plan("p1"));

        FrameMarks marks = FrameMarks.of(casefile, FakeClip.UID);

        assertEquals(List.of(new Run(3, 3, Kind.KEY), new Run(4, 4, Kind.KEY), new Run(5, 6, Kind.OPEN),
                new Run(7, 7, Kind.DRIFTING), new Run(9, 9, Kind.ACCEPTED), new Run(10, 10, Kind.REJECTED),
                new Run(30, 30, Kind.DRAWN)), marks.runs());
        assertEquals("1 drifting, 2 to check, 1 rejected, 2 key frames, 1 accepted", marks.words(WORDS));
    }

    @Test
    void ofTwoOutlinesOnAFrameTheOneThatNeedsTheOperatorIsMarked() {
        Case casefile = Cases.empty().withAnnotation(at(3, followed(false, Review.ACCEPTED)))
                .withAnnotation(at(3, followed(true, Review.OPEN)));

        assertEquals(List.of(new Run(3, 3, Kind.DRIFTING)), FrameMarks.of(casefile, FakeClip.UID).runs());
        assertEquals(FrameMarks.NONE, FrameMarks.of(casefile, "2.25.7"));
        assertEquals("", FrameMarks.of(Cases.full(), FakeClip.UID).words(WORDS));
    }
}
