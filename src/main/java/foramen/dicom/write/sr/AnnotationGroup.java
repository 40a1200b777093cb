package foramen.dicom.write.sr;

import foramen.dicom.sr.Codes;
import foramen.dicom.sr.Content;
import foramen.dicom.sr.ContentItem;
import foramen.dicom.sr.Relationship;
import foramen.dicom.sr.ShownGraphic;
import foramen.dicom.sr.exact.AnnotationRecord;
import foramen.dicom.write.Concepts;
import foramen.dicom.write.DerivedUids;
import foramen.domain.anatomy.Code;
import foramen.domain.anatomy.Laterality;
import foramen.domain.anatomy.ScanLevel;
import foramen.domain.anatomy.ScanPlane;
import foramen.domain.anatomy.Structure;
import foramen.domain.anatomy.StructureCatalog;
import foramen.domain.annotation.Annotation;
import foramen.domain.annotation.Shape;
import foramen.domain.annotation.Traits;
import foramen.domain.casefile.Case;
import foramen.domain.measurement.Measurer;
import foramen.domain.measurement.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An annotation as a Measurement Group: of a planar region where it has one (TID 1410), else of measurements that each
 * name their own coordinates (TID 1501). Group by group, the exact record comes last.
 */
final class AnnotationGroup {
    private static final Code PLANE = Codes.own("scan-plane", "Plane of the scan");
    private static final Code CONTOUR = Codes.own("calcium-contour", "Outline of the calcification");
    private static final Code SHADOW = Codes.own("calcium-shadow", "Acoustic shadow of the calcification");
    private static final Code IN_MEANS = Codes.own("in-means", "Use in means and comparisons");
    private static final Code LEFT_OUT = Codes.own("left-out", "Left out by the operator");

    private final Case casefile;
    private final ReportClips clips;
    private final StructureCatalog structures;
    private final DerivedUids uids;

    AnnotationGroup(Case casefile, ReportClips clips, StructureCatalog structures, DerivedUids uids) {
        this.casefile = casefile;
        this.clips = clips;
        this.structures = structures;
        this.uids = uids;
    }

    ContentItem of(Annotation a) {
        Structure structure = structures.get(a.structureId());
        List<ContentItem> items = new ArrayList<>(tracking(a.id(), uids));
        items.add(ContentItem.code(Relationship.CONTAINS, Codes.FINDING_CATEGORY, Concepts.category(structure)));
        items.add(ContentItem.code(Relationship.CONTAINS, Codes.FINDING,
                Concepts.type(structure, Laterality.UNSPECIFIED)));
        items.add(site(siteOf(structure, a.laterality()), a.laterality(), a.level()));
        Optional<ReportClip> clip = clips.find(a.frame().sopInstanceUid());
        boolean isRegion = a.shape() instanceof Shape.Area || !a.shape().isMeasured();
        if (clip.isPresent()) {
            items.addAll(isRegion ? region(a, clip.get()) : lines(a, clip.get()));
        } else {
            items.add(ContentItem.text(Relationship.CONTAINS, Codes.COMMENT,
                    clips.whyMissing(a.frame().sopInstanceUid())));
        }
        evaluations(a, items);
        items.add(AnnotationRecord.write(a));
        return ContentItem.container(Relationship.CONTAINS, Codes.MEASUREMENT_GROUP,
                isRegion && clip.isPresent() ? "1410" : "1501", items);
    }

    static List<ContentItem> tracking(String id, DerivedUids uids) {
        return List.of(
                ContentItem.text(Relationship.HAS_OBS_CONTEXT, Codes.TRACKING_IDENTIFIER,
                        id.isBlank() ? "unnamed" : id),
                ContentItem.uid(Relationship.HAS_OBS_CONTEXT, Codes.TRACKING_UID, uids.tracking(id)));
    }

    /** Where it lies: the structure where that has a verified code, else what kind of place it is. */
    private static Code siteOf(Structure s, Laterality side) {
        return s.code(side).orElseGet(() -> switch (s.kind()) {
            case LIGAMENT -> Codes.LIGAMENT;
            case VESSEL -> Codes.BLOOD_VESSEL;
            default -> Codes.BUTTOCK;
        });
    }

    static ContentItem site(Code site, Laterality side, ScanLevel level) {
        List<ContentItem> more = new ArrayList<>();
        Codes.side(side).ifPresent(
                c -> more.add(ContentItem.code(Relationship.HAS_CONCEPT_MOD, Codes.LATERALITY, c)));
        if (level != ScanLevel.UNSPECIFIED) {
            more.add(ContentItem.code(Relationship.HAS_CONCEPT_MOD, Codes.TOPOGRAPHICAL_MODIFIER, levelCode(level)));
        }
        return ContentItem.code(Relationship.HAS_CONCEPT_MOD, Codes.FINDING_SITE, site).with(more);
    }

    static Code levelCode(ScanLevel level) {
        return Codes.own("level-" + MeasurementItems.word(level), level.label());
    }

    /** The region stated once; its numbers carry no coordinates of their own (TID 1410). */
    private List<ContentItem> region(Annotation a, ReportClip clip) {
        List<ContentItem> items = new ArrayList<>();
        Content.Image image = clip.image(a.frame().number());
        graphics(a.shape(), clip).forEach(g -> items.add(
                ContentItem.graphic(Relationship.CONTAINS, Codes.IMAGE_REGION, g.type(), g.points(), image)));
        readings(a, clip).forEach(r -> items.add(MeasurementItems.of(r, List.of())));
        return items;
    }

    /** Each number with the coordinates it was read off (TID 320). */
    private List<ContentItem> lines(Annotation a, ReportClip clip) {
        Content.Image image = clip.image(a.frame().number());
        Code name = a.shape() instanceof Shape.Angle ? Codes.ARM_OF_ANGLE : Codes.PATH;
        List<ContentItem> items = new ArrayList<>();
        for (Reading r : readings(a, clip)) {
            List<ContentItem> from = new ArrayList<>();
            for (Content.Graphic g : graphics(a.shape(), clip)) {
                from.add(ContentItem.graphic(Relationship.INFERRED_FROM, name, g.type(), g.points(), image));
            }
            items.add(MeasurementItems.of(r, from));
        }
        if (items.isEmpty()) {
            graphics(a.shape(), clip).forEach(g -> items.add(
                    ContentItem.graphic(Relationship.CONTAINS, name, g.type(), g.points(), image)));
        }
        return items;
    }

    private static List<Content.Graphic> graphics(Shape shape, ReportClip clip) {
        return ShownGraphic.of(shape, clip.info().columns(), clip.info().rows());
    }

    private List<Reading> readings(Annotation a, ReportClip clip) {
        Measurer measurer = new Measurer(casefile.calibrationOf(clip.info()));
        List<Reading> all = new ArrayList<>(measurer.readings(a.shape()));
        all.addAll(measurer.diameters(a.shape()));
        return all;
    }

    private static void evaluations(Annotation a, List<ContentItem> items) {
        if (a.plane() != ScanPlane.UNSPECIFIED) {
            items.add(ContentItem.code(Relationship.CONTAINS, PLANE,
                    Codes.own(MeasurementItems.word(a.plane()), a.plane().words())));
        }
        a.traits().shadow().ifPresent(s -> {
            items.add(ContentItem.code(Relationship.CONTAINS, Codes.POSTERIOR_FEATURES,
                    s == Traits.Shadow.NONE ? Codes.NO_POSTERIOR_FEATURES : Codes.POSTERIOR_SHADOWING));
            items.add(ContentItem.code(Relationship.CONTAINS, SHADOW,
                    Codes.own(MeasurementItems.word(s), s.words())));
        });
        a.traits().contour().ifPresent(c -> items.add(ContentItem.code(Relationship.CONTAINS, CONTOUR,
                Codes.own(MeasurementItems.word(c), c.words()))));
        if (a.traits().excluded()) {
            items.add(ContentItem.code(Relationship.CONTAINS, IN_MEANS, LEFT_OUT));
        }
        if (!a.label().isBlank()) {
            items.add(ContentItem.text(Relationship.CONTAINS, Codes.COMMENT, a.label()));
        }
    }
}
