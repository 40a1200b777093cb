package foramen.dicom.write.sr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.dicom.read.DicomClip;
import foramen.dicom.read.DicomClipReader;
import foramen.domain.annotation.Annotation;
import foramen.domain.annotation.Shape;
import foramen.domain.casefile.Case;
import foramen.domain.casefile.ClipRef;
import foramen.domain.clip.FrameRef;
import foramen.domain.delivery.ImportedCase;
import foramen.domain.plan.NeedlePlan;
import foramen.domain.plan.PlanDetail;
import foramen.geometry.Ellipse;
import foramen.geometry.Point;
import foramen.storage.RandomCases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

class ReportRoundTripTest {
    private static final List<DicomClip> OPEN = new ArrayList<>();

    @BeforeContainer
    static void writeClip() throws IOException {
        Path folder = Files.createTempDirectory("sr-round-trip");
        OPEN.add(ReportFixture.clip(folder, "round-trip"));
    }

    @AfterContainer
    static void close() {
        OPEN.forEach(DicomClip::close);
        OPEN.clear();
    }

    @Property(tries = 60)
    void anyCaseComesBackFromItsReportAsItWas(@ForAll("cases") Case drawn) throws IOException {
        byte[] report = ReportFixture.report(drawn, OPEN.getFirst(), new DicomClipReader());

        ImportedCase read = ReportFixture.read(report);

        assertTrue(read.isExact());
        assertEquals(List.of(), read.remarks());
        assertEquals(drawn.counted().withoutPlaces(), read.casefile());
    }

    /** Half of what is drawn lies on the clip, the rest on clips that are not at hand. */
    @Provide
    Arbitrary<Case> cases() {
        return RandomCases.cases().map(ReportRoundTripTest::onClip);
    }

    private static Case onClip(Case c) {
        String uid = OPEN.getFirst().info().identity().sopInstanceUid();
        List<Annotation> drawn = new ArrayList<>();
        for (int i = 0; i < c.annotations().size(); i++) {
            Annotation a = c.annotations().get(i);
            drawn.add(i % 2 == 1 || !onPicture(handles(a.shape()))
                    ? a
                    : new Annotation(a.id(), new FrameRef(uid, i % 4), a.shape(), a.structureId(), a.laterality(),
                            a.level(), a.plane(), a.label(), a.state(), a.origin(), a.follow(), a.traits(), a.author(),
                            a.drawnAt()));
        }
        Case next = c.withAnnotations(drawn).withClip(new ClipRef(uid, "/somewhere/clip.dcm", "Transgluteal"));
        for (NeedlePlan p : c.plans()) {
            if (!p.detail().equals(PlanDetail.FIRST)) {
                next = next.withoutPlan(p.id()).withPlan(p.withDetail(PlanDetail.FIRST, p.plannedAt()));
            }
            if (!onPicture(List.of(p.entry(), p.target()))) {
                continue;
            }
            next = next.withoutPlan(p.id()).withPlan(new NeedlePlan(p.id(), new FrameRef(uid, 2), p.entry(), p.target(),
                    p.laterality(), p.targetName(), p.needleId(), p.note(), p.author(), p.plannedAt(), p.detail()));
        }
        return next;
    }

    /** The ends of an ellipse a hair wide cannot be reckoned, so it is kept off the clip. */
    private static List<Point> handles(Shape shape) {
        return switch (shape) {
            case Shape.Ellipse(Ellipse e) when e.a().length() > 1e-3 -> List.of(e.centre(), e.a());
            case Shape.Ellipse e -> List.of(new Point(1e9, 0));
            case Shape other -> other.points();
        };
    }

    /** Beyond that no screen reaches, and squares of it are no numbers. */
    private static boolean onPicture(List<Point> points) {
        return points.stream().allMatch(p -> Math.abs(p.x()) < 1e6 && Math.abs(p.y()) < 1e6);
    }
}
