package foramen.domain.injection;

import java.math.BigDecimal;
import java.util.List;

/**
 * What is mixed in one syringe.
 *
 * @param id stable name within the session
 * @param label what stands on it
 * @param components what was drawn up, in that order
 */
public record Syringe(String id, String label, List<Component> components) {
    /** Copies the components. */
    public Syringe {
        components = List.copyOf(components);
    }

    /** All of it, mL. */
    public BigDecimal volumeMl() {
        return components.stream().map(c -> c.content().volumeMl()).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** How much of a component one millilitre holds, exactly; refuses a syringe without volume. */
    public Rational perMl(Component component) {
        return component.content().amount().over(volumeMl());
    }

    /** How much of a component is in {@code volumeMl} millilitres, exactly. */
    public Rational amountIn(Component component, BigDecimal volumeMl) {
        return perMl(component).times(volumeMl);
    }

    /** The strength of a component in this syringe as shown, such as {@code 10 %} or {@code 50 units/mL}. */
    public String strength(Component component) {
        Rational perMl = perMl(component);
        if (component.content() instanceof Component.Solution s && s.stock().unit() == Concentration.Unit.PERCENT) {
            return perMl.over(Rational.of(10)).text(3) + "\u00a0%";
        }
        return perMl.text(3) + "\u00a0" + component.content().unit().symbol() + "/mL";
    }
}
