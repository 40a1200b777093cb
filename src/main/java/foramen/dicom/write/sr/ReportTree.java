package foramen.dicom.write.sr;

import foramen.dicom.sr.Codes;
import foramen.dicom.sr.Content;
import foramen.dicom.sr.ContentItem;
import foramen.dicom.sr.Relationship;
import foramen.dicom.sr.ShownCare;
import foramen.dicom.sr.exact.CaseRecord;
import foramen.dicom.write.Companions;
import foramen.dicom.write.DerivedUids;
import foramen.dicom.write.SharedModules;
import foramen.domain.anatomy.Code;
import foramen.domain.anatomy.StructureCatalog;
import foramen.domain.annotation.Annotation;
import foramen.domain.casefile.Case;
import foramen.domain.delivery.ExportSubject;
import foramen.domain.delivery.SideComparisons;
import foramen.domain.patient.Patient;
import foramen.domain.plan.NeedleRules;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The whole content tree of a report: an Imaging Measurement Report (TID 1500) with the ledger and the case's record. */
final class ReportTree {
    private static final Code NOT_DICOM = Codes.own("not-dicom", "Picture that is no DICOM object");
    private static final Code SAME_EXPORT = Codes.own("same-export", "Objects of the same export");
    private static final Code VERSION = Codes.own("software-version", "Software version");

    private final StructureCatalog structures;
    private final NeedleRules rules;
    private final SideComparisons comparisons;

    ReportTree(StructureCatalog structures, NeedleRules rules, SideComparisons comparisons) {
        this.structures = structures;
        this.rules = rules;
        this.comparisons = comparisons;
    }

    /**
     * The root.
     *
     * @param stated the patient as the report's own module reads
     * @param beside the other objects of the same export
     */
    ContentItem of(ExportSubject subject, ReportClips clips, DerivedUids uids, Patient stated,
            List<Companions.Beside> beside) {
        Case c = subject.casefile();
        List<ContentItem> items = new ArrayList<>();
        items.add(ContentItem.code(Relationship.HAS_CONCEPT_MOD, Codes.LANGUAGE, Codes.ENGLISH));
        observers(subject, uids, items);
        items.add(ContentItem.code(Relationship.HAS_CONCEPT_MOD, Codes.PROCEDURE_REPORTED, Codes.ULTRASONIC_GUIDANCE));
        if (!c.indication().isBlank()) {
            items.add(ContentItem.text(Relationship.CONTAINS, Codes.INDICATIONS, c.indication()));
        }
        items.add(library(clips));
        List<ContentItem> groups = groups(c, clips, uids);
        if (!groups.isEmpty()) {
            items.add(ContentItem.container(Relationship.CONTAINS, Codes.IMAGING_MEASUREMENTS, groups));
        }
        if (!c.ledger().isEmpty()) {
            items.add(SubstanceItems.of(c.ledger()));
        }
        items.addAll(ShownCare.of(c));
        if (!beside.isEmpty()) {
            items.add(ContentItem.container(Relationship.CONTAINS, SAME_EXPORT,
                    beside.stream().map(ReportTree::beside).toList()));
        }
        items.add(CaseRecord.write(c, stated, clips.sizes()));
        return ContentItem.container(Relationship.NONE, Codes.IMAGING_MEASUREMENT_REPORT, "1500", items);
    }

    private static ContentItem beside(Companions.Beside b) {
        return b.isImage()
                ? ContentItem.image(Relationship.CONTAINS,
                        new Content.Image(b.sopClassUid(), b.sopInstanceUid(), List.of()))
                : ContentItem.composite(Relationship.CONTAINS, Codes.own("object", b.kind().label()),
                        new Content.Composite(b.sopClassUid(), b.sopInstanceUid()));
    }

    private static void observers(ExportSubject subject, DerivedUids uids, List<ContentItem> items) {
        if (!subject.operator().isBlank()) {
            items.add(ContentItem.code(Relationship.HAS_OBS_CONTEXT, Codes.OBSERVER_TYPE, Codes.PERSON));
            items.add(ContentItem.person(Relationship.HAS_OBS_CONTEXT, Codes.PERSON_OBSERVER_NAME,
                    subject.operator()));
        }
        String version = subject.softwareVersion().isBlank() ? "unknown" : subject.softwareVersion();
        items.add(ContentItem.code(Relationship.HAS_OBS_CONTEXT, Codes.OBSERVER_TYPE, Codes.DEVICE));
        items.add(ContentItem.uid(Relationship.HAS_OBS_CONTEXT, Codes.DEVICE_UID,
                uids.tracking("Foramen " + version)));
        items.add(ContentItem.text(Relationship.HAS_OBS_CONTEXT, Codes.DEVICE_NAME, SharedModules.PRODUCT));
        items.add(ContentItem.text(Relationship.HAS_OBS_CONTEXT, Codes.DEVICE_MANUFACTURER, SharedModules.PRODUCT));
        items.add(ContentItem.text(Relationship.HAS_OBS_CONTEXT, Codes.DEVICE_MODEL, SharedModules.PRODUCT));
        items.add(ContentItem.text(Relationship.HAS_OBS_CONTEXT, VERSION, version));
    }

    private static ContentItem library(ReportClips clips) {
        List<ContentItem> images = new ArrayList<>();
        images.add(ContentItem.code(Relationship.HAS_ACQ_CONTEXT, Codes.MODALITY, Codes.ULTRASOUND));
        List<ContentItem> remarks = new ArrayList<>();
        for (ReportClip clip : clips.all()) {
            images.add(ContentItem.image(Relationship.CONTAINS, clip.image()));
            if (!clip.isDicom()) {
                remarks.add(ContentItem.text(Relationship.CONTAINS, NOT_DICOM, clip.sopInstanceUid()
                        + " is a film or picture without DICOM; its identifiers are made from its content."));
            }
        }
        ContentItem group = ContentItem.container(Relationship.CONTAINS, Codes.IMAGE_LIBRARY_GROUP, images);
        return ContentItem.container(Relationship.CONTAINS, Codes.IMAGE_LIBRARY, List.of(group)).with(remarks);
    }

    private List<ContentItem> groups(Case c, ReportClips clips, DerivedUids uids) {
        List<ContentItem> groups = new ArrayList<>();
        Map<String, ContentItem> byId = new HashMap<>();
        AnnotationGroup annotations = new AnnotationGroup(c, clips, structures, uids);
        for (Annotation a : c.annotations()) {
            ContentItem group = annotations.of(a);
            groups.add(group);
            byId.put(a.id(), group);
        }
        PlanGroup plans = new PlanGroup(c, clips, structures, rules, uids);
        c.plans().forEach(p -> groups.add(plans.of(p)));
        ComparisonGroup sides = new ComparisonGroup(structures, uids, byId);
        comparisons.of(c, clips::info).forEach(m -> groups.add(sides.of(m)));
        return groups;
    }
}
