package foramen.ui.shell;

import foramen.domain.anatomy.StructureCatalog;
import foramen.domain.annotation.Annotation;
import foramen.domain.annotation.Shape;
import foramen.domain.casefile.Case;
import foramen.domain.clip.ClipInfo;
import foramen.domain.clip.Scale;
import java.util.Optional;
import java.util.Set;

/** How far each step is, read off the case and the open clip. */
final class StepStates {
    private final Case casefile;
    private final Optional<ClipInfo> clip;
    private final Set<Step> alerts;
    private final Optional<Case> exported;

    /**
     * @param casefile the case
     * @param clip the open clip
     * @param alerts the steps that need attention
     * @param exported the case as it was when it was last exported
     */
    StepStates(Case casefile, Optional<ClipInfo> clip, Set<Step> alerts, Optional<Case> exported) {
        this.casefile = casefile;
        this.clip = clip;
        this.alerts = alerts;
        this.exported = exported.filter(e -> e.id().equals(casefile.id()));
    }

    StepState of(Step step) {
        return alerts.contains(step) ? StepState.ALERT : progress(step);
    }

    private StepState progress(Step step) {
        return switch (step) {
            case CLIPS -> clip.isPresent() ? StepState.COMPLETE : StepState.EMPTY;
            case OUTLINE -> outline();
            case MEASURE -> measure();
            case PLAN -> casefile.plans().isEmpty()
                    ? StepState.EMPTY
                    : casefile.plans().stream().allMatch(p -> p.needleId().isEmpty())
                            ? StepState.BEGUN
                            : StepState.COMPLETE;
            case LEDGER -> ledger();
            // Documents written before the last edit no longer tell the whole case.
            case EXPORT -> exported.map(e -> e.equals(casefile) ? StepState.COMPLETE : StepState.BEGUN)
                    .orElse(StepState.EMPTY);
        };
    }

    /** A session that is planned and not given yet is work begun, whatever was given before. */
    private StepState ledger() {
        if (casefile.sessions().stream().anyMatch(s -> !s.isClosed())) {
            return StepState.BEGUN;
        }
        return casefile.ledger().stream().anyMatch(l -> l.voided().isEmpty()) ? StepState.COMPLETE : StepState.EMPTY;
    }

    private StepState outline() {
        if (casefile.annotations().stream().noneMatch(StepStates::isOutline)) {
            return StepState.EMPTY;
        }
        return nerveOutlined() ? StepState.COMPLETE : StepState.BEGUN;
    }

    private StepState measure() {
        boolean measurable = casefile.annotations().stream().anyMatch(a -> a.shape().isMeasured());
        if (!measurable) {
            return StepState.EMPTY;
        }
        if (clip.filter(c -> casefile.calibrationOf(c).overallScale() instanceof Scale.Unknown).isPresent()) {
            return StepState.ALERT;
        }
        return nerveOutlined() ? StepState.COMPLETE : StepState.BEGUN;
    }

    private boolean nerveOutlined() {
        return casefile.annotations().stream()
                .anyMatch(a -> isOutline(a) && a.structureId().equals(StructureCatalog.SCIATIC_NERVE));
    }

    private static boolean isOutline(Annotation a) {
        return a.shape() instanceof Shape.Area;
    }
}
