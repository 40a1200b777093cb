package foramen.domain.patient;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The person the case is about.
 *
 * @param name name or pseudonym as shown; may be empty
 * @param id identifier at the clinic; may be empty
 * @param birthDate date of birth where known
 * @param sex {@code F}, {@code M}, {@code O} as in DICOM (0010,0040), or empty
 * @param weightKg body weight in kilograms where known; a dose rule that needs it cannot be checked without
 */
public record Patient(String name, String id, Optional<LocalDate> birthDate, String sex,
        Optional<BigDecimal> weightKg) {
    /** Nobody yet. */
    public static final Patient UNKNOWN = new Patient("", "", Optional.empty(), "", Optional.empty());

    /** What to call the patient on screen: the name, else the identifier, else that there is none. */
    public String label() {
        if (!name.isBlank()) {
            return name;
        }
        return id.isBlank() ? "Patient not named" : id;
    }
}
