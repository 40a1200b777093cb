package foramen.dicom.write;

import foramen.dicom.data.Uid;
import foramen.domain.delivery.ExportKind;
import foramen.domain.delivery.ExportSubject;
import java.time.Instant;

/**
 * The names of everything that one export of one clip of a case makes: each object can name the others without seeing
 * them, and no two exports give one name to different content.
 *
 * @param caseId the case
 * @param clipUid the clip
 * @param at when the export was made
 */
public record DerivedUids(String caseId, String clipUid, Instant at) {
    /** The names that belong to {@code subject}. */
    public static DerivedUids of(ExportSubject subject) {
        return new DerivedUids(subject.casefile().id().value(), subject.frame().sopInstanceUid(), subject.at());
    }

    /** The study of a clip that is in none. */
    public String study() {
        return seeded("study", clipUid);
    }

    /** The series of the objects of one kind. */
    public String series(ExportKind kind) {
        return seeded("series", kind.name(), clipUid, at.toString());
    }

    /**
     * One object.
     *
     * @param frameIndex the frame it was made for, from 0; the same for an object about the whole clip
     */
    public String instance(ExportKind kind, int frameIndex) {
        return seeded("instance", kind.name(), clipUid, at.toString(), Integer.toString(frameIndex));
    }

    /**
     * Tracking Unique Identifier (0062,0021) of what was drawn or planned: the same in every object and every export.
     *
     * @param id the identifier in the case, which is also the Tracking Identifier
     */
    public String tracking(String id) {
        return seeded("tracking", id);
    }

    /** A helper name inside an object, such as that of a dimension organisation. */
    public String part(ExportKind kind, String what) {
        return seeded("part", kind.name(), clipUid, at.toString(), what);
    }

    private String seeded(String what, String... parts) {
        return Uid.fromSeed("foramen\n" + what + "\n" + caseId + "\n" + String.join("\n", parts));
    }
}
