package foramen.dicom.write;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.codec.TurboJpeg;
import foramen.dicom.data.DataSet;
import foramen.dicom.data.Tag;
import foramen.dicom.deident.DeidentKey;
import foramen.dicom.deident.Deidentification;
import foramen.dicom.deident.Deidentifier;
import foramen.dicom.deident.ScannerMasks;
import foramen.dicom.read.DicomClipReader;
import foramen.domain.casefile.Case;
import foramen.domain.clip.Calibration;
import foramen.domain.clip.CalibrationSource;
import foramen.domain.clip.Clip;
import foramen.domain.clip.Region;
import foramen.domain.clip.Scale;
import foramen.domain.deident.PixelPolicy;
import foramen.domain.delivery.ExportKind;
import foramen.domain.delivery.ExportSubject;
import foramen.domain.patient.Patient;
import foramen.job.Progress;
import foramen.report.AnnotatedImageExporter;
import foramen.report.PictureFormat;
import foramen.report.Typefaces;
import foramen.testing.FakeClip;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The annotated picture as a DICOM object: pixel for pixel, with the scale of what it shows. */
class SecondaryCaptureTest {
    private final Path folder;

    SecondaryCaptureTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void itShowsExactlyWhatWasPaintedAtTheScaleOfTheEnlargement() throws IOException {
        try (Clip clip = ObjectFixtures.open(ObjectFixtures.clip(folder, PixelEncoding.RGB, 3))) {
            ExportSubject subject = ObjectFixtures.subject(ObjectFixtures.drawn(clip), clip);
            try (Clip back = new DicomClipReader()
                    .open(ObjectFixtures.file(folder, ObjectFixtures.capture(), subject))) {
                assertArrayEquals(ObjectFixtures.painter().paint(subject, Progress.NONE).picture().argb(),
                        back.frame(0).argb());
                if (!(back.info().calibration().overallScale() instanceof Scale.Known k)) {
                    throw new AssertionError(back.info().calibration().overallScale());
                }
                assertEquals(CalibrationSource.PIXEL_SPACING, k.source());
                assertEquals(0.125 / 2, k.mmAcross(1), 1e-9);
                assertEquals(0.15 / 2, k.mmDown(1), 1e-9);
                assertEquals(clip.info().identity().studyUid(), back.info().identity().studyUid());
                assertEquals(clip.info().patient().name(), back.info().patient().name());
            }
        }
    }

    @Test
    void itIsTheAnnotatedImageOfTheReportPixelForPixel() throws IOException {
        try (Clip clip = ObjectFixtures.open(ObjectFixtures.clip(folder, PixelEncoding.RGB, 3))) {
            ExportSubject subject = ObjectFixtures.subject(ObjectFixtures.drawn(clip), clip);
            var painter = new AnnotatedImageExporter(ExportKind.ANNOTATED_IMAGE, PictureFormat.PNG,
                    ObjectFixtures.composer(), Typefaces.load(), ObjectFixtures.ZONE,
                    Locale.ROOT);
            BufferedImage png = Objects.requireNonNull(
                    ImageIO.read(new ByteArrayInputStream(ObjectFixtures.bytes(painter, subject))));
            Path file = ObjectFixtures.file(folder, new SecondaryCaptureExporter(painter, ObjectFixtures.ZONE),
                    subject);
            try (Clip back = new DicomClipReader().open(file)) {
                assertArrayEquals(png.getRGB(0, 0, png.getWidth(), png.getHeight(), null, 0, png.getWidth()),
                        back.frame(0).argb());
            }
        }
    }

    @Test
    void itSaysThatItIsBurnedInAndWhatItWasMadeFromAndKeepsTheHistoryOfLosses() throws IOException {
        try (Clip clip = ObjectFixtures.open(ObjectFixtures.clip(folder, PixelEncoding.JPEG_BASELINE, 3))) {
            DataSet data = ObjectFixtures.read(ObjectFixtures.bytes(ObjectFixtures.capture(),
                    ObjectFixtures.subject(ObjectFixtures.drawn(clip), clip))).data();
            assertEquals("YES", data.text(Tag.BURNED_IN_ANNOTATION));
            DataSet source = data.items(Tag.SOURCE_IMAGE_SEQUENCE).getFirst();
            assertEquals(clip.info().identity().sopInstanceUid(), source.text(Tag.REFERENCED_SOP_INSTANCE_UID));
            assertEquals("3", source.text(Tag.REFERENCED_FRAME_NUMBER));
            assertEquals("01", data.text(Tag.LOSSY_IMAGE_COMPRESSION));
            assertEquals("ISO_10918_1", data.text(Tag.LOSSY_METHOD));
        }
    }

    @Test
    void whoNamesThePatientOfACleanedClipExportsNoLongerWithoutIdentity() throws Exception {
        Path clean = folder.resolve("clean.dcm");
        new Deidentifier(
                new Deidentification(DeidentKey.of(new byte[32]), Set.of(),
                        new PixelPolicy(List.of(), List.of(), PixelPolicy.WithoutRegions.NO_TEXT), Map.of(),
                        "Foramen test"),
                ScannerMasks.open(folder.resolve("masks.json")), new TurboJpeg())
                .copyTo(clean, ObjectFixtures.clip(folder, PixelEncoding.RGB, 3), Progress.NONE);
        try (Clip clip = ObjectFixtures.open(clean)) {
            Case drawn = ObjectFixtures.drawn(clip);
            DataSet same = ObjectFixtures.read(ObjectFixtures.bytes(ObjectFixtures.capture(),
                    ObjectFixtures.subject(drawn.withPatient(clip.info().patient()), clip))).data();
            assertEquals("YES", same.text(0x00120062));
            Patient named = new Patient("Example^Anna", "", Optional.empty(), "", Optional.empty());
            DataSet told = ObjectFixtures.read(ObjectFixtures.bytes(ObjectFixtures.capture(),
                    ObjectFixtures.subject(drawn.withPatient(named), clip))).data();
            assertEquals("NO", told.text(0x00120062));
            assertFalse(told.contains(0x00120063) || told.contains(0x00120064));
        }
    }

    @Test
    void partsOfDifferentScaleGetNoScaleAtAll() throws IOException {
        Region left = new Region(1, 1, 2, 0, 0, 299, 400, Optional.empty(), 0, 0, 3, 3, 0.02, 0.02);
        Region right = new Region(1, 1, 2, 320, 0, 600, 400, Optional.empty(), 0, 0, 3, 3, 0.01, 0.01);
        Region motion = new Region(2, 1, 2, 320, 0, 600, 400, Optional.empty(), 0, 0, 4, 3, 0.01, 0.01);
        assertTrue(data(FakeClip.with(calibration(left))).contains(Tag.PIXEL_SPACING));
        assertFalse(data(FakeClip.with(calibration(left, right))).contains(Tag.PIXEL_SPACING));
        assertFalse(data(FakeClip.with(calibration(left, motion))).contains(Tag.PIXEL_SPACING));
        assertFalse(data(FakeClip.uncalibrated()).contains(Tag.PIXEL_SPACING));
    }

    private static Calibration calibration(Region... regions) {
        return new Calibration(List.of(regions), Optional.empty());
    }

    @Test
    void thePictureOfAFilmSaysThatItsStudyWasMadeUp() throws IOException {
        DataSet data = data(FakeClip.uncalibrated());
        assertTrue(data.text(Tag.IMAGE_COMMENTS).contains("no DICOM object"));
        assertFalse(data.contains(Tag.SOURCE_IMAGE_SEQUENCE));
        assertTrue(data.text(Tag.STUDY_INSTANCE_UID).startsWith("2.25."));
    }

    private static DataSet data(Clip clip) throws IOException {
        Case c = ObjectFixtures.drawn(clip);
        return ObjectFixtures.read(ObjectFixtures.bytes(ObjectFixtures.capture(), ObjectFixtures.subject(c, clip)))
                .data();
    }
}
