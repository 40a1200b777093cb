package foramen.ui.shell;

import foramen.domain.anatomy.StructureCatalog;
import foramen.domain.annotation.Annotation;
import foramen.domain.annotation.Shape;
import foramen.domain.assessment.CareEvent;
import foramen.domain.assessment.FollowUp;
import foramen.domain.assessment.RedFlagScreen;
import foramen.domain.casefile.Case;
import foramen.domain.clip.ClipInfo;
import foramen.domain.clip.Scale;
import foramen.domain.injection.Injection;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

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
            case ASSESS -> assess();
            case OUTLINE -> outline();
            case MEASURE -> measure();
            case PLAN -> casefile.plans().isEmpty()
                    ? StepState.EMPTY
                    : casefile.plans().stream().allMatch(p -> p.needleId().isEmpty())
                            ? StepState.BEGUN
                            : StepState.COMPLETE;
            case LEDGER -> ledger();
            case FOLLOW -> follow();
            // Documents written before the last edit no longer tell the whole case.
            case EXPORT -> exported.map(e -> e.equals(casefile) ? StepState.COMPLETE : StepState.BEGUN)
                    .orElse(StepState.EMPTY);
        };
    }

    /** A red flag needs attention whether its page was looked at or not. */
    private StepState assess() {
        FollowUp course = casefile.followUp();
        Optional<RedFlagScreen> flags = course.redFlags();
        if (flags.filter(f -> !f.present().isEmpty()).isPresent()) {
            return StepState.ALERT;
        }
        boolean pain = course.visits().stream().anyMatch(v -> !v.pain().isEmpty());
        boolean tests = course.visits().stream().anyMatch(v -> !v.tests().isEmpty());
        return course.visits().isEmpty()
                ? StepState.EMPTY
                : flags.isPresent() && pain && tests ? StepState.COMPLETE : StepState.BEGUN;
    }

    private StepState follow() {
        Optional<Instant> last = Stream.concat(
                casefile.ledger().stream().filter(l -> l.voided().isEmpty()).map(Injection::given),
                casefile.followUp().events().stream()
                        .filter(e -> e.kind() == CareEvent.Kind.SURGERY || e.kind() == CareEvent.Kind.CONSERVATIVE_CARE)
                        .map(CareEvent::at))
                .max(Comparator.naturalOrder());
        if (last.isEmpty()) {
            return casefile.followUp().events().isEmpty() ? StepState.EMPTY : StepState.BEGUN;
        }
        return casefile.followUp().visits().stream().anyMatch(v -> v.at().isAfter(last.get()))
                ? StepState.COMPLETE
                : StepState.BEGUN;
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
