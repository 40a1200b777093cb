package foramen.domain.session.rules;

import foramen.domain.injection.AlertKind;
import foramen.domain.injection.Component;
import foramen.domain.injection.InjectateClass;
import foramen.domain.injection.PriorTreatment;
import foramen.domain.injection.Product;
import foramen.domain.injection.Rational;
import foramen.domain.injection.Syringe;
import foramen.domain.safety.SafetyBook.CheckItem;
import foramen.domain.safety.SafetyBook.Phase;
import foramen.domain.session.DoseBook;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Everything that has to hold for a session, from all rules. It judges and sums; it never proposes a dose. */
public final class SessionRules {
    private static final Rational MG_PER_ML_OF_ONE_PERCENT = Rational.of(10);

    private final DoseBook book;

    /** @param book the data files */
    public SessionRules(DoseBook book) {
        this.book = book;
    }

    /** The data files it holds to. */
    public DoseBook book() {
        return book;
    }

    /** Alerts and sums of a session. */
    public SessionCheck check(DoseQuestion q) {
        Alerts alerts = new Alerts(book.alerts());
        for (String complaint : book.complaints()) {
            alerts.raise(AlertKind.CLINIC_FILE, String.valueOf(book.complaints().indexOf(complaint) + 1), complaint);
        }
        List<Portion> portions = Portion.of(q.session(), book.products(), book.limits().epinephrine());
        SideRules.check(q, alerts);
        new SupplyRules(book.products(), q, alerts).check();
        AnaestheticRules.Result anaesthetics = new AnaestheticRules(book.limits(), q, alerts).check(portions);
        new EpinephrineRules(book.products(), book.limits().epinephrine(), q, alerts).check(portions);
        Optional<Totals.Steroid> steroid = new SteroidRules(book.limits(), q, alerts).check(portions);
        new ToxinRules(book.limits(), q, alerts).check(portions);
        history(q, portions, alerts);
        new RiskRules(book.safety(), q, portions, alerts).check();
        Optional<CourseRules.Told> told = CourseRules.check(book.protocols(), q, alerts);
        List<Totals.LastGiven> last = new IntervalRules(book.limits(), q, told, alerts).check(portions);
        List<CheckItem> before = ReadinessRules.items(book.safety(), book.limits(), portions, anaesthetics.sum(),
                Phase.BEFORE);
        if (q.atNeedle()) {
            ReadinessRules.check(before, q.session().safety(), alerts);
        }
        Totals totals = new Totals(substances(q, portions), anaesthetics.fractions(), anaesthetics.sum(),
                anaesthetics.weightKg(), steroid, osmolarities(q), last);
        List<CheckItem> after = ReadinessRules.items(book.safety(), book.limits(), portions, anaesthetics.sum(),
                Phase.AFTER);
        return new SessionCheck(alerts.all(), totals, before, after, q.session().safety().overrules());
    }

    private static void history(DoseQuestion q, List<Portion> portions, Alerts alerts) {
        boolean matters = RiskRules.has(portions, InjectateClass.STEROID)
                || RiskRules.has(portions, InjectateClass.BOTULINUM_TOXIN)
                || RiskRules.has(portions, InjectateClass.LOCAL_ANAESTHETIC);
        q.history().gap().filter(g -> matters).ifPresent(g -> alerts.raise(AlertKind.HISTORY_MISSING, "", g));
        if (matters) {
            q.history().doubts().forEach(d -> alerts.raise(AlertKind.HISTORY_INCOMPLETE, d.lineId(), d.sentence()));
        }
    }

    private List<Totals.Substance> substances(DoseQuestion q, List<Portion> portions) {
        Map<String, Rational> session = new LinkedHashMap<>();
        portions.forEach(p -> session.merge(p.product().substance(), p.amount(), Rational::plus));
        List<Totals.Substance> all = new ArrayList<>();
        for (Product product : book.products().products()) {
            Rational here = session.remove(product.substance());
            if (here == null) {
                continue;
            }
            Rational day = here;
            for (PriorTreatment t : q.history().treatments()) {
                if (t.substance().equals(product.substance()) && t.day().equals(q.session().date())) {
                    day = t.amount().map(day::plus).orElse(day);
                }
            }
            String name = book.products().find(product.substance()).orElse(product).name();
            all.add(new Totals.Substance(product.substance(), name, product.injectateClass(), here, day,
                    product.doseUnit(), q.weightKg().map(here::over)));
        }
        return all;
    }

    private List<Totals.Osmolarity> osmolarities(DoseQuestion q) {
        List<Totals.Osmolarity> all = new ArrayList<>();
        for (Syringe s : q.session().syringes()) {
            if (s.volumeMl().signum() <= 0) {
                continue;
            }
            Rational mgPerMl = Rational.ZERO;
            for (Component c : s.components()) {
                boolean dextrose = book.products().find(c.productId())
                        .filter(p -> p.substance().equals(book.limits().osmolarity().substance())
                                && p.doseUnit() == c.content().unit())
                        .isPresent();
                mgPerMl = dextrose ? mgPerMl.plus(s.perMl(c)) : mgPerMl;
            }
            if (mgPerMl.signum() > 0) {
                all.add(new Totals.Osmolarity(s.id(), mgPerMl.over(MG_PER_ML_OF_ONE_PERCENT),
                        book.limits().osmolarity().of(mgPerMl)));
            }
        }
        return all;
    }
}
