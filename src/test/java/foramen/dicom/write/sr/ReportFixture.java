package foramen.dicom.write.sr;

import foramen.dicom.read.DicomClip;
import foramen.dicom.read.DicomClipReader;
import foramen.dicom.read.sr.MeasurementReportImporter;
import foramen.dicom.write.PixelEncoding;
import foramen.dicom.write.UltrasoundFixtures;
import foramen.dicom.write.UltrasoundMultiframeWriter;
import foramen.domain.anatomy.StructureCatalog;
import foramen.domain.casefile.Case;
import foramen.domain.clip.Clip;
import foramen.domain.clip.ClipReader;
import foramen.domain.delivery.ExportSubject;
import foramen.domain.delivery.ImportException;
import foramen.domain.delivery.ImportedCase;
import foramen.domain.measurement.Thresholds;
import foramen.domain.plan.NeedleRules;
import foramen.job.Progress;
import foramen.workspace.measure.CaseSides;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;

/** Reports on a small DICOM clip of four frames with one region of 0.125 × 0.15 mm a pixel, x 4 to 27, y 2 to 20. */
public final class ReportFixture {
    /** When exports are made. */
    public static final Instant NOW = Instant.parse("2026-03-14T10:05:00Z");
    private static final StructureCatalog STRUCTURES = StructureCatalog.standard();

    private ReportFixture() {}

    /** Writes a clip of 40 × 30 pixels and opens it. */
    public static DicomClip clip(Path folder, String seed) throws IOException {
        Path file = folder.resolve(seed + ".dcm");
        new UltrasoundMultiframeWriter().write(file, UltrasoundFixtures.object(seed), 4,
                i -> UltrasoundFixtures.frame(40, 30, i), PixelEncoding.RGB);
        return new DicomClipReader().open(file);
    }

    /** The report of {@code casefile}, exported from {@code clip}. */
    public static byte[] report(Case casefile, Clip clip, ClipReader others) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new MeasurementReportExporter(others, STRUCTURES, NeedleRules.standard(), new CaseSides(Thresholds.standard()),
                ZoneOffset.UTC)
                .write(new ExportSubject(casefile, clip, 0, NOW, "Dr Über, Anna", "1.2.3"), out, Progress.NONE);
        return out.toByteArray();
    }

    /** The case of {@code report}. */
    public static ImportedCase read(byte[] report) throws ImportException {
        return new MeasurementReportImporter(STRUCTURES).read(report, "report.dcm");
    }
}
