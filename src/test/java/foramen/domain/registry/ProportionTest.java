package foramen.domain.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProportionTest {
    /** Newcombe 1998, Stat Med 17:857, table I, method 3. */
    @ParameterizedTest
    @CsvSource({"81,263,0.2553,0.3662", "15,148,0.0624,0.1605", "0,20,0,0.1611", "1,29,0.0061,0.1718"})
    void theIntervalIsTheOneThatNewcombePublished(int n, int of, double low, double high) {
        Proportion.Bounds bounds = new Proportion(n, of).bounds();
        assertEquals(low, bounds.low(), 0.00005);
        assertEquals(high, bounds.high(), 0.00005);
    }

    @Test
    void aPercentageNeverStandsWithoutItsCounts() {
        assertEquals("24/35 = 68.6 % (95 % CI 52.0–81.4 %)", new Proportion(24, 35).text());
        assertEquals("11/35 = 31.4 % (95 % CI 18.6–48.0 %)", new Proportion(11, 35).text());
        assertEquals("65/100 = 65.0 % (95 % CI 55.3–73.6 %)", new Proportion(65, 100).text());
        assertEquals("0/0", new Proportion(0, 0).text());
        assertThrows(IllegalArgumentException.class, () -> new Proportion(2, 1));
    }

    @Property(tries = 500)
    void theIntervalHoldsTheProportionAndIsItsOwnMirror(@ForAll @IntRange(min = 1, max = 5000) int of,
            @ForAll @IntRange(max = 5000) int some) {
        int n = some % (of + 1);
        Proportion p = new Proportion(n, of);
        Proportion.Interval w = p.wilson().orElseThrow();
        BigDecimal percent = p.percent().orElseThrow();
        assertTrue(w.low().compareTo(percent) <= 0 && percent.compareTo(w.high()) <= 0, p.text());
        assertTrue(w.low().signum() >= 0 && w.high().compareTo(new BigDecimal("100.0")) <= 0, p.text());
        Proportion.Interval mirror = new Proportion(of - n, of).wilson().orElseThrow();
        assertTrue(w.low().add(mirror.high()).subtract(new BigDecimal("100")).abs()
                .compareTo(new BigDecimal("0.1")) <= 0, p.text());
    }
}
