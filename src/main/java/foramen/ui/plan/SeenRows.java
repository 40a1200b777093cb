package foramen.ui.plan;

import foramen.domain.casefile.Case;
import foramen.domain.clip.ClipInfo;
import foramen.domain.measurement.Quantity;
import foramen.domain.measurement.Reading;
import foramen.domain.plan.ActualNeedle;
import foramen.domain.plan.ActualReading;
import foramen.domain.plan.NeedlePlan;
import foramen.domain.plan.NeedleReading;
import foramen.domain.plan.PlanAssessment;
import foramen.ui.support.Words;
import foramen.workspace.measure.CaseReadings;
import java.util.ArrayList;
import java.util.List;

/** The needle as it was seen beside what was planned, in words. */
final class SeenRows {
    private final CaseReadings readings;
    private final Words words;

    SeenRows(CaseReadings readings, Words words) {
        this.readings = readings;
        this.words = words;
    }

    List<PlanState.SeenRow> of(NeedlePlan plan, PlanAssessment a, Case casefile, ClipInfo clip) {
        List<PlanState.SeenRow> rows = new ArrayList<>();
        List<ActualNeedle> all = plan.detail().actual();
        for (int i = 0; i < all.size(); i++) {
            ActualNeedle seen = all.get(i);
            String title = words.text("plan.seen.title", seen.targetNumber(), seen.frame().number());
            if (!seen.frame().sopInstanceUid().equals(clip.identity().sopInstanceUid())) {
                // The scale is the clip's own; another's would be a wrong millimetre.
                rows.add(new PlanState.SeenRow(i, title, List.of(), words.text("plan.seen.elsewhere")));
                continue;
            }
            int target = Math.clamp(seen.targetNumber(), 1, a.passes().size());
            rows.add(row(i, title, readings.actual(plan, seen, casefile, clip),
                    a.passes().get(target - 1).reading()));
        }
        return rows;
    }

    private PlanState.SeenRow row(int index, String title, ActualReading r, NeedleReading planned) {
        List<PlanState.Compared> rows = new ArrayList<>();
        rows.add(new PlanState.Compared(words.of(Quantity.ANGLE_TO_SKIN), text(planned.angleToSkin()),
                text(r.angleToSkin())));
        rows.add(new PlanState.Compared(words.of(Quantity.TIP_ERROR), "", text(r.tipError())));
        rows.add(new PlanState.Compared(words.of(Quantity.TIP_ERROR_DEPTH), "",
                sided(r.depthError(), "plan.seen.deep", "plan.seen.shallow")));
        rows.add(new PlanState.Compared(words.of(Quantity.TIP_ERROR_LATERAL), "",
                sided(r.lateralError(), "plan.seen.right", "plan.seen.left")));
        String spread = r.spreadArea()
                .map(area -> words.text(r.targetInSpread().orElse(false)
                        ? "plan.seen.spread.reached"
                        : "plan.seen.spread.missed", text(area)))
                .orElse("");
        return new PlanState.SeenRow(index, title, rows, spread);
    }

    private String sided(Reading r, String positive, String negative) {
        return r instanceof Reading.Measured m
                ? words.text(m.value() < 0 ? negative : positive,
                        Dimension.mm(Math.abs(m.value()), words.locale()))
                : text(r);
    }

    private String text(Reading r) {
        return r.text(words.locale());
    }
}
