package foramen.ui.outcome;

import foramen.domain.anatomy.Laterality;
import foramen.domain.assessment.Visit;
import foramen.domain.assessment.VisitWindow;
import foramen.domain.casefile.Case;
import foramen.domain.casefile.CaseId;
import foramen.ui.support.Workbench;
import foramen.workspace.assessment.AssessmentDesk;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Which visit is written in, and on which side. It is the latest of today, else a new one of now: what is written on a
 * later day, or after an injection, must never change what was found before.
 */
final class VisitAtHand {
    private final Workbench bench;
    private final AssessmentDesk desk;
    private final ZoneId zone;
    private CaseId caseId;
    private int procedures;
    private String chosen = "";
    /** The day on which that visit was turned to or last written in. */
    private LocalDate chosenOn;
    private Optional<Instant> freshTime = Optional.empty();
    private Optional<VisitWindow> freshWindow = Optional.empty();
    private Laterality side;

    VisitAtHand(Workbench bench, AssessmentDesk desk, ZoneId zone) {
        this.bench = bench;
        this.desk = desk;
        this.zone = zone;
        Case c = bench.casefile();
        caseId = c.id();
        side = oneSide(c);
        procedures = procedures(c);
        chosenOn = today();
        chooseLatest(c);
    }

    /** The identifier of the visit; empty while nothing is written in it. */
    String id() {
        return chosen;
    }

    /** The side examined. */
    Laterality side() {
        return side;
    }

    /** Says which side is examined. */
    void side(Laterality next) {
        side = next;
    }

    /** The visit as it is; a new one is of now unless its time was said. */
    Visit visit() {
        Case c = bench.casefile();
        return c.followUp().visit(chosen).orElseGet(() -> {
            Visit fresh = desk.begin(c, "", freshTime.orElseGet(bench.editor()::now), bench.editor().operator());
            return freshWindow.map(w -> fresh.withTime(fresh.at(), w)).orElse(fresh);
        });
    }

    /** Turns to a recorded visit, or with an empty identifier to a new one. */
    void choose(String visitId) {
        chosen = visitId;
        chosenOn = today();
        freshTime = Optional.empty();
        freshWindow = Optional.empty();
    }

    /** Says when it was. */
    void at(Instant time) {
        if (chosen.isEmpty()) {
            freshTime = Optional.of(time);
        } else {
            edit(v -> v.withTime(time, desk.windowAt(bench.casefile(), time)));
        }
    }

    /** Says which planned visit it stands for. */
    void window(VisitWindow window) {
        if (chosen.isEmpty()) {
            freshWindow = Optional.of(window);
        } else {
            edit(v -> v.withTime(v.at(), window));
        }
    }

    /** Changes the visit: one step of undo, unless nothing changes. A new one is in the case from then on. */
    void edit(UnaryOperator<Visit> change) {
        Visit before = visit();
        Visit after = change.apply(before);
        if (!after.equals(before)) {
            Visit kept = chosen.isEmpty() ? named(after) : after;
            chosen = kept.id();
            chosenOn = today();
            desk.record(bench.editor(), kept);
        }
    }

    /** Takes the visit out of the case. */
    void remove() {
        bench.casefile().followUp().visit(chosen).ifPresent(v -> {
            chosen = "";
            desk.remove(bench.editor(), v);
        });
        choose("");
    }

    /** Follows the case; says whether the visit at hand was left for another. */
    boolean follow(Case now) {
        int count = procedures(now);
        boolean other = !now.id().equals(caseId);
        boolean done = !other && count > procedures;
        if (other) {
            caseId = now.id();
            side = oneSide(now);
            chooseLatest(now);
        } else if (done) {
            // What is written after an injection must never become what was before it.
            choose("");
        } else if (side == Laterality.UNSPECIFIED) {
            side = oneSide(now);
        }
        procedures = count;
        if (!chosen.isEmpty() && now.followUp().visit(chosen).isEmpty()) {
            chosen = "";
        }
        return other || done;
    }

    /** Lets go of the visit of another day; says whether another one is at hand now. */
    boolean look() {
        if (chosenOn.equals(today())) {
            return false;
        }
        choose("");
        chooseLatest(bench.casefile());
        return true;
    }

    /** The side to treat, where it is one; of both sides none is the one examined first. */
    private static Laterality oneSide(Case c) {
        return c.side() == Laterality.BILATERAL ? Laterality.UNSPECIFIED : c.side();
    }

    private static int procedures(Case c) {
        return c.ledger().size() + c.followUp().events().size();
    }

    /** A visit of today goes on, unless something was done since. */
    private void chooseLatest(Case c) {
        Optional<Visit> last = c.followUp().visitsInTime().reversed().stream().findFirst();
        boolean today = last.filter(v -> day(v.at()).equals(today())).isPresent();
        boolean since = last.filter(v -> c.ledger().stream().anyMatch(l -> l.given().isAfter(v.at()))).isPresent();
        choose(today && !since ? last.orElseThrow().id() : "");
    }

    private LocalDate today() {
        return day(bench.editor().now());
    }

    private LocalDate day(Instant at) {
        return at.atZone(zone).toLocalDate();
    }

    private Visit named(Visit v) {
        return new Visit(bench.editor().newId(), v.at(), v.window(), v.examiner(), v.tests(), v.neuro(), v.redFlags(),
                v.pain(), v.hipAnswers(), v.hipScores(), v.note());
    }
}
