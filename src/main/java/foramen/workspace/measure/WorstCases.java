package foramen.workspace.measure;

import foramen.domain.annotation.Annotation;
import foramen.domain.casefile.Case;
import foramen.domain.clip.Calibration;
import foramen.domain.clip.ClipInfo;
import foramen.domain.plan.Fan;
import foramen.domain.plan.NeedlePlan;
import foramen.domain.plan.PlanAssessment;
import foramen.job.JobRunner;
import foramen.overlay.PlanAnswers;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;

/**
 * Assesses plans whose worst case is taken over a range of frames, in a job: thousands of outlines take longer than a
 * picture of the screen lasts. One job at a time; what was asked for meanwhile is asked for when it is over, of each plan
 * only as it was last. Lives on the runner's home thread.
 */
public final class WorstCases implements PlanAnswers {
    /** Plans of which an answer is kept; more are not looked at in one sitting (engineering default). */
    private static final int KEPT = 16;

    private final CaseReadings readings;
    private final JobRunner jobs;
    private final String jobName;
    private final ReadOnlyIntegerWrapper changes = new ReadOnlyIntegerWrapper();
    private final Map<String, Answered> last = new LinkedHashMap<>();
    private final Map<String, Question> asked = new LinkedHashMap<>();
    private final Map<String, Question> failed = new HashMap<>();
    private boolean running;

    /**
     * @param readings of its own, so that what it has laid out is not the one of the frame in view
     * @param jobs where it runs
     * @param jobName what the job is called
     */
    public WorstCases(CaseReadings readings, JobRunner jobs, String jobName) {
        this.readings = readings;
        this.jobs = jobs;
        this.jobName = jobName;
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

    private record Answered(Question question, PlanAnswers.Answer answer) {}

    /**
     * What is known of a plan's worst case.
     *
     * @param assessment the last one of this plan; empty before the first
     * @param fans from where each target can be reached on all frames, for that assessment
     * @param current whether it is of the plan as it is now
     * @param failed whether it could not be worked out
     */
    public record Known(Optional<PlanAssessment> assessment, List<Fan> fans, boolean current, boolean failed) {
        /** Nothing is asked: the plan is of its own frame alone. */
        public static final Known NOT_ASKED = new Known(Optional.empty(), List.of(), true, false);
    }

    /** Counts up whenever an answer has come, or could not be had. */
    public ReadOnlyIntegerProperty changesProperty() {
        return changes.getReadOnlyProperty();
    }

    /** What is known now; asks for what is not. */
    public Known of(NeedlePlan plan, Case casefile, ClipInfo clip) {
        if (plan.detail().range().isEmpty()) {
            return Known.NOT_ASKED;
        }
        Question question = Question.of(plan, casefile, clip);
        if (!isAnswered(question) && !isBroken(question)) {
            ask(question);
        }
        // Read after asking: where there is nothing to wait for, the answer is there by now.
        Optional<Answer> known = Optional.ofNullable(last.get(plan.id())).map(Answered::answer);
        return new Known(known.map(Answer::assessment), known.map(Answer::fans).orElse(List.of()),
                isAnswered(question), isBroken(question));
    }

    private boolean isAnswered(Question question) {
        Answered answered = last.get(question.plan().id());
        return answered != null && answered.question().is(question);
    }

    private boolean isBroken(Question question) {
        Question broken = failed.get(question.plan().id());
        return broken != null && broken.is(question);
    }

    @Override
    public Optional<Answer> answer(NeedlePlan plan, Case casefile, ClipInfo clip) {
        Known known = of(plan, casefile, clip);
        return known.assessment().filter(a -> known.current()).map(a -> new Answer(a, known.fans()));
    }

    private void ask(Question question) {
        String id = question.plan().id();
        if (Optional.ofNullable(asked.get(id)).filter(question::is).isEmpty()) {
            asked.put(id, question);
            failed.remove(id);
            start();
        }
    }

    private Answered work(Question q) {
        return new Answered(q, new Answer(readings.assess(q.plan(), q.casefile(), q.clip()),
                IntStream.rangeClosed(1, q.plan().passes().size())
                        .mapToObj(n -> readings.fan(q.plan(), n, q.casefile(), q.clip())).toList()));
    }

    private void start() {
        if (running || asked.isEmpty()) {
            return;
        }
        Question now = asked.values().iterator().next();
        running = true;
        jobs.start(jobName, p -> work(now), a -> done(now, Optional.of(a)), e -> done(now, Optional.empty()));
    }

    private void done(Question question, Optional<Answered> answer) {
        running = false;
        String id = question.plan().id();
        answer.ifPresentOrElse(a -> keep(id, a), () -> failed.put(id, question));
        if (Optional.ofNullable(asked.get(id)).filter(question::is).isPresent()) {
            asked.remove(id);
        }
        start();
        changes.set(changes.get() + 1);
    }

    private void keep(String id, Answered answer) {
        // Read last goes to the end, so that the one nobody looked at longest is let go.
        last.remove(id);
        last.put(id, answer);
        if (last.size() > KEPT) {
            last.remove(last.keySet().iterator().next());
        }
    }
}
