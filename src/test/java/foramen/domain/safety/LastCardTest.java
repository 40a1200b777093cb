package foramen.domain.safety;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.domain.injection.AlertKind;
import foramen.domain.injection.Dose;
import foramen.domain.injection.ProductCatalog;
import java.math.BigDecimal;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LastCardTest {
    private static final SafetyBook BOOK = SafetyBook.standard();

    @ParameterizedTest
    // The first line is the vector of the fact sheet.
    @CsvSource({"60, 90, 15 mL/min (0.25 mL/kg/min), 720", "70, 105, 17.5 mL/min (0.25 mL/kg/min), 840",
            "70.1, 100, 200 to 250 mL over 15 to 20 min, 841.2", "43.5, 65.25, 10.9 mL/min (0.25 mL/kg/min), 522"})
    void lipid_is_by_weight_up_to_seventy_kilograms(BigDecimal kg, String bolus, String infusion, String most) {
        LastCard.Doses doses = BOOK.last().doses(kg);
        assertEquals(bolus, Dose.plain(doses.bolusMl()));
        assertEquals(infusion, doses.infusion().replace('\u00a0', ' '));
        assertEquals(most, Dose.plain(doses.maximumMl()));
    }

    @Test
    void a_weight_of_nought_has_no_dose() {
        assertThrows(IllegalArgumentException.class, () -> BOOK.last().doses(BigDecimal.ZERO));
    }

    @Test
    void the_red_flags_are_those_of_the_fact_sheet() {
        Set<String> flags = BOOK.risks().stream().filter(r -> r.group() == SafetyBook.Group.RED_FLAG)
                .map(SafetyBook.Risk::id).collect(Collectors.toSet());
        assertEquals(Set.of("bladder-bowel-change", "saddle-numbness", "progressive-weakness", "bilateral-signs",
                "recent-trauma", "fever-sepsis", "cancer-history", "weight-loss", "night-pain", "immunosuppression",
                "anticoagulant-new-deficit"), flags);
        assertTrue(BOOK.risks().stream().filter(r -> flags.contains(r.id()))
                .allMatch(r -> r.raises().filter(AlertKind.RED_FLAG::equals).isPresent()));
    }

    @Test
    void every_allergen_of_a_product_is_asked_about() {
        ProductCatalog.standard().products()
                .forEach(p -> p.allergens().forEach(a -> assertTrue(BOOK.risk(a).isPresent(), p.id() + ": " + a)));
    }
}
