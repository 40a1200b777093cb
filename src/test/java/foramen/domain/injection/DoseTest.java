package foramen.domain.injection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DoseTest {
    @ParameterizedTest
    @CsvSource({"50, UNITS_PER_ML, 2, 100 units", "10, PERCENT, 4, 400 mg", "1, PERCENT, 10, 100 mg",
            "40, MG_PER_ML, 1, 40 mg", "0.25, PERCENT, 8, 20 mg", "0.2, PERCENT, 10, 20 mg", "12.5, PERCENT, 3, 375 mg",
            "4, MG_PER_ML, 0.1, 0.4 mg", "0.1, MG_PER_ML, 0.2, 0.02 mg"})
    void concentration_times_volume_is_the_dose_to_the_last_digit(BigDecimal value, Concentration.Unit unit,
            BigDecimal volume, String dose) {
        assertEquals(dose.replace(' ', '\u00a0'), new Concentration(value, unit).in(volume).text());
    }

    @ParameterizedTest
    @CsvSource({"40.00, 40", "0.50, 0.5", "1E+2, 100", "0.000, 0", "100, 100", "12.5, 12.5", "1E-7, 0.0000001"})
    void decimals_have_a_leading_nought_no_trailing_noughts_and_no_exponent(BigDecimal value, String text) {
        assertEquals(text, Dose.plain(value));
    }

    @Test
    void concentrations_are_written_with_their_unit() {
        assertEquals("12.5\u00a0%", new Concentration(new BigDecimal("12.50"), Concentration.Unit.PERCENT).text());
        assertEquals("50\u00a0units/mL",
                new Concentration(new BigDecimal("50"), Concentration.Unit.UNITS_PER_ML).text());
        assertEquals("40\u00a0mg/mL", new Concentration(new BigDecimal("40.0"), Concentration.Unit.MG_PER_ML).text());
    }

    @ParameterizedTest
    @CsvSource({"0", "0.00", "-1"})
    void a_concentration_that_is_not_positive_is_refused(BigDecimal value) {
        assertThrows(IllegalArgumentException.class, () -> new Concentration(value, Concentration.Unit.PERCENT));
    }

    @Provide
    Arbitrary<BigDecimal> amounts() {
        return Arbitraries.bigDecimals().between(new BigDecimal("0.001"), new BigDecimal("1000")).ofScale(3);
    }

    @Property(seed = "801")
    void twice_the_volume_is_twice_the_dose_exactly(@ForAll("amounts") BigDecimal value,
            @ForAll("amounts") BigDecimal volume, @ForAll Concentration.Unit unit) {
        Concentration c = new Concentration(value, unit);
        BigDecimal twice = c.in(volume.add(volume)).amount();
        assertEquals(0, twice.compareTo(c.in(volume).amount().add(c.in(volume).amount())));
    }

    @Property(seed = "802")
    void the_written_number_is_the_number(@ForAll("amounts") BigDecimal value) {
        assertEquals(0, value.compareTo(new BigDecimal(Dose.plain(value))));
    }
}
