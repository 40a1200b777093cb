package foramen.dicom.check;

import foramen.dicom.data.DataSet;
import foramen.dicom.data.Tag;
import foramen.dicom.data.Uid;
import foramen.dicom.io.DicomFile;
import foramen.dicom.io.DicomReader;
import foramen.dicom.read.DicomClipReader;
import foramen.dicom.read.sr.MeasurementReportImporter;
import foramen.domain.casefile.Case;
import foramen.domain.clip.Clip;
import foramen.domain.delivery.DeliveryCheck;
import foramen.domain.delivery.DrawingReader;
import foramen.domain.delivery.ExportKind;
import foramen.domain.delivery.ExportSubject;
import foramen.domain.delivery.FoundDrawings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/** Reads each DICOM object of an export with the reader of its kind. */
public final class DicomCheck implements DeliveryCheck {
    private static final int ENCAPSULATED_DOCUMENT = 0x00420011;
    private static final byte[] PDF = "%PDF-".getBytes(StandardCharsets.US_ASCII);

    private final DicomClipReader clips;
    private final MeasurementReportImporter reports;
    private final DrawingReader drawings;

    /**
     * @param clips opens pictures
     * @param reports reads structured reports
     * @param drawings reads presentation states and segmentations
     */
    public DicomCheck(DicomClipReader clips, MeasurementReportImporter reports, DrawingReader drawings) {
        this.clips = clips;
        this.reports = reports;
        this.drawings = drawings;
    }

    @Override
    public Set<ExportKind> kinds() {
        return EnumSet.of(ExportKind.PRESENTATION_STATE, ExportKind.SECONDARY_CAPTURE, ExportKind.SEGMENTATION,
                ExportKind.ENCAPSULATED_PDF, ExportKind.STRUCTURED_REPORT);
    }

    @Override
    public void check(ExportKind kind, Path file, ExportSubject subject) throws IOException {
        try (DicomFile dicom = new DicomReader().read(file)) {
            if (!dicom.warnings().isEmpty()) {
                throw new IOException(dicom.warnings().getFirst());
            }
            object(kind, dicom.data());
        }
        switch (kind) {
            case SECONDARY_CAPTURE -> picture(file, subject);
            case PRESENTATION_STATE, SEGMENTATION -> drawings(kind, file, subject);
            case STRUCTURED_REPORT -> report(file, subject);
            default -> {
            }
        }
    }

    private static void object(ExportKind kind, DataSet data) throws IOException {
        if (!Uid.isValid(data.text(Tag.SOP_INSTANCE_UID)) || data.text(Tag.STUDY_INSTANCE_UID).isEmpty()) {
            throw new IOException("it has no name or no study");
        }
        if (kind == ExportKind.ENCAPSULATED_PDF) {
            byte[] document = data.bytes(ENCAPSULATED_DOCUMENT);
            if (document.length < PDF.length || !Arrays.equals(document, 0, PDF.length, PDF, 0, PDF.length)) {
                throw new IOException("it holds no PDF");
            }
        }
    }

    private void picture(Path file, ExportSubject subject) throws IOException {
        try (Clip clip = clips.open(file)) {
            if (clip.frame(0).columns() < subject.clip().info().columns()) {
                throw new IOException("its picture is smaller than the frame");
            }
        }
    }

    private void drawings(ExportKind kind, Path file, ExportSubject subject) throws IOException {
        FoundDrawings found = drawings.read(file)
                .orElseThrow(() -> new IOException("it is no " + kind.label()));
        String uid = subject.frame().sopInstanceUid();
        if (!found.images().contains(uid)) {
            throw new IOException("it does not name its image");
        }
        boolean drawn = subject.casefile().annotations().stream()
                .anyMatch(a -> a.frame().sopInstanceUid().equals(uid) && !a.state().hidden());
        if (drawn && found.drawings().isEmpty()) {
            throw new IOException("nothing that was drawn is in it");
        }
    }

    private void report(Path file, ExportSubject subject) throws IOException {
        Case read = reports.read(file).orElseThrow(() -> new IOException("it is no structured report")).casefile();
        if (!read.equals(subject.casefile().withoutPlaces())) {
            throw new IOException("it does not give the case back");
        }
    }
}
