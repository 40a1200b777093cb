package foramen.workspace.ledger;

import foramen.domain.anatomy.Laterality;
import foramen.domain.casefile.Case;
import foramen.domain.injection.Dose;
import foramen.domain.injection.DoseText;
import foramen.domain.injection.PriorTreatment;
import foramen.domain.injection.Product;
import foramen.domain.injection.Rational;
import foramen.domain.patient.Patient;
import foramen.domain.patient.Patient.Weighing;
import foramen.domain.safety.Risks;
import foramen.domain.safety.Risks.Answer;
import foramen.domain.safety.SafetyBook;
import foramen.workspace.edit.CaseEditor;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the patient is asked and weighed, and was given elsewhere: each edit is kept, and no step of undo. */
public final class PatientFacts {
    private final CaseEditor editor;
    private final SafetyBook book;

    /**
     * @param editor the case
     * @param book the questions
     */
    public PatientFacts(CaseEditor editor, SafetyBook book) {
        this.editor = editor;
        this.book = book;
    }

    /**
     * Takes the weight in kg as typed, none where it is blank; answers with one sentence where it is no weight. What was
     * typed is the operator's, of that day, also where a file said the same.
     */
    public String weigh(String typed, LocalDate today) {
        Optional<BigDecimal> kg = TypedAmount.number(typed, "kg");
        if (kg.isEmpty() && !typed.isBlank()) {
            return TypedAmount.refusal(typed, "Enter the weight in kg, such as 72.5.");
        }
        Case c = editor.current();
        Patient p = c.patient();
        editor.keepFacts(c.withPatient(p.weighed(kg, operators(today))), "weight");
        return "";
    }

    /** Confirms the weight that a file said. */
    public void confirmWeight(LocalDate today) {
        Case c = editor.current();
        editor.keepFacts(c.withPatient(c.patient().weighed(c.patient().weightKg(), operators(today))),
                "confirmed weight");
    }

    private static Weighing operators(LocalDate today) {
        return new Weighing(Weighing.Source.OPERATOR, Optional.of(today));
    }

    /** Takes the height in cm as typed, none where it is blank; answers with one sentence where it is no height. */
    public String measure(String typed) {
        Optional<BigDecimal> cm = TypedAmount.number(typed, "cm");
        if (cm.isEmpty() && !typed.isBlank()) {
            return TypedAmount.refusal(typed, "Enter the height in cm, such as 172.");
        }
        Case c = editor.current();
        editor.keepFacts(c.withRisks(c.risks().withHeightCm(cm)), "height");
        return "";
    }

    /** Takes an answer about a risk. */
    public void answer(String riskId, Answer answer) {
        Case c = editor.current();
        editor.keepFacts(c.withRisks(c.risks().with(riskId, answer)), "answer about " + name(riskId));
    }

    /** Takes words to a risk. */
    public void note(String riskId, String words) {
        Case c = editor.current();
        editor.keepFacts(c.withRisks(c.risks().withDetail(riskId, words)), "note about " + name(riskId));
    }

    /** Takes "no" for every question of a sort that has no answer yet: one step, for who asked them all. */
    public void noToTheRest(SafetyBook.Group group) {
        Case c = editor.current();
        Risks risks = c.risks();
        for (SafetyBook.Risk r : book.risks()) {
            if (r.group() == group && !r.presumed() && risks.answer(r.id()) == Answer.NOT_ASKED) {
                risks = risks.with(r.id(), Answer.NO);
            }
        }
        editor.keepFacts(c.withRisks(risks), "no to the rest");
    }

    /**
     * A treatment elsewhere as it is typed.
     *
     * @param product what
     * @param day an ISO date
     * @param amount with its unit; blank where nobody knows, which is never taken for nought
     * @param target where, as in the protocols; empty where nobody knows
     * @param side on which side
     */
    public record Elsewhere(Optional<Product> product, String day, String amount, String target, Laterality side) {}

    /** Adds a treatment elsewhere; answers with one sentence where something is missing or wrong. */
    public String add(Elsewhere typed, LocalDate today) {
        if (typed.product().isEmpty()) {
            return "Choose the product.";
        }
        LocalDate day;
        try {
            day = LocalDate.parse(typed.day().strip());
        } catch (DateTimeException e) {
            return "Enter the day of the treatment as year-month-day, such as 2026-03-31.";
        }
        if (day.isAfter(today)) {
            return "The day of the treatment is still to come. Correct it.";
        }
        Product product = typed.product().get();
        Optional<Rational> amount = Optional.empty();
        if (!typed.amount().isBlank()) {
            amount = DoseText.dose(TypedAmount.pointed(typed.amount())).filter(d -> d.unit() == product.doseUnit())
                    .map(Dose::amount).map(Rational::of);
            if (amount.isEmpty()) {
                return TypedAmount.refusal(typed.amount(), "Enter the amount in " + product.doseUnit().symbol()
                        + " with its unit, or leave it empty.");
            }
        }
        List<PriorTreatment> all = new ArrayList<>(editor.current().elsewhere());
        all.add(new PriorTreatment(day, product.substance(), product.injectateClass(), amount, product.doseUnit(),
                typed.target(), typed.side(), product.epinephrine(), PriorTreatment.TYPED_IN));
        editor.keepFacts(editor.current().withElsewhere(all), "treatment elsewhere");
        return "";
    }

    /** Takes a treatment elsewhere away that was typed by mistake. */
    public void remove(PriorTreatment treatment) {
        List<PriorTreatment> all = new ArrayList<>(editor.current().elsewhere());
        if (all.remove(treatment)) {
            editor.keepFacts(editor.current().withElsewhere(all), "removal of treatment elsewhere");
        }
    }

    private String name(String riskId) {
        return book.risk(riskId).map(SafetyBook.Risk::name).orElse(riskId);
    }
}
