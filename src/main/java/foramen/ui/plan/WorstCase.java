package foramen.ui.plan;

import foramen.domain.annotation.Annotation;
import foramen.domain.casefile.Case;
import foramen.domain.clip.Calibration;
import foramen.domain.clip.ClipInfo;
import foramen.domain.plan.Fan;
import foramen.domain.plan.NeedlePlan;
import foramen.domain.plan.PlanAssessment;
import foramen.job.JobRunner;
import foramen.ui.support.Words;
import foramen.workspace.measure.CaseReadings;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Assesses plans whose worst case is taken over a range of frames, in a job: thousands of outlines take longer than a
 * picture of the screen lasts. One job at a time; what was asked for meanwhile is asked for when it is over.
 */
final class WorstCase {
    private final CaseReadings readings;
    private final JobRunner jobs;
    private final Words words;
    private final Runnable onChange;
    private Optional<Answer> last = Optional.empty();
    private Optional<Question> asked = Optional.empty();
    private boolean running;
    private String failure = "";

    /**
     * @param readings of its own, so that what it has laid out is not the one of the frame in view
     * @param jobs where it runs
     * @param words names the job
     * @param onChange told when an answer has come
     */
    WorstCase(CaseReadings readings, JobRunner jobs, Words words, Runnable onChange) {
        this.readings = readings;
        this.jobs = jobs;
        this.words = words;
        this.onChange = onChange;
    }

    private record Question(NeedlePlan plan, Calibration calibration, List<Annotation> annotations, Case casefile,
            ClipInfo clip) {
        static Question of(NeedlePlan plan, Case casefile, ClipInfo clip) {
            return new Question(plan, casefile.calibrationOf(clip), casefile.annotations(), casefile, clip);
        }

        boolean is(Question o) {
            // The lists of a case are shared between its states as long as nobody changes them.
            return annotations == o.annotations && plan.equals(o.plan)
                    && calibration.manual().equals(o.calibration.manual())
                    && calibration.file().equals(o.calibration.file());
        }
    }

    private record Answer(Question question, PlanAssessment assessment, List<Fan> fans) {}

    /**
     * What is known of a plan's worst case.
     *
     * @param assessment the last one of this plan; empty before the first
     * @param fans from where each target can be reached on all frames, for that assessment
     * @param current whether it is of the plan as it is now
     * @param failure why there is none; empty where nothing failed
     */
    record Known(Optional<PlanAssessment> assessment, List<Fan> fans, boolean current, String failure) {
        /** Nothing is asked: the plan is of its own frame alone. */
        static final Known NOT_ASKED = new Known(Optional.empty(), List.of(), true, "");
    }

    /** What is known now; asks for what is not. */
    Known of(NeedlePlan plan, Case casefile, ClipInfo clip) {
        Question question = Question.of(plan, casefile, clip);
        if (!answered(question) && asked.filter(q -> q.is(question)).isEmpty()) {
            asked = Optional.of(question);
            failure = "";
            start();
        }
        Optional<Answer> known = last.filter(a -> a.question().plan().id().equals(plan.id()));
        return new Known(known.map(Answer::assessment), known.map(Answer::fans).orElse(List.of()), answered(question),
                failure);
    }

    private boolean answered(Question question) {
        return last.filter(a -> a.question().is(question)).isPresent();
    }

    private Answer answer(Question q) {
        return new Answer(q, readings.assess(q.plan(), q.casefile(), q.clip()),
                IntStream.rangeClosed(1, q.plan().passes().size())
                        .mapToObj(n -> readings.fan(q.plan(), n, q.casefile(), q.clip())).toList());
    }

    private void start() {
        if (running || asked.isEmpty()) {
            return;
        }
        Question now = asked.get();
        running = true;
        jobs.start(words.text("plan.worst.job"), p -> answer(now), a -> done(now, Optional.of(a), ""),
                e -> done(now, Optional.empty(), words.text("plan.worst.failed")));
    }

    private void done(Question question, Optional<Answer> answer, String why) {
        running = false;
        last = answer.or(() -> last);
        if (asked.filter(q -> q.is(question)).isPresent()) {
            failure = why;
        } else {
            start();
        }
        onChange.run();
    }
}
