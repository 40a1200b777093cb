package foramen.dicom.write.sr;

import foramen.dicom.sr.Codes;
import foramen.dicom.sr.Content;
import foramen.dicom.sr.ContentItem;
import foramen.dicom.sr.Relationship;
import foramen.dicom.sr.ShownGraphic;
import foramen.dicom.sr.exact.PlanRecord;
import foramen.dicom.write.DerivedUids;
import foramen.domain.anatomy.Code;
import foramen.domain.anatomy.ScanLevel;
import foramen.domain.anatomy.StructureCatalog;
import foramen.domain.annotation.Annotation;
import foramen.domain.annotation.Shape;
import foramen.domain.casefile.Case;
import foramen.domain.measurement.Reading;
import foramen.domain.plan.NeedleGeometry;
import foramen.domain.plan.NeedlePlan;
import foramen.domain.plan.NeedleReading;
import foramen.domain.plan.NeedleRules;
import foramen.domain.plan.Obstacle;
import foramen.domain.plan.PassAssessment;
import foramen.domain.plan.PlanAssessment;
import foramen.domain.plan.PlanAssessor;
import foramen.domain.plan.PlanWarning;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A needle plan as a Measurement Group of its own (TID 1501), marked as planned so that none takes it for done. */
final class PlanGroup {
    private static final Code INTENT = Codes.sct("363703001", "Has intent");
    private static final Code PLANNED = Codes.own("planned", "Planned, not performed");
    private static final Code ENTRY = Codes.own("entry-point", "Entry point of the needle");
    private static final Code STOCK_NEEDLE = Codes.own("stock-needle", "Needle");
    private static final Code DISTANCE_TO = Codes.own("distance-to", "Distance to");
    private static final Code MEASURED_FROM = Codes.own("distance-from", "Distance from");
    private static final Code VISIBILITY = Codes.own("visibility", "Expected visibility of the needle");
    private static final Code FROM_FACE = Codes.own("from-transducer", "Taken from the transducer face");

    private static final Code OF_TARGET = Codes.own("of-target", "Target of the plan, by number");
    private static final Code WARNING = Codes.own("plan-warning", "Warning of the plan");

    private final Case casefile;
    private final ReportClips clips;
    private final StructureCatalog structures;
    private final NeedleRules rules;
    private final DerivedUids uids;

    PlanGroup(Case casefile, ReportClips clips, StructureCatalog structures, NeedleRules rules, DerivedUids uids) {
        this.casefile = casefile;
        this.clips = clips;
        this.structures = structures;
        this.rules = rules;
        this.uids = uids;
    }

    ContentItem of(NeedlePlan plan) {
        List<ContentItem> items = new ArrayList<>(AnnotationGroup.tracking(plan.id(), uids));
        items.add(ContentItem.code(Relationship.CONTAINS, Codes.FINDING_CATEGORY, Codes.PHYSICAL_OBJECT));
        items.add(ContentItem.code(Relationship.CONTAINS, Codes.FINDING, Codes.NEEDLE));
        items.add(AnnotationGroup.site(Codes.BUTTOCK, plan.laterality(), ScanLevel.UNSPECIFIED));
        items.add(ContentItem.code(Relationship.CONTAINS, INTENT, PLANNED));
        Optional<ReportClip> clip = clips.find(plan.frame().sopInstanceUid());
        if (clip.isPresent()) {
            measured(plan, clip.get(), items);
        } else {
            items.add(ContentItem.text(Relationship.CONTAINS, Codes.COMMENT,
                    clips.whyMissing(plan.frame().sopInstanceUid())));
        }
        words(plan, items);
        items.add(PlanRecord.write(plan));
        return ContentItem.container(Relationship.CONTAINS, Codes.MEASUREMENT_GROUP, "1501", items);
    }

    private void measured(NeedlePlan plan, ReportClip clip, List<ContentItem> items) {
        PlanAssessment assessment = new PlanAssessor(rules, structures, Locale.ROOT).assess(plan,
                casefile.calibrationOf(clip.info()), casefile.annotations(), casefile.sidesFor(clip.info()));
        assessment.passes().forEach(p -> pass(plan, p, clip, items));
        for (PlanWarning w : assessment.warnings()) {
            String overridden = assessment.override(w)
                    .map(o -> " Overridden by " + (o.author().isBlank() ? "nobody named" : o.author()) + ": "
                            + o.reason())
                    .orElse("");
            items.add(ContentItem.text(Relationship.CONTAINS, WARNING, w.words() + overridden));
        }
    }

    private void pass(NeedlePlan plan, PassAssessment p, ReportClip clip, List<ContentItem> items) {
        int columns = clip.info().columns();
        int rows = clip.info().rows();
        Content.Image image = clip.image(plan.frame().number());
        Content.Graphic entry = ShownGraphic.point(p.pass().entry(), columns, rows);
        items.add(ContentItem.graphic(Relationship.CONTAINS, ENTRY, entry.type(), entry.points(), image));
        Content.Graphic path = ShownGraphic.line(p.pass().path(), columns, rows);
        Content.Graphic target = ShownGraphic.point(p.pass().target(), columns, rows);
        NeedleReading reading = p.reading();
        items.add(which(p, number(reading.pathLength(), Codes.PATH, path, image)));
        items.add(which(p, number(reading.depth(), Codes.SOURCE_OF_MEASUREMENT, target, image)));
        reading.depthFromTransducer().ifPresent(d -> items.add(which(p,
                number(d, Codes.SOURCE_OF_MEASUREMENT, target, image)
                        .with(List.of(ContentItem.code(Relationship.HAS_CONCEPT_MOD, MEASURED_FROM, FROM_FACE))))));
        items.add(which(p, number(reading.lateralOffset(), Codes.PATH, path, image)));
        items.add(which(p, number(reading.angleToSkin(), Codes.PATH, path, image)));
        if (plan.detail().approach().inPlane()) {
            NeedleReading near = new NeedleGeometry(rules).read(p.pass().path(), casefile.calibrationOf(clip.info()),
                    obstacles(plan), plan.detail().approach().skin());
            for (NeedleReading.Clearance c : near.clearances()) {
                items.add(which(p, clearance(c.fromPath(), c.obstacle(), "path")));
                items.add(which(p, clearance(c.fromTip(), c.obstacle(), "tip")));
            }
        }
        reading.visibility().ifPresent(b -> items.add(ContentItem.text(Relationship.CONTAINS, VISIBILITY, b.label())));
    }

    /** A value of a further target says which one it is of. */
    private static ContentItem which(PassAssessment p, ContentItem value) {
        return p.number() == 1
                ? value
                : value.with(List.of(ContentItem.text(Relationship.HAS_CONCEPT_MOD, OF_TARGET,
                        p.number() + (p.pass().targetName().isBlank() ? "" : ", " + p.pass().targetName()))));
    }

    private static ContentItem number(Reading reading, Code name, Content.Graphic from, Content.Image image) {
        return MeasurementItems.of(reading, List.of(
                ContentItem.graphic(Relationship.INFERRED_FROM, name, from.type(), from.points(), image)));
    }

    private static ContentItem clearance(Reading distance, Obstacle obstacle, String from) {
        return MeasurementItems.of(distance,
                List.of(ContentItem.text(Relationship.HAS_CONCEPT_MOD, DISTANCE_TO,
                        obstacle.name().isBlank() ? "unnamed" : obstacle.name()),
                        ContentItem.text(Relationship.HAS_CONCEPT_MOD, MEASURED_FROM, from)));
    }

    private List<Obstacle> obstacles(NeedlePlan plan) {
        return casefile.annotationsOn(plan.frame()).stream()
                .filter(a -> a.counts() && !(a.shape() instanceof Shape.Text)).map(this::obstacle).toList();
    }

    private Obstacle obstacle(Annotation a) {
        return new Obstacle(a.label().isBlank() ? structures.get(a.structureId()).name() : a.label(), a.structureId(),
                a.shape());
    }

    private void words(NeedlePlan plan, List<ContentItem> items) {
        if (!plan.targetName().isBlank()) {
            items.add(ContentItem.text(Relationship.CONTAINS, Codes.TARGET, plan.targetName()));
        }
        rules.needle(plan.needleId()).ifPresent(n -> {
            items.add(ContentItem.text(Relationship.CONTAINS, STOCK_NEEDLE, n.label()));
            items.add(ContentItem.number(Relationship.CONTAINS, Codes.NEEDLE_GAUGE, BigDecimal.valueOf(n.gauge()),
                    new Code("UCUM", "{gauge}", "gauge")));
            items.add(ContentItem.number(Relationship.CONTAINS, Codes.NEEDLE_LENGTH,
                    MeasurementItems.decimal(n.lengthMm()), new Code("UCUM", "mm", "millimeter")));
        });
        if (!plan.note().isBlank()) {
            items.add(ContentItem.text(Relationship.CONTAINS, Codes.COMMENT, plan.note()));
        }
    }
}
