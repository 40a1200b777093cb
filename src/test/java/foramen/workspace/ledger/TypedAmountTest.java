package foramen.workspace.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.Optional;
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
    @ValueSource(strings = {"1,000", "1e9", "-1", "0", "0.0", "two", "1.2.3", ".5", "12345678", "NaN", "٣", ""})
    void whatIsNotPlainNotPositiveOrCanBeReadInTwoWaysIsRefused(String typed) {
        assertEquals(Optional.empty(), TypedAmount.volumeMl(typed));
        assertEquals(Optional.empty(), TypedAmount.number(typed, "%"));
    }
}
