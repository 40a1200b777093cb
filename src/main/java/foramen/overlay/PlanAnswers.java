package foramen.overlay;

import foramen.domain.casefile.Case;
import foramen.domain.clip.ClipInfo;
import foramen.domain.plan.Fan;
import foramen.domain.plan.NeedlePlan;
import foramen.domain.plan.PlanAssessment;
import java.util.List;
import java.util.Optional;

/** Who has worked out plans over a range of frames, which takes longer than a picture of the screen lasts. */
@FunctionalInterface
public interface PlanAnswers {
    /**
     * The answer for a plan exactly as it is in {@code casefile}; empty while it is being worked out. Never waits.
     *
     * @param clip the clip the plan lies on
     */
    Optional<Answer> answer(NeedlePlan plan, Case casefile, ClipInfo clip);

    /**
     * What was worked out.
     *
     * @param assessment all that follows from the plan
     * @param fans from where each target can be reached on all frames
     */
    record Answer(PlanAssessment assessment, List<Fan> fans) {
        /** Copies the fans. */
        public Answer {
            fans = List.copyOf(fans);
        }
    }
}
