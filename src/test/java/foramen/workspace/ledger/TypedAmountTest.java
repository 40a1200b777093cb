package foramen.workspace.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.domain.injection.DoseText;
import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypedAmountTest {
    @ParameterizedTest
    @CsvSource({"0.5, 0.5", "'0,5', 0.5", "2, 2", "'0,125', 0.125", "' 4 ', 4", "'4 mL', 4"})
    void volumesAreReadWithPointOrComma(String typed, String value) {
        assertEquals(Optional.of(new BigDecimal(value)), TypedAmount.volumeMl(typed));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1,000", "1.500", "150.000 mL", "1,500mL", "1e9", "-1", "0", "0.0", "two", "1.2.3", ".5",
            "12345678", "NaN", "٣", ""})
    void whatIsNotPlainNotPositiveOrCanBeReadInTwoWaysIsRefused(String typed) {
        assertEquals(Optional.empty(), TypedAmount.volumeMl(typed));
        assertEquals(Optional.empty(), TypedAmount.number(typed, "%"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.500 U", "1,500 U", "1,500U", "1.500units", "12.000 mg", "2.125 mL"})
    void aPointOrCommaBeforeThreeDigitsIsNeitherAThousandNorAThousandth(String typed) {
        assertEquals("", TypedAmount.pointed(typed));
        assertTrue(TypedAmount.refusal(typed, "Enter the volume in mL.").contains("can be read in two ways"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.125 mg", "0,125 mg", "1.5 U", "1500 U", "12.25 mL"})
    void whatCanBeReadInOneWayOnlyIsRead(String typed) {
        assertEquals(typed.replace(',', '.'), TypedAmount.pointed(typed));
        assertEquals("No.", TypedAmount.refusal(typed, "No."));
    }

    @Test
    void unitsWithThreeDigitsAfterThePointAreReadNowhere() {
        assertEquals(Optional.empty(), DoseText.dose("1.500 units"));
        assertEquals(Optional.empty(), DoseText.concentration("1.500 units/mL"));
        assertEquals(new BigDecimal("1.5"), DoseText.dose("1.5 units").orElseThrow().amount());
    }
}
