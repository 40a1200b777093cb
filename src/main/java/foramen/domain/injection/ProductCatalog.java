package foramen.domain.injection;

import foramen.domain.data.DataEntry;
import foramen.domain.data.DataFile;
import foramen.domain.data.DataFileException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * The substances the ledger offers, from the cited data file {@code products.json}.
 *
 * @param version version of the file
 * @param products in the order they are offered
 */
public record ProductCatalog(String version, List<Product> products) {
    /** The name of the file, also of a clinic's own copy in the folder of records. */
    public static final DataFile<ProductCatalog> FILE = new DataFile<>("products.json", ProductCatalog.class,
            ProductCatalog::read);

    /** Copies the products. */
    public ProductCatalog {
        products = List.copyOf(products);
    }

    /** The catalogue that ships with the planner. */
    public static ProductCatalog standard() {
        return FILE.standard();
    }

    /** Reads a file. */
    private static ProductCatalog read(DataEntry file) throws DataFileException {
        file.textOr("note", "");
        return new ProductCatalog(file.text("version"),
                List.copyOf(file.byId("products", ProductCatalog::product).values()));
    }

    /** The product with that name. */
    public Optional<Product> find(String id) {
        return products.stream().filter(p -> p.id().equals(id)).findFirst();
    }

    /** The products of one class, in the order they are offered. */
    public List<Product> of(InjectateClass injectateClass) {
        return products.stream().filter(p -> p.injectateClass() == injectateClass).toList();
    }

    private static Product product(DataEntry e) throws DataFileException {
        InjectateClass sort = e.choice("class", InjectateClass.class);
        String substance = sort == InjectateClass.BOTULINUM_TOXIN ? e.text("id") : e.textOr("substance", e.text("id"));
        List<Concentration> strengths = new ArrayList<>();
        for (String words : e.texts("strengths")) {
            strengths.add(DoseText.concentration(words)
                    .orElseThrow(() -> e.wrong("needs strengths such as 40 mg/mL, not “" + words + "”")));
        }
        List<Dose> vials = new ArrayList<>();
        for (String words : e.texts("vials")) {
            vials.add(DoseText.dose(words)
                    .orElseThrow(() -> e.wrong("needs vials such as 100 units, not “" + words + "”")));
        }
        Product product = new Product(e.text("id"), e.text("name"), sort, substance,
                e.choice("form", Product.Form.class), strengths.isEmpty() ? List.of() : strengths, vials,
                e.flag("epinephrine"), new HashSet<>(e.texts("allergens")), e.flag("offLabel"), e.text("source"));
        check(product, e);
        return product;
    }

    private static void check(Product p, DataEntry e) throws DataFileException {
        if (p.strengths().isEmpty() || p.strengths().stream().anyMatch(s -> s.doseUnit() != p.doseUnit())) {
            throw e.wrong("needs at least one strength, all of them in the same kind of unit");
        }
        if (p.vials().stream().anyMatch(v -> v.unit() != p.doseUnit())) {
            throw e.wrong("has a vial in another unit than its strengths");
        }
        if ((p.injectateClass() == InjectateClass.BOTULINUM_TOXIN) != (p.doseUnit() == Dose.Unit.UNITS)) {
            throw e.wrong("must be in units if it is a botulinum toxin, and only then");
        }
        if (p.form() == Product.Form.FLUID != (p.doseUnit() == Dose.Unit.ML)) {
            throw e.wrong("must have the strength 1 mL/mL if it is a fluid without a strength, and only then");
        }
    }
}
