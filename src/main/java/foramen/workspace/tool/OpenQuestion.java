package foramen.workspace.tool;

import foramen.domain.clip.FrameRef;
import foramen.geometry.Point;
import foramen.job.JobRunner;
import foramen.workspace.tool.OutlineProposer.Answer;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** What a tool has asked of who proposes outlines; an answer counts only while the tool waits for it. */
final class OpenQuestion {
    private Optional<OutlineProposer> proposer = Optional.empty();
    private Optional<JobRunner.Handle> asked = Optional.empty();

    /** Gives it somebody to ask. */
    void use(OutlineProposer finder) {
        proposer = Optional.of(finder);
    }

    /** Nobody waits any more. */
    void drop() {
        asked.ifPresent(JobRunner.Handle::cancel);
        asked = Optional.empty();
    }

    /** Asks for the outline round {@code seed}; {@code waits} says whether the answer is still wanted. */
    void ask(FrameRef frame, Point seed, BooleanSupplier waits, Consumer<Answer> answered) {
        if (proposer.isEmpty()) {
            answered.accept(new Answer.Refused("Outlines cannot be proposed here; trace it by hand."));
            return;
        }
        JobRunner.Handle handle = proposer.get().propose(frame, seed, answer -> {
            if (waits.getAsBoolean()) {
                asked = Optional.empty();
                answered.accept(answer);
            }
        });
        // It may have been answered at once.
        if (waits.getAsBoolean()) {
            asked = Optional.of(handle);
        }
    }
}
