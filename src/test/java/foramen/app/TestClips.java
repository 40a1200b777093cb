package foramen.app;

import foramen.dicom.write.PixelEncoding;
import foramen.dicom.write.UltrasoundMultiframeWriter;
import foramen.dicom.write.UltrasoundObject;
import foramen.domain.anatomy.Laterality;
import foramen.domain.clip.Frame;
import foramen.domain.clip.Region;
import foramen.domain.patient.Patient;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Small clips with numbers that can be done in the head. */
public final class TestClips {
    private static final List<Region> REGIONS = List
            .of(new Region(1, 1, 2, 0, 0, 199, 99, Optional.empty(), 0, 0, 3, 3, 0.05, 0.025));

    private TestClips() {}

    /** 200 × 100 pixels in one region of the whole screen, half a millimetre across and a quarter down. */
    public static Path calibrated(Path folder) throws IOException {
        return write(folder.resolve("calibrated.dcm"), REGIONS, Laterality.LEFT);
    }

    /** The same, of the other side. */
    public static Path calibratedRight(Path folder) throws IOException {
        return write(folder.resolve("right.dcm"), REGIONS, Laterality.RIGHT);
    }

    /** The same without any calibration. */
    public static Path uncalibrated(Path folder) throws IOException {
        return write(folder.resolve("uncalibrated.dcm"), List.of(), Laterality.LEFT);
    }

    private static Path write(Path file, List<Region> regions, Laterality side) throws IOException {
        Patient patient = new Patient("Nobody^Nora", "TEST-1", Optional.empty(), "F", Optional.empty());
        var scanner = new UltrasoundObject.Scanner("Foramen", "Test", "1", "Nowhere", "C5-1", "CURVED LINEAR",
                OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty());
        var study = new UltrasoundObject.Study("ACC1", "1", "Deep gluteal", "Test", 1, 1,
                List.of("ORIGINAL", "PRIMARY", "MUSCULOSKELETAL", "0001"), false);
        var object = new UltrasoundObject(patient, UltrasoundObject.Uids.fromSeeds("1", "1", file.toString()),
                LocalDateTime.of(2026, 3, 4, 10, 11, 12), scanner, study, side, regions, 20);
        new UltrasoundMultiframeWriter().write(file, object, 3, TestClips::frame, PixelEncoding.MONOCHROME2);
        return file;
    }

    private static Frame frame(int index) {
        int[] argb = new int[200 * 100];
        Arrays.fill(argb, 0xFF000000 | (index + 1) * 0x101010);
        return new Frame(200, 100, argb);
    }
}
