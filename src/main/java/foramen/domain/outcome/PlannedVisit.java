package foramen.domain.outcome;

import foramen.domain.assessment.VisitWindow;
import foramen.domain.outcome.DueVisit.State;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A planned visit as it stands at any time.
 *
 * @param procedure the procedure it follows
 * @param window which visit
 * @param opens its tolerance begins
 * @param due the day it is meant for
 * @param closes its tolerance ends
 * @param missed from when on nobody is called in for it any more, once it is closed
 * @param end from when on nobody waits for any visit of that procedure
 * @param done the first visit that stands for it
 */
record PlannedVisit(Procedure procedure, VisitWindow window, Instant opens, Instant due, Instant closes,
        Instant missed, Optional<Instant> end, Optional<Instant> done) {
    /** Where it stands at {@code now}; nothing where it was over before it could begin. */
    Optional<State> at(Instant now) {
        if (done.filter(d -> !d.isAfter(now)).isPresent()) {
            return Optional.of(State.DONE);
        }
        if (end.filter(opens::isAfter).isPresent()) {
            return Optional.empty();
        }
        return Optional.of(undone(now));
    }

    private State undone(Instant now) {
        if (now.isBefore(opens)) {
            return State.UPCOMING;
        }
        boolean ended = end.filter(e -> !now.isBefore(e)).isPresent();
        if (ended || (!now.isBefore(missed) && now.isAfter(closes))) {
            return State.MISSED;
        }
        return now.isAfter(closes) ? State.OVERDUE : State.DUE;
    }

    /** From then on it is neither due nor overdue any more; it may be before it opens. */
    Instant until() {
        Instant over = missed.isAfter(closes) ? missed : closes.plusNanos(1);
        return Stream.of(Optional.of(over), end, done).flatMap(Optional::stream).min(Instant::compareTo).orElse(over);
    }
}
