package foramen.domain.measurement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.domain.clip.CalibrationSource;
import java.util.Locale;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class LengthUnitTest {
    private static Reading measured(double value, Unit unit) {
        return new Reading.Measured(Quantity.DEPTH, value, unit, CalibrationSource.ULTRASOUND_REGION, "plan", "");
    }

    @Test
    void aLengthIsWrittenInTheUnitWithItsName() {
        assertEquals("69.2\u00a0mm", LengthUnit.MILLIMETRE.text(measured(69.2, Unit.MILLIMETRE), Locale.ROOT));
        assertEquals("6.92\u00a0cm", LengthUnit.CENTIMETRE.text(measured(69.2, Unit.MILLIMETRE), Locale.ROOT));
        assertEquals("6,92\u00a0cm", LengthUnit.CENTIMETRE.text(measured(69.2, Unit.MILLIMETRE), Locale.GERMANY));
        assertEquals("0.00\u00a0cm", LengthUnit.CENTIMETRE.text(-0.04, Locale.ROOT));
    }

    @Test
    void areasAnglesAndPixelsStayAsTheyAre() {
        for (Unit unit : Unit.values()) {
            if (unit != Unit.MILLIMETRE) {
                assertEquals(measured(52.7, unit).text(Locale.ROOT),
                        LengthUnit.CENTIMETRE.text(measured(52.7, unit), Locale.ROOT));
            }
        }
        Reading none = new Reading.Unmeasurable(Quantity.LENGTH, "No scale.", 40, Unit.PIXEL);
        assertEquals("40.0\u00a0px", LengthUnit.CENTIMETRE.text(none, Locale.ROOT));
    }

    @Test
    void wholeMillimetresHaveNoMoreDecimalsThanTheyNeed() {
        assertEquals("20\u00a0mm", LengthUnit.MILLIMETRE.plain(20, Locale.ROOT));
        assertEquals("2\u00a0cm", LengthUnit.CENTIMETRE.plain(20, Locale.ROOT));
        assertEquals("0.5\u00a0cm", LengthUnit.CENTIMETRE.plain(5, Locale.ROOT));
    }

    @Test
    void aUnitIsKnownByItsName() {
        assertEquals(Optional.of(LengthUnit.CENTIMETRE), LengthUnit.of(" CM"));
        assertEquals(Optional.empty(), LengthUnit.of("m"));
    }

    @Property
    void bothUnitsSayTheSameLengthToATenthOfAMillimetre(@ForAll @DoubleRange(min = -400, max = 400) double mm) {
        double inMm = Double.parseDouble(LengthUnit.MILLIMETRE.text(mm, Locale.ROOT).split("\u00a0", -1)[0]);
        double inCm = Double.parseDouble(LengthUnit.CENTIMETRE.text(mm, Locale.ROOT).split("\u00a0", -1)[0]);
        assertTrue(Math.abs(inMm - LengthUnit.CENTIMETRE.toMillimetres(inCm)) < 0.1001, () -> mm + " mm");
        assertEquals(mm, inMm, 0.0501);
    }
}
