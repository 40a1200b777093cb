package foramen.workspace.ledger;

import foramen.domain.injection.Component;
import foramen.domain.injection.Component.Powder;
import foramen.domain.injection.Component.Solution;
import foramen.domain.injection.Concentration;
import foramen.domain.injection.Dilution;
import foramen.domain.injection.Dose;
import foramen.domain.injection.DoseText;
import foramen.domain.injection.Product;
import foramen.domain.injection.ProductCatalog;
import foramen.domain.injection.Rational;
import foramen.domain.injection.Syringe;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * Turns what is typed of a product into what is drawn up, by its volume or by the strength that is wanted: 2 mL of 50 %
 * with 8 mL of diluent, or 10 mL of 10 %.
 */
public final class Mixture {
    /** A syringe is read to a hundredth of a millilitre at best (engineering default). */
    private static final int PLACES = 2;

    private final ProductCatalog products;

    /** @param products what can be drawn up */
    public Mixture(ProductCatalog products) {
        this.products = products;
    }

    /** Which figures are typed; the others follow from them. */
    public enum Way {
        /** The volumes. */
        VOLUME,
        /** The strength in the syringe. */
        STRENGTH
    }

    /**
     * A product as it is typed, right or wrong.
     *
     * @param productId which one
     * @param way which figures are typed
     * @param stock strength of the stock, or content of the dry vial
     * @param volume how much stock, or what the powder is dissolved in; mL
     * @param wanted strength in the syringe, where that is typed
     * @param total volume that a stock is diluted to, where the strength is typed; mL
     * @param diluentId what it is diluted with; empty for none
     */
    public record Typed(String productId, Way way, String stock, String volume, String wanted, String total,
            String diluentId) {}

    /** What came of reading it. */
    public sealed interface Result {}

    /** What to draw up, in that order. */
    public record Mixed(List<Component> components) implements Result {
        /** Copies the list. */
        public Mixed {
            components = List.copyOf(components);
        }
    }

    /** One sentence why it cannot be. */
    public record Refused(String sentence) implements Result {}

    /** Reads {@code typed}. */
    public Result read(Typed typed) {
        Optional<Product> product = products.find(typed.productId());
        if (product.isEmpty()) {
            return new Refused("Choose the product.");
        }
        try {
            return product.get().form() == Product.Form.POWDER
                    ? powder(product.get(), typed)
                    : solution(product.get(), typed);
        } catch (IllegalArgumentException e) {
            return new Refused(String.valueOf(e.getMessage()));
        }
    }

    private Result solution(Product product, Typed typed) {
        String words = typed.stock().isBlank() && product.form() == Product.Form.FLUID
                ? product.strengths().getFirst().text()
                : TypedAmount.pointed(typed.stock());
        Optional<Concentration> stock = DoseText.concentration(words);
        if (stock.isEmpty()) {
            return refused("Enter the strength on the label with its unit, such as 40 mg/mL or 1 %.", typed.stock());
        }
        if (typed.way() == Way.VOLUME) {
            Optional<BigDecimal> volume = TypedAmount.volumeMl(typed.volume());
            return volume.isEmpty()
                    ? refused("Enter the volume in mL.", typed.volume())
                    : new Mixed(List.of(Component.of(product, new Solution(stock.get(), volume.get()))));
        }
        Optional<Concentration> wanted = DoseText.concentration(TypedAmount.pointed(typed.wanted()));
        Optional<BigDecimal> total = TypedAmount.volumeMl(typed.total());
        if (wanted.isEmpty() || total.isEmpty()) {
            return refused("Enter the strength that is wanted with its unit, and the volume it is made up to.",
                    typed.wanted(), typed.total());
        }
        Dilution dilution = Dilution.of(stock.get(), wanted.get(), total.get());
        BigDecimal drawn = dilution.stockMl().decimal(PLACES);
        BigDecimal added = total.get().subtract(drawn);
        if (drawn.signum() <= 0) {
            return new Refused("That would be less stock than a syringe can measure. Dilute it in two steps.");
        }
        return with(Component.of(product, new Solution(stock.get(), drawn)), added, typed.diluentId());
    }

    private Result powder(Product product, Typed typed) {
        Optional<Dose> vial = DoseText.dose(TypedAmount.pointed(typed.stock()));
        if (vial.isEmpty()) {
            return refused("Enter the content of the vial with its unit, such as 100 units.", typed.stock());
        }
        Optional<BigDecimal> volume;
        if (typed.way() == Way.VOLUME) {
            volume = TypedAmount.volumeMl(typed.volume());
        } else {
            volume = DoseText.concentration(TypedAmount.pointed(typed.wanted()))
                    .map(c -> Dilution.diluentFor(vial.get(), c)).map(r -> r.decimal(PLACES))
                    .filter(ml -> ml.signum() > 0);
        }
        if (volume.isEmpty()) {
            return typed.way() == Way.VOLUME
                    ? refused("Enter in how many mL the powder is dissolved.", typed.volume())
                    : refused("Enter the strength that is wanted with its unit, such as 50 units/mL.", typed.wanted());
        }
        return with(Component.of(product, new Powder(vial.get())), volume.get(), typed.diluentId());
    }

    /** {@code otherwise}, unless something typed can be read in two ways, which is said then. */
    private static Refused refused(String otherwise, String... typed) {
        String sentence = otherwise;
        for (String words : typed) {
            sentence = TypedAmount.refusal(words, sentence);
        }
        return new Refused(sentence);
    }

    private Result with(Component component, BigDecimal diluentMl, String diluentId) {
        if (diluentMl.signum() <= 0) {
            return new Mixed(List.of(component));
        }
        Optional<Product> diluent = products.find(diluentId).filter(p -> p.form() != Product.Form.POWDER);
        return diluent.isEmpty()
                ? new Refused("Choose what it is diluted with.")
                : new Mixed(List.of(component, Component.of(diluent.get(),
                        new Solution(diluent.get().strengths().getFirst(), diluentMl))));
    }

    /** What a mixture comes to in words, such as {@code 2 mL + 8 mL = 10 mL of 10 %}; empty while it cannot be told. */
    public String working(Typed typed) {
        if (!(read(typed) instanceof Mixed mixed)) {
            return "";
        }
        Syringe syringe = new Syringe("", "", mixed.components());
        if (syringe.volumeMl().signum() <= 0) {
            return "";
        }
        Component first = mixed.components().getFirst();
        Rational amount = first.content().amount();
        StringBuilder words = new StringBuilder();
        for (Component c : mixed.components()) {
            if (c.content().volumeMl().signum() > 0) {
                words.append(words.isEmpty() ? "" : " + ").append(Dose.plain(c.content().volumeMl()))
                        .append("\u00a0mL");
            }
        }
        return words + " = " + syringe.strength(first) + ", " + amount.text(3) + "\u00a0"
                + first.content().unit().symbol();
    }
}
