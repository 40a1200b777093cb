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
 * @param weighing where the weight is from and since when; empty where that was not recorded
 */
public record Patient(String name, String id, Optional<LocalDate> birthDate, String sex,
        Optional<BigDecimal> weightKg, Optional<Weighing> weighing) {
    /** Nobody yet. */
    public static final Patient UNKNOWN = new Patient("", "", Optional.empty(), "", Optional.empty());

    /** Refuses a source of no weight. */
    public Patient {
        if (weightKg.isEmpty() && weighing.isPresent()) {
            throw new IllegalArgumentException("There is no weight to be from anywhere");
        }
    }

    /** A patient whose weight nobody said the source of. */
    public Patient(String name, String id, Optional<LocalDate> birthDate, String sex, Optional<BigDecimal> weightKg) {
        this(name, id, birthDate, sex, weightKg, Optional.empty());
    }

    /**
     * Where a weight is from.
     *
     * @param source who said so
     * @param day since when, where that is known
     */
    public record Weighing(Source source, Optional<LocalDate> day) {
        /** Sources of a weight. */
        public enum Source {
            /** An image file says so; nobody in this clinic has confirmed it. */
            FILE,
            /** Typed in or confirmed by the operator. */
            OPERATOR
        }
    }

    /** The same with another weight, or none. */
    public Patient weighed(Optional<BigDecimal> kg, Weighing from) {
        return new Patient(name, id, birthDate, sex, kg, kg.map(w -> from));
    }

    /** The same under another name. */
    public Patient named(String next) {
        return new Patient(next, id, birthDate, sex, weightKg, weighing);
    }

    /** What to call the patient on screen: the name, else the identifier, else that there is none. */
    public String label() {
        if (!name.isBlank()) {
            return name;
        }
        return id.isBlank() ? "Patient not named" : id;
    }
}
