package foramen.dicom.write;

import foramen.dicom.data.DataSet;
import foramen.dicom.data.DataSetBuilder;
import foramen.dicom.data.Tag;
import foramen.dicom.data.TransferSyntax;
import foramen.dicom.data.Uid;
import foramen.dicom.data.Vr;
import foramen.dicom.io.DicomWriter;
import foramen.domain.anatomy.Code;
import foramen.domain.delivery.ExportKind;
import foramen.domain.delivery.ExportSubject;
import foramen.domain.delivery.Exporter;
import foramen.job.Progress;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes a PDF document of the case into the patient's study (Encapsulated PDF, PS3.3 A.45.1). */
public final class EncapsulatedPdfExporter implements Exporter {
    private static final Code TITLE = new Code("LN", "18776-5", "Plan of care note");
    private static final int CONVERSION_TYPE = 0x00080064;
    private static final int CONCEPT_NAME = 0x0040A043;
    private static final int DOCUMENT_TITLE = 0x00420010;
    private static final int ENCAPSULATED_DOCUMENT = 0x00420011;
    private static final int MIME_TYPE = 0x00420012;
    private static final int SOURCE_INSTANCE_SEQUENCE = 0x00420013;
    private static final int DOCUMENT_LENGTH = 0x00420015;
    private static final DateTimeFormatter DATE_TIME = DateTimeFormatter.ofPattern("uuuuMMddHHmmss");

    private final Exporter pdf;
    private final ZoneId zone;

    /**
     * @param pdf writes the document
     * @param zone the clinic's time zone
     */
    public EncapsulatedPdfExporter(Exporter pdf, ZoneId zone) {
        this.pdf = pdf;
        this.zone = zone;
    }

    @Override
    public ExportKind kind() {
        return ExportKind.ENCAPSULATED_PDF;
    }

    @Override
    public void write(ExportSubject subject, OutputStream out, Progress progress) throws IOException {
        ByteArrayOutputStream document = new ByteArrayOutputStream();
        pdf.write(subject, document, progress.part(0, 0.8));
        progress.checkCancelled();
        SharedModules shared = new SharedModules(subject, zone);
        DataSetBuilder data = shared.begin(new SharedModules.Series(kind(), 9004, "DOC", "Foramen plan"),
                Uid.ENCAPSULATED_PDF);
        shared.ourEquipment(data);
        data.text(CONVERSION_TYPE, Vr.CS, "WSD").text(Tag.CONTENT_DATE, Vr.DA, shared.date())
                .text(Tag.CONTENT_TIME, Vr.TM, shared.time())
                .text(Tag.ACQUISITION_DATE_TIME, Vr.DT,
                        subject.clip().info().acquired().map(DATE_TIME::format).orElse(""))
                // The page names the patient.
                .text(Tag.BURNED_IN_ANNOTATION, Vr.CS, "YES")
                .text(DOCUMENT_TITLE, Vr.ST, shared.source().isDicom()
                        ? "Pre-procedure plan, ultrasound-guided injection"
                        : "Pre-procedure plan, ultrasound-guided injection; made from a film or picture that is no "
                                + "DICOM object, in a study made by Foramen")
                .sequence(CONCEPT_NAME, List.of(Concepts.item(TITLE)))
                .text(MIME_TYPE, Vr.LO, "application/pdf")
                .bytes(ENCAPSULATED_DOCUMENT, Vr.OB, document.toByteArray())
                .whole(DOCUMENT_LENGTH, Vr.UL, document.size());
        List<DataSet> sources = new ArrayList<>();
        if (shared.source().canBeNamed()) {
            sources.add(shared.source().reference().build());
        }
        Companions.of(subject, shared.source().isGrey()).forEach(b -> sources.add(DataSet.builder()
                .text(Tag.REFERENCED_SOP_CLASS_UID, Vr.UI, b.sopClassUid())
                .text(Tag.REFERENCED_SOP_INSTANCE_UID, Vr.UI, b.sopInstanceUid()).build()));
        if (!sources.isEmpty()) {
            data.sequence(SOURCE_INSTANCE_SEQUENCE, sources);
        }
        new DicomWriter().write(out, data.build(), Optional.empty(), TransferSyntax.EXPLICIT_LITTLE_ENDIAN.uid());
        progress.report(1, "DICOM plan written");
    }
}
