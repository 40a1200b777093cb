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

class DilutionTest {
    private static final Concentration D50 = strength("50 %");

    @Test
    void two_millilitres_of_fifty_per_cent_and_eight_of_diluent_are_ten_of_ten_per_cent() {
        assertEquals(strength("10 %").perMl(), Dilution.strength(D50, dec("2"), dec("8")));
        assertEquals(new Dilution(Rational.of(2), Rational.of(8)), Dilution.of(D50, strength("10 %"), dec("10")));
    }

    @Test
    void a_hundred_units_in_two_millilitres_are_fifty_a_millilitre() {
        Dose vial = DoseText.dose("100 U").orElseThrow();
        assertEquals(Rational.of(50), Dilution.reconstituted(vial, dec("2")));
        assertEquals(Rational.of(2), Dilution.diluentFor(vial, strength("50 units/mL")));
    }

    @Test
    void a_third_stays_a_third() {
        Dilution third = Dilution.of(strength("1.5 %"), strength("0.5 %"), BigDecimal.ONE);
        assertEquals("1/3", third.stockMl().toString());
        assertEquals(Rational.ONE, third.totalMl());
    }

    @Test
    void neither_a_stronger_mixture_nor_another_kind_of_unit_can_be_made() {
        assertThrows(IllegalArgumentException.class, () -> Dilution.of(strength("1 %"), strength("2 %"), dec("5")));
        assertThrows(IllegalArgumentException.class,
                () -> Dilution.of(strength("50 units/mL"), strength("10 mg/mL"), dec("5")));
        assertThrows(IllegalArgumentException.class,
                () -> Dilution.diluentFor(DoseText.dose("100 units").orElseThrow(), strength("1 %")));
    }

    @Property(tries = 300, seed = "2601")
    void what_is_planned_backwards_comes_out_forwards(@ForAll("amounts") BigDecimal stock,
            @ForAll("amounts") BigDecimal wanted, @ForAll("amounts") BigDecimal total) {
        Concentration strong = new Concentration(stock.max(wanted), Concentration.Unit.PERCENT);
        Concentration weak = new Concentration(stock.min(wanted), Concentration.Unit.PERCENT);
        Dilution d = Dilution.of(strong, weak, total);
        assertEquals(Rational.of(total), d.totalMl());
        assertEquals(weak.perMl(), strong.perMl().times(d.stockMl()).over(d.totalMl()));
    }

    @Property(tries = 300, seed = "2602")
    void what_is_mixed_forwards_is_planned_backwards(@ForAll("amounts") BigDecimal stockMl,
            @ForAll("amounts") BigDecimal diluentMl) {
        // A total that divides evenly, so that the mixture's strength is a decimal.
        BigDecimal total = stockMl.add(diluentMl);
        Concentration stock = new Concentration(total, Concentration.Unit.MG_PER_ML);
        Concentration mixed = new Concentration(stockMl, Concentration.Unit.MG_PER_ML);
        assertEquals(mixed.perMl(), Dilution.strength(stock, stockMl, diluentMl));
        assertEquals(new Dilution(Rational.of(stockMl), Rational.of(diluentMl)), Dilution.of(stock, mixed, total));
    }

    @Property(tries = 300, seed = "2603")
    void arithmetic_of_fractions_is_exact(@ForAll("amounts") BigDecimal a, @ForAll("amounts") BigDecimal b) {
        Rational x = Rational.of(a);
        Rational y = Rational.of(b);
        assertEquals(x, x.over(y).times(y));
        assertEquals(x, x.plus(y).minus(y));
        assertEquals(a.compareTo(b), x.compareTo(y));
        assertEquals(x.over(y), Rational.parse(x.over(y).toString()));
    }

    @Provide
    Arbitrary<BigDecimal> amounts() {
        return Arbitraries.bigDecimals().between(dec("0.0001"), dec("5000")).ofScale(4);
    }

    private static Concentration strength(String words) {
        return DoseText.concentration(words).orElseThrow();
    }

    private static BigDecimal dec(String words) {
        return new BigDecimal(words);
    }
}
