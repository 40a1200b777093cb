package foramen.domain.injection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DoseTextTest {
    @ParameterizedTest
    @CsvSource({"4 mg", "4mg", "4.0 MG", "4000 mcg", "4000 µg", "4000 ug", "0.004 g"})
    void a_dose_is_the_same_in_every_spelling(String words) {
        Dose dose = DoseText.dose(words).orElseThrow();
        assertEquals(Dose.Unit.MG, dose.unit());
        assertEquals(0, dose.amount().compareTo(new BigDecimal("4")), words);
    }

    @ParameterizedTest
    @CsvSource({"50 units/mL", "50 U/mL", "50 unit/ml", "50u/ML"})
    void units_have_one_meaning_in_every_spelling(String words) {
        assertEquals(Optional.of(Rational.of(50)), DoseText.concentration(words).map(Concentration::perMl));
        assertEquals(Optional.of(Dose.Unit.UNITS), DoseText.concentration(words).map(Concentration::doseUnit));
    }

    @Test
    void one_per_cent_is_ten_milligrams_a_millilitre_and_one_in_two_hundred_thousand_five_micrograms() {
        assertTrue(DoseText.concentration("1 %").orElseThrow()
                .isSameAs(DoseText.concentration("10 mg/mL").orElseThrow()));
        assertEquals("1/200", DoseText.concentration("5 mcg/mL").orElseThrow().perMl().toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "4", "mg", "-4 mg", "0 mg", "1,000 mg", "1,5 mg", "1e3 mg", "4 IU/kg", "4 mg/kg",
            "4 miles", "4 mg 5", "4 mg/L", "12345678 mg"})
    void what_is_not_plain_is_not_read(String words) {
        assertEquals(Optional.empty(), DoseText.dose(words));
        assertEquals(Optional.empty(), DoseText.concentration(words));
        assertEquals(Optional.empty(), DoseText.volumeMl(words));
    }
}
