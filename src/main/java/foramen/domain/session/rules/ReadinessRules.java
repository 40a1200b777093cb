package foramen.domain.session.rules;

import foramen.domain.injection.AlertKind;
import foramen.domain.injection.DoseLimits;
import foramen.domain.injection.InjectateClass;
import foramen.domain.injection.Rational;
import foramen.domain.safety.SafetyBook;
import foramen.domain.safety.SafetyBook.CheckItem;
import foramen.domain.safety.SafetyBook.Phase;
import foramen.domain.safety.SafetyRecord;
import foramen.domain.safety.SafetyRecord.State;
import java.util.List;
import java.util.Optional;

/** The checklist and the time-out. */
final class ReadinessRules {
    private ReadinessRules() {}

    /** The items that are asked for this session, before the needle or after. */
    static List<CheckItem> items(SafetyBook book, DoseLimits limits, List<Portion> portions,
            Optional<Rational> fraction,
            Phase phase) {
        boolean anaesthetic = RiskRules.has(portions, InjectateClass.LOCAL_ANAESTHETIC);
        // A fraction that cannot be told may be any, so the line is asked for.
        boolean line = anaesthetic && fraction
                .map(f -> f.compareTo(Rational.of(limits.ivAccessAbove().value())) > 0).orElse(true);
        return book.checklist().stream().filter(i -> i.phase() == phase && (!i.onlyWithAnaesthetic() || anaesthetic)
                && (!i.onlyAboveIvFraction() || line)).toList();
    }

    static void check(List<CheckItem> items, SafetyRecord record, Alerts alerts) {
        for (CheckItem item : items) {
            if (!isAnswered(item, record)) {
                alerts.raise(item.hard() ? AlertKind.CHECKLIST_STOP : AlertKind.CHECKLIST_CAUTION, item.id(),
                        "Not confirmed: " + item.words() + ".", item.citation().source());
            }
        }
        if (record.timeOut().isEmpty()) {
            alerts.raise(AlertKind.TIME_OUT_MISSING, "",
                    "Hold the time-out: patient, procedure and side, before the needle.");
        }
    }

    /** An item that does not apply says why. */
    static boolean isAnswered(CheckItem item, SafetyRecord record) {
        return record.answer(item.id()).filter(a -> a.state() == State.DONE
                || (a.state() == State.NOT_APPLICABLE && !a.note().isBlank())).isPresent();
    }
}
