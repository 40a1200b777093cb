package foramen.dicom.write;

import foramen.dicom.data.DataDictionary;
import foramen.dicom.data.DataSet;
import foramen.dicom.data.DataSetBuilder;
import foramen.dicom.data.Tag;
import foramen.dicom.data.Vr;
import foramen.dicom.io.DicomWriter;
import foramen.domain.anatomy.Laterality;
import foramen.domain.delivery.ExportKind;
import foramen.domain.delivery.ExportSubject;
import foramen.domain.patient.Patient;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The modules that every object made from a clip has alike (PS3.3 C.7.1 to C.7.5, C.12.1): patient and study as the
 * clip's own file has them, so that an archive and a viewer put the objects beside it; a series, an equipment and an
 * instance of our own.
 */
public final class SharedModules {
    /** Who we are, as Manufacturer and Manufacturer's Model Name. */
    public static final String PRODUCT = "Foramen";

    /**
     * A series of our own.
     *
     * @param kind names it and its object
     * @param number (0020,0011), beyond what scanners count to
     * @param modality (0008,0060)
     * @param description (0008,103E)
     */
    public record Series(ExportKind kind, int number, String modality, String description) {}

    private static final int TIMEZONE_OFFSET = 0x00080201;
    private static final int DEVICE_SERIAL_NUMBER = 0x00181000;
    private static final int IDENTITY_REMOVED = 0x00120062;
    private static final int DEIDENTIFICATION_METHOD = 0x00120063;
    private static final int[] PATIENT = {Tag.PATIENT_NAME, Tag.PATIENT_ID, 0x00100021, Tag.PATIENT_BIRTH_DATE,
            0x00100032, Tag.PATIENT_SEX, 0x00101010, 0x00101020, Tag.PATIENT_WEIGHT, IDENTITY_REMOVED,
            DEIDENTIFICATION_METHOD,
            0x00280303};
    private static final int[] STUDY = {Tag.STUDY_DATE, Tag.STUDY_TIME, Tag.REFERRING_PHYSICIAN, Tag.STUDY_ID,
            Tag.ACCESSION_NUMBER, Tag.STUDY_DESCRIPTION, TIMEZONE_OFFSET};
    private static final int[] SCANNER = {Tag.MANUFACTURER, Tag.INSTITUTION_NAME, 0x00081010, Tag.MODEL_NAME,
            DEVICE_SERIAL_NUMBER, Tag.SOFTWARE_VERSIONS};
    private static final int DEIDENTIFICATION_CODES = 0x00120064;
    private static final int LONGEST_LINE = 64;
    private static final Pattern OFFSET = Pattern.compile("([+-]\\d\\d)(\\d\\d)");
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuuMMdd");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HHmmss");

    private final ExportSubject subject;
    private final SourceObject source;
    private final DerivedUids uids;
    private final ZonedDateTime at;

    /**
     * @param subject what is exported
     * @param zone the clinic's zone, for dates and times where the clip's file states no offset
     */
    public SharedModules(ExportSubject subject, ZoneId zone) {
        this.subject = subject;
        this.source = SourceObject.of(subject);
        this.uids = DerivedUids.of(subject);
        this.at = subject.at().atZone(offset(source.data()).<ZoneId>map(o -> o).orElse(zone));
    }

    /** The clip that the object is made from. */
    public SourceObject source() {
        return source;
    }

    /** The names in this export. */
    public DerivedUids uids() {
        return uids;
    }

    /** When the export was made, in the zone of the object's dates. */
    public ZonedDateTime at() {
        return at;
    }

    /** {@link #at()} as a DA. */
    public String date() {
        return DATE.format(at);
    }

    /** {@link #at()} as a TM. */
    public String time() {
        return TIME.format(at);
    }

    /**
     * A data set with everything that is alike but the equipment.
     *
     * @param series the series it begins
     * @param sopClass (0008,0016)
     */
    public DataSetBuilder begin(Series series, String sopClass) {
        ExportKind kind = series.kind();
        DataSetBuilder data = DataSet.builder().text(Tag.SPECIFIC_CHARACTER_SET, Vr.CS, "ISO_IR 192")
                .text(Tag.SOP_CLASS_UID, Vr.UI, sopClass)
                .text(Tag.SOP_INSTANCE_UID, Vr.UI, uids.instance(kind, subject.frameIndex()))
                .text(Tag.INSTANCE_CREATION_DATE, Vr.DA, date()).text(Tag.INSTANCE_CREATION_TIME, Vr.TM, time())
                .text(Tag.STUDY_INSTANCE_UID, Vr.UI, source.studyUid())
                .text(Tag.SERIES_INSTANCE_UID, Vr.UI, uids.series(kind))
                .text(Tag.SERIES_NUMBER, Vr.IS, Integer.toString(series.number()))
                .text(Tag.INSTANCE_NUMBER, Vr.IS, "1").text(Tag.MODALITY, Vr.CS, series.modality())
                .text(Tag.SERIES_DATE, Vr.DA, date()).text(Tag.SERIES_TIME, Vr.TM, time())
                .text(Tag.SERIES_DESCRIPTION, Vr.LO, series.description());
        patient(data);
        study(data);
        return data;
    }

    private void patient(DataSetBuilder data) {
        Patient patient = subject.casefile().patient();
        if (source.isDicom() && isNamedAgain(patient)) {
            copy(data, IntStream.of(PATIENT).filter(t -> t != IDENTITY_REMOVED && t != DEIDENTIFICATION_METHOD)
                    .toArray());
            data.text(IDENTITY_REMOVED, Vr.CS, "NO");
        } else if (source.isDicom()) {
            copy(data, PATIENT);
            List<DataSet> methods = source.data().items(DEIDENTIFICATION_CODES);
            if (!methods.isEmpty() && methods.stream().allMatch(DicomWriter::isLegal)) {
                data.sequence(DEIDENTIFICATION_CODES, methods);
            } else if (data.build().text(IDENTITY_REMOVED).equals("YES") && !data.contains(DEIDENTIFICATION_METHOD)) {
                data.text(DEIDENTIFICATION_METHOD, Vr.LO, "Not stated by the source");
            }
        } else {
            put(data, Tag.PATIENT_NAME, Vr.PN, person(patient.name()));
            put(data, Tag.PATIENT_ID, Vr.LO, patient.id());
            data.text(Tag.PATIENT_BIRTH_DATE, Vr.DA, patient.birthDate().map(DATE::format).orElse(""));
            put(data, Tag.PATIENT_SEX, Vr.CS, patient.sex());
        }
        empty(data, Tag.PATIENT_NAME, Vr.PN);
        empty(data, Tag.PATIENT_ID, Vr.LO);
        empty(data, Tag.PATIENT_BIRTH_DATE, Vr.DA);
        empty(data, Tag.PATIENT_SEX, Vr.CS);
    }

    /**
     * Whether somebody was told in the case whose the de-identified clip is: what Foramen writes, such as a report or a
     * picture with the patient's name, is no longer without identity.
     */
    private boolean isNamedAgain(Patient ours) {
        Patient stated = subject.clip().info().patient();
        return "YES".equals(source.data().text(IDENTITY_REMOVED)) && (isOther(ours.name(), stated.name())
                || isOther(ours.id(), stated.id())
                || ours.birthDate().filter(d -> !stated.birthDate().equals(Optional.of(d))).isPresent());
    }

    private static boolean isOther(String ours, String stated) {
        return !ours.isBlank() && !ours.strip().equals(stated.strip());
    }

    private void study(DataSetBuilder data) {
        copy(data, STUDY);
        if (!source.isDicom()) {
            data.text(Tag.STUDY_DATE, Vr.DA, date()).text(Tag.STUDY_TIME, Vr.TM, time()).text(Tag.STUDY_DESCRIPTION,
                    Vr.LO, "Made by Foramen from a film or picture");
        }
        empty(data, Tag.STUDY_DATE, Vr.DA);
        empty(data, Tag.STUDY_TIME, Vr.TM);
        empty(data, Tag.REFERRING_PHYSICIAN, Vr.PN);
        empty(data, Tag.STUDY_ID, Vr.SH);
        empty(data, Tag.ACCESSION_NUMBER, Vr.SH);
    }

    /** Says that we made the object (General and Enhanced General Equipment). */
    public void ourEquipment(DataSetBuilder data) {
        data.text(Tag.MANUFACTURER, Vr.LO, PRODUCT).text(Tag.MODEL_NAME, Vr.LO, PRODUCT)
                .text(DEVICE_SERIAL_NUMBER, Vr.LO, "NONE").text(Tag.SOFTWARE_VERSIONS, Vr.LO, line(version()));
    }

    /** Says what the pictures were taken with; for objects whose pixels are the scanner's. */
    void scannerEquipment(DataSetBuilder data) {
        copy(data, SCANNER);
        empty(data, Tag.MANUFACTURER, Vr.LO);
    }

    /** The version of the software that makes the object. */
    public String version() {
        return subject.softwareVersion().isBlank() ? "unknown" : subject.softwareVersion().strip();
    }

    /** Laterality (0020,0060) as the clip states it; both and none are empty. */
    void laterality(DataSetBuilder data) {
        Laterality side = subject.clip().info().laterality();
        data.text(Tag.LATERALITY, Vr.CS,
                side == Laterality.LEFT || side == Laterality.RIGHT ? side.letter() : "");
    }

    /** Copies what the clip's file has and what may be written; a line that is too long is cut. */
    private void copy(DataSetBuilder data, int... tags) {
        for (int tag : tags) {
            if (source.data().contains(tag)) {
                put(data, tag, DataDictionary.standard().implicitVr(tag, false),
                        String.join("\\", source.data().strings(tag)));
            }
        }
    }

    private static void put(DataSetBuilder data, int tag, Vr vr, String value) {
        boolean isLine = vr == Vr.LO || vr == Vr.SH;
        int longest = vr == Vr.SH ? 16 : LONGEST_LINE;
        if (!vr.isText() || value.isEmpty()) {
            return;
        }
        DataSet one = DataSet.builder().text(tag, vr, isLine && value.length() > longest
                ? value.substring(0, longest)
                : value).build();
        if (DicomWriter.isLegal(one)) {
            one.element(tag).ifPresent(data::put);
        }
    }

    private static void empty(DataSetBuilder data, int tag, Vr vr) {
        if (!data.contains(tag)) {
            data.text(tag, vr, "");
        }
    }

    /** {@code text} as one value of a line: no longer than 64 characters, no backslash, no line break. */
    static String line(String text) {
        String plain = text.replace('\\', '/').replaceAll("\\p{Cntrl}", " ").strip();
        return plain.length() <= LONGEST_LINE ? plain : plain.substring(0, LONGEST_LINE - 1).strip() + "…";
    }

    /** {@code name} as a person's name: {@code Family, Given} becomes {@code Family^Given}. */
    static String person(String name) {
        return line(name.replaceFirst(",\\s*", "^").replace('=', ' '));
    }

    private static Optional<ZoneOffset> offset(DataSet data) {
        Matcher m = OFFSET.matcher(data.text(TIMEZONE_OFFSET));
        if (!m.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(ZoneOffset.of(m.group(1) + ":" + m.group(2)));
        } catch (java.time.DateTimeException e) {
            // An offset that no place on earth has counts as not stated.
            return Optional.empty();
        }
    }
}
