package foramen.domain.session.rules;

import foramen.domain.injection.AlertKind;
import foramen.domain.injection.InjectateClass;
import foramen.domain.safety.Risks;
import foramen.domain.safety.SafetyBook;
import foramen.domain.safety.SafetyBook.BleedingClass;
import foramen.domain.safety.SafetyBook.BleedingRow;
import foramen.domain.safety.SafetyBook.Group;
import foramen.domain.safety.SafetyBook.Risk;
import foramen.domain.safety.SafetyRecord.Anticoagulation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** What the patient answered, held against what is injected; what was not asked is said, never taken for no. */
final class RiskRules {
    private final SafetyBook book;
    private final DoseQuestion q;
    private final Alerts alerts;
    private final List<Portion> portions;

    RiskRules(SafetyBook book, DoseQuestion q, List<Portion> portions, Alerts alerts) {
        this.book = book;
        this.q = q;
        this.portions = portions;
        this.alerts = alerts;
    }

    void check() {
        List<String> notAsked = new ArrayList<>();
        boolean redFlagsNotAsked = false;
        for (Risk risk : book.risks()) {
            if (!concerns(risk)) {
                continue;
            }
            switch (risk.presumed() ? Risks.Answer.YES : q.risks().answer(risk.id())) {
                case YES -> raise(risk);
                case NO -> {
                }
                case NOT_ASKED -> {
                    if (risk.group() == Group.RED_FLAG) {
                        redFlagsNotAsked = true;
                    } else {
                        notAsked.add(risk.name());
                    }
                }
            }
        }
        if (redFlagsNotAsked) {
            alerts.raise(AlertKind.RED_FLAGS_NOT_ASKED, "", "Not all red flags were asked about. Ask before going on.");
        }
        if (!notAsked.isEmpty()) {
            alerts.raise(AlertKind.RISKS_NOT_ASKED, "",
                    "Not asked about: " + String.join(", ", notAsked) + ". Ask before going on.");
        }
        bleeding();
    }

    private void raise(Risk risk) {
        if (risk.raises().isPresent()) {
            String detail = q.risks().details().getOrDefault(risk.id(), "");
            alerts.raise(risk.raises().get(), risk.id(),
                    risk.sentence() + (detail.isEmpty() ? "" : " Noted: " + detail + "."), risk.citation().source());
        }
    }

    private boolean concerns(Risk risk) {
        if (risk.always() || risk.group() == Group.RED_FLAG) {
            return true;
        }
        return portions.stream().filter(p -> risk.targets().isEmpty() || risk.targets().contains(p.target()))
                .anyMatch(p -> risk.classes().contains(p.product().injectateClass())
                        || p.product().allergens().contains(risk.id()) || (risk.epinephrine() && p.epinephrine()));
    }

    private void bleeding() {
        List<String> taken = book.risks().stream()
                .filter(r -> book.bleeding().medicines().contains(r.id()) && q.risks().present().contains(r.id()))
                .map(Risk::name).toList();
        if (taken.isEmpty()) {
            return;
        }
        boolean factor = book.bleeding().factors().stream().anyMatch(q.risks().present()::contains);
        BleedingClass worst = BleedingClass.LOW;
        boolean escalated = false;
        boolean unknown = portions.isEmpty();
        String source = "";
        for (String target : new TreeSet<>(portions.stream().map(Portion::target).toList())) {
            Optional<BleedingRow> row = book.bleeding().row(target);
            if (row.isEmpty()) {
                unknown = true;
                continue;
            }
            BleedingClass here = factor ? row.get().escalated() : row.get().usual();
            escalated |= here != row.get().usual();
            worst = here.compareTo(worst) > 0 ? here : worst;
            source = row.get().citation().source();
        }
        alerts.raise(AlertKind.BLEEDING_RISK, "",
                "The patient takes: " + String.join(", ", taken) + ". Bleeding risk of the procedure: "
                        + (unknown ? "not classified for this place" : worst.words())
                        + ". Whether and how long it is held is decided by the local protocol, not by Foramen.");
        if (escalated) {
            alerts.raise(AlertKind.BLEEDING_ESCALATED, "", "A deep procedure and a factor of the patient raise the "
                    + "bleeding risk to " + worst.words() + ".", source);
        }
        if (q.session().safety().anticoagulation().filter(Anticoagulation::isComplete).isEmpty()) {
            alerts.raise(AlertKind.ANTICOAGULANT_RECORD, "",
                    "Record the drug, its last dose and who decided, so that the bleeding risk can be judged.");
        }
    }

    /** Whether anything of that class is injected. */
    static boolean has(List<Portion> portions, InjectateClass sort) {
        return portions.stream().anyMatch(p -> p.is(sort));
    }
}
