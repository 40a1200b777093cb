package foramen.domain.injection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The substances the ledger offers, from the cited data file {@code products.json}.
 *
 * @param version version of the file
 * @param products in the order they are offered
 */
public record ProductCatalog(String version, List<Product> products) {
    private static final String RESOURCE = "products.json";

    /** Copies the products. */
    public ProductCatalog {
        products = List.copyOf(products);
    }

    /** The catalogue that ships with the planner. */
    public static ProductCatalog standard() {
        try (InputStream in = ProductCatalog.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("The product table " + RESOURCE + " is missing from the installation");
            }
            JsonNode root = JsonMapper.builder().build().readTree(in);
            List<Product> products = new ArrayList<>();
            root.required("products").forEach(p -> products.add(product(p)));
            return new ProductCatalog(root.required("version").asText(), products);
        } catch (IOException e) {
            throw new UncheckedIOException("The product table " + RESOURCE + " cannot be read", e);
        }
    }

    /** The product with that name. */
    public Optional<Product> find(String id) {
        return products.stream().filter(p -> p.id().equals(id)).findFirst();
    }

    /** The products of one class, in the order they are offered. */
    public List<Product> of(InjectateClass injectateClass) {
        return products.stream().filter(p -> p.injectateClass() == injectateClass).toList();
    }

    private static Product product(JsonNode p) {
        List<Concentration> strengths = new ArrayList<>();
        p.required("strengths").forEach(s -> strengths.add(new Concentration(new BigDecimal(s.get(0).asText()),
                Concentration.Unit.valueOf(s.get(1).asText()))));
        Optional<Product.Limit> limit = Optional.ofNullable(p.get("limit"))
                .map(l -> new Product.Limit(new BigDecimal(l.required("maximum").asText()),
                        Optional.ofNullable(l.get("perKg")).map(k -> new BigDecimal(k.asText())),
                        l.required("source").asText()));
        return new Product(p.required("id").asText(), p.required("name").asText(),
                InjectateClass.valueOf(p.required("class").asText()), strengths, limit,
                p.required("offLabel").asBoolean(), p.required("source").asText());
    }
}
