package foramen.domain.registry;

import foramen.domain.injection.InjectateClass;
import foramen.domain.outcome.Arm;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/**
 * What the registry is asked.
 *
 * @param by how rows are put together
 * @param since first day of the procedures
 * @param until last day of the procedures
 * @param asOf the day on which a window that is still open counts as pending, not as missing
 * @param definitionId which definition of a response, as in the outcome rules
 */
public record RegistryQuery(Grouping by, Optional<LocalDate> since, Optional<LocalDate> until, LocalDate asOf,
        String definitionId) {
    /** How rows are put together. */
    public enum Grouping {
        ARM, INJECTATE, TARGET;

        /** The group of rows that do not say it. */
        public static final String NOT_STATED = "Not stated";

        /** The name of a row's group, first letter upper case. */
        public String groupOf(RegistryRow row) {
            RegistryRow.Treatment t = row.treatment();
            return switch (this) {
                case ARM -> t.arm().label();
                case INJECTATE -> t.arm() == Arm.INJECTION
                        ? t.injectate().map(InjectateClass::label).orElse(NOT_STATED)
                        : t.arm().label();
                case TARGET -> t.target().isBlank() ? NOT_STATED : capital(t.target().strip());
            };
        }

        private static String capital(String words) {
            String lower = words.toLowerCase(Locale.ROOT);
            return lower.substring(0, lower.offsetByCodePoints(0, 1)).toUpperCase(Locale.ROOT)
                    + lower.substring(lower.offsetByCodePoints(0, 1));
        }

        /** The stable name. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Whether a row's procedure lies within the days. */
    public boolean holds(RegistryRow row) {
        return since.map(d -> !row.day().isBefore(d)).orElse(true)
                && until.map(d -> !row.day().isAfter(d)).orElse(true);
    }
}
