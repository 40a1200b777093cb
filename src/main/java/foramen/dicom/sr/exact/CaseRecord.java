package foramen.dicom.sr.exact;

import foramen.dicom.sr.ContentItem;
import foramen.domain.anatomy.Code;
import foramen.domain.anatomy.Laterality;
import foramen.domain.annotation.Annotation;
import foramen.domain.assessment.FollowUp;
import foramen.domain.casefile.Case;
import foramen.domain.casefile.CaseId;
import foramen.domain.casefile.ClipRef;
import foramen.domain.casefile.ImageRole;
import foramen.domain.casefile.Statements;
import foramen.domain.clip.CalibrationSource;
import foramen.domain.clip.FrameRef;
import foramen.domain.clip.ManualCalibration;
import foramen.domain.injection.Injection;
import foramen.domain.patient.Patient;
import foramen.domain.patient.Patient.Weighing;
import foramen.domain.plan.NeedlePlan;
import foramen.domain.safety.Risks;
import foramen.domain.session.Session;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a case holds beside what is drawn, planned and given, exactly.
 *
 * <p>Of the patient only what differs from the report's own Patient Module travels, so that a de-identified report keeps
 * no name in its content. Where files lie does not travel either: paths name people and machines.
 */
public final class CaseRecord {
    /** The heading of the record. */
    public static final Code KIND = Fields.CASE;
    /** The latest format; a later one is refused. */
    public static final int FORMAT = 3;
    /** Without statements: what the versions before read whole. */
    private static final int SECOND_FORMAT = 2;
    /** Drawings, plans and ledger alone: what the first versions read whole. */
    private static final int FIRST_FORMAT = 1;

    private CaseRecord() {}

    /**
     * The size of a clip's picture in pixels.
     *
     * @param columns width
     * @param rows height
     */
    public record Size(int columns, int rows) {}

    /**
     * The head of a case, and the sizes of its clips.
     *
     * @param casefile the case without annotations, plans and ledger
     * @param sizes by SOP Instance UID, where they were known
     * @param counts how many annotations, plans and ledger lines the case has
     */
    public record Head(Case casefile, Map<String, Size> sizes, List<Integer> counts) {
        /** Copies the sizes. */
        public Head {
            sizes = Map.copyOf(sizes);
            counts = List.copyOf(counts);
        }

        /** The whole case; {@link Malformed} where a part of it is missing. */
        public Case with(List<Annotation> annotations, List<NeedlePlan> plans, List<Injection> ledger) {
            List<Integer> found = List.of(annotations.size(), plans.size(), ledger.size());
            if (!found.equals(counts)) {
                throw new Malformed("says that there are " + words(counts) + ", but the report has " + words(found));
            }
            return new Case(casefile.id(), casefile.created(), casefile.patient(), casefile.side(),
                    casefile.indication(), casefile.clips(), annotations, plans, ledger, casefile.calibrations(),
                    casefile.risks(), casefile.sessions(), casefile.followUp(), casefile.elsewhere(),
                    casefile.images(), casefile.statements());
        }

        private static String words(List<Integer> counts) {
            return counts.get(0) + " annotations, " + counts.get(1) + " needle plans and " + counts.get(2)
                    + " ledger lines";
        }
    }

    /**
     * The record of {@code c}.
     *
     * @param stated the patient as the report's Patient Module reads
     * @param sizes the sizes of the clips, as far as known
     */
    public static ContentItem write(Case c, Patient stated, Map<String, Size> sizes) {
        RecordWriter record = new RecordWriter(KIND).value(Fields.FORMAT, format(c)).value(Fields.ID, c.id().value())
                .value(Fields.CREATED, c.created()).choice(Fields.SIDE, c.side())
                .text(Fields.INDICATION, c.indication()).value(Fields.ANNOTATIONS, c.annotations().size())
                .value(Fields.PLANS, c.plans().size()).value(Fields.LEDGER_LINES, c.ledger().size());
        patient(record, c.patient(), stated);
        c.clips().forEach(clip -> record.add(clip(clip, sizes)));
        c.calibrations().forEach(m -> record.add(CalibrationRecord.write(m)));
        if (!c.risks().isEmpty()) {
            record.add(RiskRecord.write(c.risks()));
        }
        if (!c.sessions().isEmpty()) {
            record.value(CareFields.SESSIONS, c.sessions().size());
            c.sessions().forEach(s -> record.add(SessionRecord.write(s)));
        }
        if (!c.followUp().isEmpty()) {
            record.add(FollowUpRecord.write(c.followUp()));
        }
        c.elsewhere().forEach(t -> record.add(TreatmentRecord.write(t)));
        c.images().forEach((role, frame) -> record.add(ImageSetRecord.write(role, frame)));
        if (!c.statements().isEmpty() || c.patient().weighing().isPresent()) {
            record.add(StatementsRecord.write(c.statements()));
        }
        return record.item();
    }

    /** A version that would silently leave out a part must not take the report for one of its own. */
    private static int format(Case c) {
        if (!c.statements().isEmpty()) {
            return FORMAT;
        }
        boolean first = c.risks().isEmpty() && c.sessions().isEmpty() && c.followUp().isEmpty()
                && c.elsewhere().isEmpty() && c.images().isEmpty()
                && c.ledger().stream().allMatch(i -> i.origin().isEmpty())
                && c.calibrations().stream().allMatch(m -> m.source() == CalibrationSource.MANUAL);
        return first ? FIRST_FORMAT : SECOND_FORMAT;
    }

    private static RecordWriter clip(ClipRef clip, Map<String, Size> sizes) {
        RecordWriter record = new RecordWriter(Fields.CLIP_RECORD).text(Fields.CLIP, clip.sopInstanceUid())
                .text(Fields.DESCRIPTION, clip.description());
        if (clip.side() != Laterality.UNSPECIFIED) {
            record.choice(Fields.SIDE, clip.side());
        }
        Size size = sizes.get(clip.sopInstanceUid());
        return size == null ? record : record.value(Fields.COLUMNS, size.columns()).value(Fields.ROWS, size.rows());
    }

    /** A value that the case lacks and the module has travels as the word “none”. */
    private static void patient(RecordWriter record, Patient ours, Patient stated) {
        differing(record, Fields.PATIENT_NAME, Optional.of(ours.name()), Optional.of(stated.name()));
        differing(record, Fields.PATIENT_ID, Optional.of(ours.id()), Optional.of(stated.id()));
        differing(record, Fields.BIRTH_DATE, ours.birthDate(), stated.birthDate());
        differing(record, Fields.SEX, Optional.of(ours.sex()), Optional.of(stated.sex()));
        differing(record, Fields.WEIGHT_KG, ours.weightKg(), stated.weightKg());
        ours.weighing().ifPresent(w -> {
            record.choice(Fields.WEIGHING, w.source());
            w.day().ifPresent(day -> record.value(Fields.WEIGHED_ON, day));
        });
    }

    private static <T> void differing(RecordWriter record, Code field, Optional<T> ours, Optional<T> stated) {
        if (!ours.equals(stated)) {
            record.text(field, ours.map(v -> "=" + v).orElse("none"));
        }
    }

    /**
     * The head of a case from its record.
     *
     * @param stated the patient as the report's Patient Module reads
     * @throws Malformed where it is damaged, or of a later format
     */
    public static Head read(ContentItem item, Patient stated) {
        RecordReader r = new RecordReader(item);
        int format = r.whole(Fields.FORMAT);
        if (format > FORMAT) {
            throw new Malformed(
                    "was written by a newer version of Foramen (format " + format + ", this one reads up to "
                            + FORMAT + "); import it with that version");
        }
        Map<String, Size> sizes = new HashMap<>();
        List<ClipRef> clips = r.all(Fields.CLIP_RECORD, c -> clip(c, sizes));
        List<ManualCalibration> scales = r.all(Fields.CALIBRATION, CalibrationRecord::read);
        Instant created = r.instant(Fields.CREATED);
        Map<ImageRole, FrameRef> images = new EnumMap<>(ImageRole.class);
        r.all(Fields.IMAGE, ImageSetRecord::read).forEach(e -> images.put(e.getKey(), e.getValue()));
        return new Head(new Case(new CaseId(r.text(Fields.ID)), created, patient(r, stated),
                r.choice(Fields.SIDE, Laterality.class), r.text(Fields.INDICATION), clips, List.of(), List.of(),
                List.of(), scales, r.part(CareFields.RISKS, RiskRecord::read).orElse(Risks.UNKNOWN), sessions(r),
                r.part(CareFields.FOLLOW_UP, FollowUpRecord::read).orElse(FollowUp.NONE),
                r.all(CareFields.ELSEWHERE, TreatmentRecord::read), images,
                r.part(Fields.STATEMENTS, StatementsRecord::read).orElse(Statements.NONE)), sizes,
                List.of(r.whole(Fields.ANNOTATIONS), r.whole(Fields.PLANS), r.whole(Fields.LEDGER_LINES)));
    }

    private static List<Session> sessions(RecordReader r) {
        List<Session> read = r.all(CareFields.SESSION, SessionRecord::read);
        int said = r.whole(CareFields.SESSIONS, 0);
        if (read.size() != said) {
            throw new Malformed("says that there are " + said + " sessions, but the report has " + read.size());
        }
        return read;
    }

    private static ClipRef clip(RecordReader r, Map<String, Size> sizes) {
        String uid = r.text(Fields.CLIP);
        int columns = r.whole(Fields.COLUMNS, 0);
        int rows = r.whole(Fields.ROWS, 0);
        if (columns > 0 && rows > 0) {
            sizes.put(uid, new Size(columns, rows));
        }
        return new ClipRef(uid, "", r.text(Fields.DESCRIPTION),
                r.optionalChoice(Fields.SIDE, Laterality.class).orElse(Laterality.UNSPECIFIED));
    }

    private static Patient patient(RecordReader r, Patient stated) {
        Optional<BigDecimal> weight = r.optional(Fields.WEIGHT_KG).isPresent()
                ? own(r, Fields.WEIGHT_KG).map(CaseRecord::decimal)
                : stated.weightKg();
        return new Patient(own(r, Fields.PATIENT_NAME).orElse(stated.name()),
                own(r, Fields.PATIENT_ID).orElse(stated.id()),
                r.optional(Fields.BIRTH_DATE).isPresent()
                        ? own(r, Fields.BIRTH_DATE).map(CaseRecord::day)
                        : stated.birthDate(),
                own(r, Fields.SEX).orElse(stated.sex()),
                weight,
                r.optionalChoice(Fields.WEIGHING, Weighing.Source.class).filter(s -> weight.isPresent())
                        .map(s -> new Weighing(s, r.optional(Fields.WEIGHED_ON).map(CaseRecord::day))));
    }

    private static Optional<String> own(RecordReader r, Code field) {
        return r.optional(field).filter(t -> t.startsWith("=")).map(t -> t.substring(1));
    }

    private static LocalDate day(String text) {
        return RecordReader.parsed(Fields.BIRTH_DATE, text, LocalDate::parse);
    }

    private static BigDecimal decimal(String text) {
        return RecordReader.parsed(Fields.WEIGHT_KG, text, RecordReader::decimal);
    }
}
