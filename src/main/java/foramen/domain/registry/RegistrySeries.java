package foramen.domain.registry;

import foramen.domain.assessment.Measure;
import foramen.domain.assessment.VisitWindow;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The values of one series of a registry row.
 *
 * @param measure what they were read with; empty where there are none
 * @param values by planned visit, with {@link VisitWindow#BASELINE}
 * @param last the last value before any other procedure
 */
public record RegistrySeries(Optional<Measure> measure, Map<VisitWindow, BigDecimal> values, Optional<Last> last) {
    /** No values. */
    public static final RegistrySeries NONE = new RegistrySeries(Optional.empty(), Map.of(), Optional.empty());

    /** Copies the values in their order; refuses values that nothing was read with. */
    public RegistrySeries {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        if (measure.isEmpty() && (!values.isEmpty() || last.isPresent())) {
            throw new IllegalArgumentException("A value needs its instrument");
        }
    }

    /** The last value, and its day. */
    public record Last(BigDecimal value, LocalDate day) {}

    /** The value before the procedure. */
    public Optional<BigDecimal> baseline() {
        return Optional.ofNullable(values.get(VisitWindow.BASELINE));
    }
}
