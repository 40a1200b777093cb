package foramen.dicom.read.sr;

import foramen.dicom.data.Uid;
import foramen.dicom.sr.Codes;
import foramen.dicom.sr.Content;
import foramen.dicom.sr.ContentItem;
import foramen.dicom.sr.ShownCare;
import foramen.dicom.sr.ShownGraphic;
import foramen.dicom.sr.exact.AnnotationRecord;
import foramen.dicom.sr.exact.CaseRecord;
import foramen.dicom.sr.exact.InjectionRecord;
import foramen.dicom.sr.exact.Malformed;
import foramen.dicom.sr.exact.PlanRecord;
import foramen.domain.anatomy.Laterality;
import foramen.domain.annotation.Annotation;
import foramen.domain.annotation.Shape;
import foramen.domain.casefile.Case;
import foramen.domain.clip.FrameRef;
import foramen.domain.injection.Injection;
import foramen.domain.patient.Patient;
import foramen.domain.plan.NeedlePlan;
import foramen.geometry.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A case from the exact records of Foramen's own report. Each record is held against what the report shows everybody else,
 * so that a report that was edited elsewhere is refused instead of being read as if it had not been.
 */
final class OwnReport {
    /** Shown coordinates are floats; more than that apart, they are others (issue: outlines within half a pixel). */
    private static final double SAME_PIXEL = 0.5;

    private final ContentItem root;
    private final ContentItem record;
    private final Patient stated;

    OwnReport(ContentItem root, ContentItem record, Patient stated) {
        this.root = root;
        this.record = record;
        this.stated = stated;
    }

    /** The case; {@link Malformed} where the report is damaged or contradicts itself. */
    Case read() {
        CaseRecord.Head head = CaseRecord.read(record, stated);
        List<Annotation> annotations = new ArrayList<>();
        List<NeedlePlan> plans = new ArrayList<>();
        List<Injection> ledger = new ArrayList<>();
        root.all().forEach(item -> {
            item.child(AnnotationRecord.KIND).ifPresent(r -> annotations.add(annotation(item, r, head)));
            item.child(PlanRecord.KIND).ifPresent(r -> plans.add(plan(item, r)));
            item.child(InjectionRecord.KIND).ifPresent(r -> ledger.add(injection(item, r)));
        });
        Case read = head.with(annotations, plans, ledger);
        if (!ShownCare.scores(read).equals(ShownCare.scores(root))) {
            throw new Malformed("contradicts the report about a score of a visit");
        }
        return read;
    }

    private static Annotation annotation(ContentItem group, ContentItem record, CaseRecord.Head head) {
        Annotation a = AnnotationRecord.read(record);
        String what = "annotation “" + a.id() + "”";
        sameSide(group, a.laterality(), what);
        CaseRecord.Size size = head.sizes().get(a.frame().sopInstanceUid());
        if (size != null) {
            sameGraphics(group, a.shape(), size, what);
            sameFrame(group, a.frame(), what);
        }
        return a;
    }

    private static NeedlePlan plan(ContentItem group, ContentItem record) {
        NeedlePlan p = PlanRecord.read(record);
        String what = "needle plan “" + p.id() + "”";
        sameSide(group, p.laterality(), what);
        if (group.image().isPresent()) {
            sameFrame(group, p.frame(), what);
        }
        return p;
    }

    private static Injection injection(ContentItem line, ContentItem record) {
        Injection i = InjectionRecord.read(record);
        boolean given = line.child(Codes.DRUG_ADMINISTERED).isPresent();
        if (given == i.voided().isPresent()) {
            throw new Malformed("contradicts the report about whether ledger line “" + i.id() + "” counts");
        }
        Optional<ContentItem> volume = line.all().filter(c -> c.isNamed(Codes.VOLUME_ADMINISTERED)).findFirst();
        boolean agrees = volume.map(ContentItem::content).filter(c -> c instanceof Content.Numeric n && n.amount()
                .filter(m -> closeTo(m.value().doubleValue(), i.volumeMl().doubleValue())).isPresent()).isPresent();
        if (!agrees) {
            throw new Malformed("contradicts the report about the volume of ledger line “" + i.id() + "”");
        }
        return i;
    }

    private static boolean closeTo(double a, double b) {
        return Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b));
    }

    /** A wrong side is the worst that can happen, so it is asked of both. */
    private static void sameSide(ContentItem group, Laterality side, String what) {
        Laterality shown = group.child(Codes.FINDING_SITE).flatMap(s -> s.child(Codes.LATERALITY))
                .flatMap(ContentItem::code).map(Codes::side).orElse(Laterality.UNSPECIFIED);
        if (shown != side) {
            throw new Malformed("contradicts the report about the side of " + what + " (" + side.words() + " and "
                    + shown.words() + ")");
        }
    }

    private static void sameFrame(ContentItem group, FrameRef frame, String what) {
        boolean same = group.image().filter(i -> i.frames().isEmpty() || i.frames().equals(List.of(frame.number())))
                .filter(i -> i.sopInstanceUid().equals(frame.sopInstanceUid()) || !Uid.isValid(frame.sopInstanceUid()))
                .isPresent();
        if (!same) {
            throw new Malformed("contradicts the report about the image or the frame of " + what);
        }
    }

    private static void sameGraphics(ContentItem group, Shape shape, CaseRecord.Size size, String what) {
        List<Content.Graphic> shown = new ArrayList<>();
        for (ContentItem child : group.children()) {
            List<Content.Graphic> here = graphics(child);
            if (!here.isEmpty()) {
                shown.addAll(here);
                break;
            }
        }
        List<Content.Graphic> expected = ShownGraphic.of(shape, size.columns(), size.rows());
        boolean same = shown.size() == expected.size();
        for (int i = 0; same && i < shown.size(); i++) {
            same = isSame(shown.get(i), expected.get(i));
        }
        if (!same) {
            throw new Malformed("contradicts the report about where " + what
                    + " lies; it was edited by other software after Foramen wrote it");
        }
    }

    /** The coordinates of a region, or of the first number with any. */
    private static List<Content.Graphic> graphics(ContentItem child) {
        if (child.content() instanceof Content.Graphic g) {
            return List.of(g);
        }
        return child.children().stream().map(ContentItem::content).filter(Content.Graphic.class::isInstance)
                .map(Content.Graphic.class::cast).toList();
    }

    private static boolean isSame(Content.Graphic a, Content.Graphic b) {
        if (!a.type().equals(b.type()) || a.points().size() != b.points().size()) {
            return false;
        }
        for (int i = 0; i < a.points().size(); i++) {
            Point p = a.points().get(i);
            Point q = b.points().get(i);
            if (Math.hypot(p.x() - q.x(), p.y() - q.y()) > SAME_PIXEL) {
                return false;
            }
        }
        return true;
    }
}
