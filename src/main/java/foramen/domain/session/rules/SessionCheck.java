package foramen.domain.session.rules;

import foramen.domain.injection.Alert;
import foramen.domain.injection.Alert.Overriding;
import foramen.domain.safety.SafetyBook.CheckItem;
import foramen.domain.safety.SafetyRecord.Overrule;
import java.util.List;
import java.util.Optional;

/**
 * What came of checking a session.
 *
 * @param alerts the gravest first, overridden ones among them
 * @param totals the sums
 * @param before the items of the checklist asked for before the needle
 * @param after the items asked for afterwards
 * @param overrides what was passed over so far
 */
public record SessionCheck(List<Alert> alerts, Totals totals, List<CheckItem> before, List<CheckItem> after,
        List<Overrule> overrides) {
    /** What every output says beside its figures. */
    public static final String PROMISE = "Foramen checks and records what you decided; it never prescribes.";

    /** Copies the lists. */
    public SessionCheck {
        alerts = List.copyOf(alerts);
        before = List.copyOf(before);
        after = List.copyOf(after);
        overrides = List.copyOf(overrides);
    }

    /** The override that holds for {@code alert}: of the same rule, version and sentence, where it may be at all. */
    public Optional<Overrule> override(Alert alert) {
        if (alert.overriding() == Overriding.NEVER) {
            return Optional.empty();
        }
        return overrides.stream().filter(o -> o.alertKey().equals(alert.key()) && o.sentence().equals(alert.message())
                && o.ruleVersion().equals(alert.version()) && !o.reason().isBlank()).findFirst();
    }

    /** What still keeps the session from being given. */
    public List<Alert> blocking() {
        return alerts.stream().filter(a -> a.blocks() && override(a).isEmpty()).toList();
    }

    /** Whether nothing keeps the session from being given. */
    public boolean canGive() {
        return blocking().isEmpty();
    }

    /** The gravest of the alerts that are not overridden; empty where there is none. */
    public Optional<Alert.Severity> worst() {
        return alerts.stream().filter(a -> override(a).isEmpty()).map(Alert::severity).min(Alert.Severity::compareTo);
    }
}
