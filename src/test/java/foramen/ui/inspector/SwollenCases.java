package foramen.ui.inspector;

import foramen.domain.anatomy.Laterality;
import foramen.domain.anatomy.ScanLevel;
import foramen.domain.anatomy.ScanPlane;
import foramen.domain.annotation.Annotation;
import foramen.domain.annotation.Shape;
import foramen.domain.casefile.Case;
import foramen.domain.clip.FrameRef;
import foramen.geometry.Ellipse;
import foramen.geometry.Point;
import foramen.geometry.Segment;
import foramen.testing.Cases;
import foramen.testing.FakeClip;
import foramen.ui.support.TestBench;
import java.util.Optional;

/** A case of a swollen right nerve on the calibrated clip of 0.2 mm a pixel, with everything that is measured. */
public final class SwollenCases {
    private SwollenCases() {}

    /** The case with the swollen nerve selected. */
    public static TestBench bench() {
        TestBench bench = TestBench.with(casefile(), FakeClip.calibrated());
        bench.editor.selectionProperty().set(Optional.of("r1"));
        return bench;
    }

    /** Three traces on the right, two on the left, one at the fold, a muscle, a ligament and a calcification. */
    public static Case casefile() {
        Case casefile = Cases.empty();
        for (int i = 0; i < 3; i++) {
            casefile = casefile.withAnnotation(nerve("r" + (i + 1), Cases.FRAME, Laterality.RIGHT, 80 + 2 * i, 40));
        }
        for (int i = 0; i < 8; i++) {
            casefile = casefile.withAnnotation(nerve("c" + i, 4 + 9 * i + i % 2, Laterality.RIGHT, 60 + 2 * i, 36));
        }
        for (int i = 0; i < 2; i++) {
            casefile = casefile.withAnnotation(nerve("l" + (i + 1), 60 + i, Laterality.LEFT, 60, 28 + i));
        }
        return casefile
                .withAnnotation(nerve("f1", 80, Laterality.RIGHT, 60, 30).withLevel(ScanLevel.GLUTEAL_FOLD))
                .withAnnotation(Cases.line("m1", "piriformis", new Point(250, 150), new Point(250, 204)))
                .withAnnotation(Cases.line("m2", "sacrospinous-ligament", new Point(400, 250), new Point(400, 262)))
                .withAnnotation(Cases.annotation("k1", "calcification", new Shape.Bidirectional(
                        new Segment(new Point(400, 300), new Point(430, 300)),
                        new Segment(new Point(415, 295), new Point(415, 305)))));
    }

    /** A nerve as an outline of an ellipse, {@code width} by {@code height} pixels, in short axis at the piriformis. */
    public static Annotation nerve(String id, int frame, Laterality side, double width, double height) {
        Ellipse ellipse = new Ellipse(new Point(320, 260), new Point(width / 2, 0), height / 2);
        return new Annotation(id, new FrameRef(FakeClip.UID, frame), new Shape.Outline(ellipse.polygon()),
                "sciatic-nerve", side, ScanLevel.PIRIFORMIS, ScanPlane.SHORT_AXIS, "", false, "Dr Example", Cases.NOW);
    }
}
