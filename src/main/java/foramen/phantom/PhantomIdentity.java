package foramen.phantom;

import java.time.LocalDate;
import java.time.LocalDateTime;

/**
 * The fictitious person and examination that a clip names, burned into its banner and written into its header.
 *
 * @param name in the form of DICOM (0010,0010)
 * @param id (0010,0020)
 * @param birthDate (0010,0030)
 * @param sex (0010,0040)
 * @param acquired when the clip pretends to have been taken
 */
public record PhantomIdentity(String name, String id, LocalDate birthDate, String sex, LocalDateTime acquired) {
    /** A person whom nobody could mistake for a patient. */
    public static final PhantomIdentity DEMO = new PhantomIdentity("Phantom^Demo", "FRM-0001",
            LocalDate.of(1975, 1, 1), "O", LocalDateTime.of(2026, 1, 15, 9, 30));
}
