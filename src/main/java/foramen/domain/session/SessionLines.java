package foramen.domain.session;

import foramen.domain.injection.Component;
import foramen.domain.injection.Concentration;
import foramen.domain.injection.Injection;
import foramen.domain.injection.Rational;
import foramen.domain.injection.Syringe;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Turns the portions of a session into lines of the ledger: one line for each product of each portion. */
public final class SessionLines {
    /** Places of the concentration as shown in a line; the dose beside it is exact. */
    private static final int PLACES = 6;

    private SessionLines() {}

    /**
     * The lines of what was given.
     *
     * @param session as given
     * @param given when
     * @throws IllegalArgumentException where a portion names a syringe that is not there
     */
    public static List<Injection> of(Session session, Instant given) {
        List<Injection> lines = new ArrayList<>();
        for (Aliquot a : session.aliquots()) {
            Syringe syringe = session.syringe(a.syringeId())
                    .orElseThrow(() -> new IllegalArgumentException("There is no syringe " + a.syringeId()));
            for (Component c : syringe.components()) {
                lines.add(line(session, a, syringe, c, given, lines.size() + 1));
            }
        }
        return lines;
    }

    private static Injection line(Session session, Aliquot a, Syringe syringe, Component c, Instant given, int number) {
        Rational perMl = syringe.perMl(c);
        Concentration.Unit unit = switch (c.content().unit()) {
            case MG -> Concentration.Unit.MG_PER_ML;
            case UNITS -> Concentration.Unit.UNITS_PER_ML;
            case ML -> Concentration.Unit.ML_PER_ML;
        };
        return new Injection(session.id() + "-" + number, given, c.productId(), c.productName(), c.injectateClass(),
                new Concentration(readable(perMl), unit), a.volumeMl(), c.lot(), c.expiry().orElse(Injection.NO_EXPIRY),
                a.side(), a.site(), a.planId(), session.operator(), "", Optional.empty(),
                Optional.of(new Injection.Origin(session.id(), syringe.id(), a.id(), a.target(),
                        perMl.times(a.volumeMl()), c.content().unit())));
    }

    /** A strength too small for the places is shown as the smallest they have, never as none. */
    private static BigDecimal readable(Rational perMl) {
        BigDecimal rounded = perMl.decimal(PLACES);
        return rounded.signum() > 0 ? rounded.stripTrailingZeros() : BigDecimal.ONE.movePointLeft(PLACES);
    }
}
