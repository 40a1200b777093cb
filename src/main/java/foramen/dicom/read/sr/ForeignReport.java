package foramen.dicom.read.sr;

import foramen.dicom.data.DataSet;
import foramen.dicom.data.Tag;
import foramen.dicom.data.Uid;
import foramen.dicom.sr.Codes;
import foramen.dicom.sr.Content;
import foramen.dicom.sr.ContentItem;
import foramen.dicom.sr.ContentTreeReader;
import foramen.domain.anatomy.StructureCatalog;
import foramen.domain.annotation.Annotation;
import foramen.domain.casefile.Case;
import foramen.domain.casefile.CaseId;
import foramen.domain.casefile.ClipRef;
import foramen.domain.clip.ClipLocation;
import foramen.domain.delivery.ImportException;
import foramen.domain.delivery.ImportedCase;
import foramen.domain.patient.Patient;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A case from the measurement report of another maker: outlines and points on images with what they show, the numbers as
 * the report states them in words, and a sentence for each thing that was left behind.
 */
final class ForeignReport {
    /** More annotations than that are no report of a person's work (engineering default). */
    private static final int MOST_ANNOTATIONS = 20_000;
    private static final int MOST_REMARKS = 200;

    private final StructureCatalog structures;
    private final DataSet data;
    private final ContentItem root;
    private final String name;

    ForeignReport(StructureCatalog structures, DataSet data, ContentItem root, String name) {
        this.structures = structures;
        this.data = data;
        this.root = root;
        this.name = name;
    }

    ImportedCase read(Patient patient, List<String> remarks) throws ImportException {
        Instant at = ContentTreeReader.moment(data.text(Tag.CONTENT_DATE) + data.text(Tag.CONTENT_TIME),
                ZoneOffset.UTC).orElse(Instant.EPOCH);
        String author = root.child(Codes.PERSON_OBSERVER_NAME)
                .map(p -> p.content() instanceof Content.Person n ? n.name().replace('^', ' ').strip() : "")
                .orElse("");
        List<ContentItem> groups = root.all().filter(i -> i.isNamed(Codes.MEASUREMENT_GROUP)).toList();
        List<Annotation> annotations = new ArrayList<>();
        for (int i = 0; i < groups.size() && annotations.size() < MOST_ANNOTATIONS; i++) {
            annotations.addAll(new ForeignGroup(structures, author, at, i + 1, remarks).read(groups.get(i)));
        }
        if (annotations.isEmpty()) {
            String why = groups.isEmpty()
                    ? "it has no measurement groups after TID 1500"
                    : remarks.isEmpty() ? "its groups are empty" : remarks.getLast();
            throw new ImportException(name + " holds no outlines that could be imported: " + unstopped(why) + ".");
        }
        Map<String, ClipRef> clips = new LinkedHashMap<>();
        annotations.forEach(a -> clips.putIfAbsent(a.frame().sopInstanceUid(),
                new ClipRef(a.frame().sopInstanceUid(), "", "Image of " + name)));
        String uid = data.text(Tag.SOP_INSTANCE_UID);
        CaseId id = new CaseId("sr-" + Uid.fromSeed("imported\n" + (uid.isEmpty() ? root.toString() : uid))
                .substring("2.25.".length()));
        String title = root.name().map(foramen.domain.anatomy.Code::meaning).orElse("");
        Case casefile = new Case(id, at, patient, foramen.domain.anatomy.Laterality.UNSPECIFIED,
                ClipLocation.line(title.isBlank() ? "Imported report" : "Imported: " + title),
                new ArrayList<>(clips.values()), annotations, List.of(), List.of());
        return new ImportedCase(casefile, name, uid, data.text(Tag.STUDY_INSTANCE_UID), false, held(remarks));
    }

    private static String unstopped(String sentence) {
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }

    private static List<String> held(List<String> remarks) {
        if (remarks.size() <= MOST_REMARKS) {
            return remarks;
        }
        List<String> first = new ArrayList<>(remarks.subList(0, MOST_REMARKS));
        first.add("And " + (remarks.size() - MOST_REMARKS) + " more remarks.");
        return first;
    }
}
