package foramen.dicom.write;

import foramen.domain.anatomy.Laterality;
import foramen.domain.clip.Frame;
import foramen.domain.clip.Region;
import foramen.domain.patient.Patient;
import foramen.geometry.Point;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Clips to write in tests. */
public final class UltrasoundFixtures {
    private UltrasoundFixtures() {}

    /** A left-sided clip of a fictitious patient, with one measurable region. */
    public static UltrasoundObject object(String seed) {
        Patient patient = new Patient("Beispiel, Märta", "PH-001", Optional.of(LocalDate.of(1980, 2, 29)), "F",
                Optional.of(new BigDecimal("71.5")));
        Region region = new Region(1, 1, 2, 4, 2, 27, 20, Optional.of(new Point(12, -3)), 0, 0, 3, 3, 0.0125, 0.015);
        var scanner = new UltrasoundObject.Scanner("Foramen", "Phantom", "1", "Nowhere Clinic", "C5-1",
                "CURVED LINEAR", OptionalDouble.of(3), OptionalDouble.of(0.4), OptionalDouble.of(1.1));
        var study = new UltrasoundObject.Study("ACC1", "1", "Deep gluteal", "Transgluteal, scene A", 3, 7,
                List.of("ORIGINAL", "PRIMARY", "MUSCULOSKELETAL", "0001"), true);
        return new UltrasoundObject(patient, UltrasoundObject.Uids.fromSeeds(seed, "1", "1"),
                LocalDateTime.of(2026, 3, 4, 10, 11, 12), scanner, study, Laterality.LEFT, List.of(region), 33.333);
    }

    /** A smooth picture with a little colour, different for each {@code number}. */
    public static Frame frame(int columns, int rows, int number) {
        int[] argb = new int[columns * rows];
        for (int y = 0; y < rows; y++) {
            for (int x = 0; x < columns; x++) {
                int grey = (x * 5 + y * 3 + number * 20) % 200;
                int red = x > columns / 2 ? Math.min(255, grey + 40) : grey;
                argb[y * columns + x] = 0xFF000000 | (red << 16) | (grey << 8) | grey;
            }
        }
        return new Frame(columns, rows, argb);
    }
}
