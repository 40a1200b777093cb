package foramen.workspace;

import foramen.domain.anatomy.Laterality;
import foramen.domain.anatomy.ScanLevel;
import foramen.domain.anatomy.ScanPlane;
import foramen.domain.anatomy.StructureCatalog;
import foramen.domain.annotation.Annotation;
import foramen.domain.annotation.Shape;
import foramen.domain.casefile.Case;
import foramen.domain.casefile.CaseId;
import foramen.domain.casefile.ClipRef;
import foramen.domain.clip.Calibration;
import foramen.domain.clip.Clip;
import foramen.domain.clip.ClipException;
import foramen.domain.clip.ClipInfo;
import foramen.domain.clip.Frame;
import foramen.domain.clip.FrameRef;
import foramen.domain.clip.FrameTiming;
import foramen.domain.clip.PixelSpacing;
import foramen.domain.injection.Concentration;
import foramen.domain.injection.InjectateClass;
import foramen.domain.injection.Injection;
import foramen.domain.patient.Patient;
import foramen.domain.plan.NeedlePlan;
import foramen.geometry.Point;
import foramen.geometry.Polygon;
import foramen.geometry.Segment;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Small made-up cases and clips for the tests of the workspace. */
public final class Fixtures {
    public static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    public static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    public static final String CLIP_UID = "2.25.1";
    public static final FrameRef FRAME = new FrameRef(CLIP_UID, 0);

    private Fixtures() {}

    /** Identifiers id-1, id-2 and so on. */
    public static Supplier<String> ids() {
        AtomicInteger next = new AtomicInteger();
        return () -> "id-" + next.incrementAndGet();
    }

    public static Case emptyCase() {
        return Case.begin(new CaseId("case-1"), NOW).withClip(new ClipRef(CLIP_UID, "/clips/a.dcm", "Gluteal"));
    }

    public static Annotation annotation(String id, Shape shape) {
        return new Annotation(id, FRAME, shape, StructureCatalog.SCIATIC_NERVE, Laterality.LEFT, ScanLevel.PIRIFORMIS,
                ScanPlane.SHORT_AXIS, "", false, "Dr Test", NOW);
    }

    /** A square outline from (x, y) with that side. */
    public static Shape.Outline square(double x, double y, double side) {
        return new Shape.Outline(new Polygon(List.of(new Point(x, y), new Point(x + side, y),
                new Point(x + side, y + side), new Point(x, y + side))));
    }

    public static Shape.Line line(double x1, double y1, double x2, double y2) {
        return new Shape.Line(new Segment(new Point(x1, y1), new Point(x2, y2)));
    }

    public static NeedlePlan plan(String id, Point entry, Point target) {
        return new NeedlePlan(id, FRAME, entry, target, Laterality.LEFT, "", "", "", "Dr Test", NOW);
    }

    public static Injection injection(String id) {
        return new Injection(id, NOW, "triamcinolone", "Triamcinolone", InjectateClass.STEROID,
                new Concentration(new java.math.BigDecimal("40"), Concentration.Unit.MG_PER_ML),
                java.math.BigDecimal.ONE, "L1", java.time.LocalDate.of(2027, 3, 31), Laterality.LEFT, "perineural", "",
                "Dr Test", "", Optional.empty());
    }

    /** A clip of 200 × 100 pixels of 0.5 mm on the left side. */
    public static ClipInfo info(int frames) {
        return info(frames, Laterality.LEFT, new Calibration(List.of(), Optional.of(new PixelSpacing(0.5, 0.5))));
    }

    public static ClipInfo info(int frames, Laterality side, Calibration calibration) {
        return new ClipInfo(new ClipInfo.ClipIdentity("1.2.840.10008.5.1.4.1.1.3.1", CLIP_UID, "2.25.2", "2.25.3",
                "1.2.840.10008.1.2.1"), 200, 100, FrameTiming.uniform(frames, 40, "Frame Time"), "RGB", calibration,
                new Patient("Test^Anna", "P1", Optional.empty(), "F", Optional.empty()), side, Optional.empty(),
                new ClipInfo.Origin("", "", "", "", "Gluteal left"), List.of());
    }

    /** A clip whose frames are filled with their own index. */
    public static class FakeClip implements Clip {
        public boolean closed;
        public int decoded;
        private final ClipInfo info;
        private final List<Integer> broken;

        public FakeClip(int frames, Integer... broken) {
            this.info = Fixtures.info(frames);
            this.broken = List.of(broken);
        }

        @Override
        public ClipInfo info() {
            return info;
        }

        @Override
        public Frame frame(int index) throws ClipException {
            decoded++;
            if (broken.contains(index)) {
                throw new ClipException("Frame " + (index + 1) + " is damaged.");
            }
            return new Frame(2, 1, IntStream.of(index, index).toArray());
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
