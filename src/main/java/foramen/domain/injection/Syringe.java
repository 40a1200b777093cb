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

    /**
     * How much of a component one millilitre holds, exactly.
     *
     * @throws IllegalArgumentException where the syringe holds no fluid, with a sentence what to do
     */
    public Rational perMl(Component component) {
        if (volumeMl().signum() <= 0) {
            throw new IllegalArgumentException(empty());
        }
        return component.content().amount().over(volumeMl());
    }

    /** What is wrong with a syringe without fluid, and what to do. */
    public String empty() {
        return "Syringe " + label + " holds no fluid. Add what the powder is dissolved in, or remove it.";
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
