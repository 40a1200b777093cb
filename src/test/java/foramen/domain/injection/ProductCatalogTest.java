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
            assertTrue(p.limit().stream().noneMatch(l -> l.source().isBlank()), p.id());
        }
    }

    @Test
    void each_class_of_the_job_has_something_to_offer() {
        for (InjectateClass c : InjectateClass.values()) {
            assertFalse(CATALOG.of(c).isEmpty(), c.label());
        }
    }

    @Test
    void botulinum_toxin_is_dosed_in_units_everything_else_in_milligrams() {
        for (Product p : CATALOG.products()) {
            Dose.Unit expected = p.injectateClass() == InjectateClass.BOTULINUM_TOXIN ? Dose.Unit.UNITS : Dose.Unit.MG;
            assertTrue(p.strengths().stream().allMatch(s -> s.in(BigDecimal.ONE).unit() == expected), p.id());
        }
    }

    @Test
    void botulinum_toxin_dextrose_and_steroid_are_marked_off_label() {
        for (Product p : CATALOG.products()) {
            boolean offLabel = switch (p.injectateClass()) {
                case STEROID, BOTULINUM_TOXIN, PROLOTHERAPY -> true;
                case LOCAL_ANAESTHETIC, OTHER -> false;
            };
            assertEquals(offLabel, p.offLabel(), p.id());
        }
    }

    @Test
    void the_limits_are_those_of_the_facts() {
        assertEquals(Optional.of(new Product.Limit(new BigDecimal("300"), Optional.of(new BigDecimal("4.5")),
                "US label, plain: 4.5 mg/kg, at most 300 mg")), CATALOG.find("lidocaine").orElseThrow().limit());
        assertEquals(new BigDecimal("400"), maximum("onabotulinumtoxina"));
        assertEquals(new BigDecimal("400"), maximum("incobotulinumtoxina"));
        assertEquals(new BigDecimal("1500"), maximum("abobotulinumtoxina"));
        assertEquals(new BigDecimal("175"), maximum("bupivacaine"));
        assertEquals(new BigDecimal("200"), maximum("ropivacaine"));
        assertEquals(Optional.empty(), CATALOG.find("moonshine"));
    }

    private static BigDecimal maximum(String id) {
        return CATALOG.find(id).flatMap(Product::limit).orElseThrow().maximum();
    }
}
