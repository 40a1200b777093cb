package foramen.domain.injection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProductCatalogTest {
    private static final ProductCatalog CATALOG = ProductCatalog.standard();

    @Test
    void every_product_has_its_own_name_a_strength_and_a_source() {
        List<String> ids = CATALOG.products().stream().map(Product::id).toList();
        assertEquals(ids.size(), new HashSet<>(ids).size());
        for (Product p : CATALOG.products()) {
            assertFalse(p.strengths().isEmpty(), p.id());
            assertFalse(p.source().isBlank(), p.id());
        }
    }

    @Test
    void each_class_of_the_job_has_something_to_offer() {
        for (InjectateClass c : InjectateClass.values()) {
            assertFalse(CATALOG.of(c).isEmpty(), c.label());
        }
    }

    @Test
    void botulinum_toxin_is_dosed_in_units_fluids_in_millilitres_everything_else_in_milligrams() {
        for (Product p : CATALOG.products()) {
            Dose.Unit expected = switch (p.form()) {
                case POWDER -> Dose.Unit.UNITS;
                case FLUID -> Dose.Unit.ML;
                case SOLUTION -> Dose.Unit.MG;
            };
            assertTrue(p.strengths().stream().allMatch(s -> s.in(BigDecimal.ONE).unit() == expected), p.id());
        }
    }

    @Test
    void botulinum_toxin_dextrose_and_steroid_are_marked_off_label() {
        for (Product p : CATALOG.products()) {
            boolean offLabel = switch (p.injectateClass()) {
                case STEROID, BOTULINUM_TOXIN, PROLOTHERAPY, PLATELETS -> true;
                case LOCAL_ANAESTHETIC, OTHER -> false;
            };
            assertEquals(offLabel, p.offLabel(), p.id());
        }
    }

    @Test
    void no_two_brands_of_toxin_are_one_substance() {
        List<Product> toxins = CATALOG.of(InjectateClass.BOTULINUM_TOXIN);
        assertEquals(toxins.size(), new HashSet<>(toxins.stream().map(Product::substance).toList()).size());
        assertEquals(Optional.empty(), CATALOG.find("moonshine"));
    }
}
