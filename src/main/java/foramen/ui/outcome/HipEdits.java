package foramen.ui.outcome;

import foramen.domain.assessment.HarrisAnswers;
import foramen.domain.assessment.HarrisSheet;
import foramen.ui.support.Decimals;
import foramen.ui.support.Words;
import foramen.workspace.assessment.AssessmentDesk;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Writes the answers and measures of the Harris Hip Score. */
public final class HipEdits {
    private final VisitAtHand hand;
    private final HarrisSheet sheet;
    private final AssessmentDesk desk;
    private final Words words;

    HipEdits(VisitAtHand hand, HarrisSheet sheet, AssessmentDesk desk, Words words) {
        this.hand = hand;
        this.sheet = sheet;
        this.desk = desk;
        this.words = words;
    }

    /** Says an item of the hip score. */
    public void choose(String itemId, String optionId) {
        change(a -> a.withChoice(itemId, optionId));
    }

    /** Takes a measure of the hip score; answers with one sentence where it is none. */
    public String type(String measureId, String typed) {
        Optional<BigDecimal> value = Decimals.parse(typed).filter(v -> v.signum() >= 0);
        if (typed.isBlank()) {
            change(a -> {
                Map<String, BigDecimal> rest = new HashMap<>(a.measures());
                rest.remove(measureId);
                return new HarrisAnswers(a.romRule(), a.deformityRule(), a.choices(), rest);
            });
            return "";
        }
        if (value.isEmpty()) {
            return words.text("hip.complaint");
        }
        change(a -> a.withMeasure(measureId, value.get()));
        return "";
    }

    /** Chooses the rules by which motion and deformity are counted. */
    public void chooseRules(String rom, String deformity) {
        change(a -> a.withRules(rom, deformity));
    }

    private void change(UnaryOperator<HarrisAnswers> change) {
        hand.edit(v -> desk.withHip(v, change.apply(v.hipAnswers().orElseGet(sheet::blank))));
    }
}
