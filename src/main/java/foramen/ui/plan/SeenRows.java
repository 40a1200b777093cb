package foramen.ui.plan;

import foramen.domain.casefile.Case;
import foramen.domain.measurement.Quantity;
import foramen.domain.measurement.Reading;
import foramen.domain.plan.ActualNeedle;
import foramen.domain.plan.ActualReading;
import foramen.domain.plan.NeedlePlan;
import foramen.domain.plan.NeedleReading;
import foramen.domain.plan.PlanAssessment;
import foramen.ui.support.Words;
import foramen.workspace.measure.CaseClips;
import foramen.workspace.measure.CaseReadings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The needle as it was seen beside what was planned, in words. */
final class SeenRows {
    private final CaseReadings readings;
    private final CaseClips clips;
    private final Words words;

    SeenRows(CaseReadings readings, CaseClips clips, Words words) {
        this.readings = readings;
        this.clips = clips;
        this.words = words;
    }

    /** All needles of a plan, each read at the scale of the clip it was seen on. */
    List<PlanState.SeenRow> of(NeedlePlan plan, PlanAssessment a, Case casefile) {
        List<PlanState.SeenRow> rows = new ArrayList<>();
        for (int i = 0; i < plan.detail().actual().size(); i++) {
            rows.add(row(i, plan, Optional.of(a), casefile));
        }
        return rows;
    }

    /** The needles of a plan that were seen on the clip {@code sopInstanceUid}, while the plan lies on another. */
    List<PlanState.SeenRow> on(String sopInstanceUid, NeedlePlan plan, Case casefile) {
        Optional<PlanAssessment> planned = clips.info(plan.frame().sopInstanceUid())
                .map(info -> readings.assess(plan, casefile, info));
        return IntStream.range(0, plan.detail().actual().size())
                .filter(i -> plan.detail().actual().get(i).frame().sopInstanceUid().equals(sopInstanceUid))
                .mapToObj(i -> row(i, plan, planned, casefile)).toList();
    }

    private PlanState.SeenRow row(int index, NeedlePlan plan, Optional<PlanAssessment> planned, Case casefile) {
        ActualNeedle seen = plan.detail().actual().get(index);
        String uid = seen.frame().sopInstanceUid();
        int target = Math.clamp(seen.targetNumber(), 1, plan.passes().size());
        String place = words.text("plan.seen.title", seen.targetNumber(), seen.frame().number());
        String title = uid.equals(plan.frame().sopInstanceUid())
                ? place
                : words.text("plan.seen.title.clip", place, ClipNames.of(uid, casefile, words));
        // The scale is the clip's own; another's would be a wrong millimetre.
        return clips.info(uid)
                .map(info -> row(index, target, title, readings.actual(plan, seen, casefile, info),
                        planned.map(a -> a.passes().get(target - 1).reading())))
                .map(r -> planned.isPresent()
                        ? r
                        : r.noting(words.said(clips.whyUnknown(plan.frame()
                                .sopInstanceUid()))))
                .orElseGet(() -> new PlanState.SeenRow(index, target, title, List.of(),
                        words.said(clips.whyUnknown(uid))));
    }

    private PlanState.SeenRow row(int index, int target, String title, ActualReading r,
            Optional<NeedleReading> planned) {
        List<PlanState.Compared> rows = new ArrayList<>();
        rows.add(new PlanState.Compared(words.of(Quantity.ANGLE_TO_SKIN),
                planned.map(p -> text(p.angleToSkin())).orElse("–"), text(r.angleToSkin())));
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
        return new PlanState.SeenRow(index, target, title, rows, spread);
    }

    private String sided(Reading r, String positive, String negative) {
        return r instanceof Reading.Measured m
                ? words.text(m.value() < 0 ? negative : positive,
                        words.length(Math.abs(m.value())))
                : text(r);
    }

    private String text(Reading r) {
        return words.value(r);
    }
}
