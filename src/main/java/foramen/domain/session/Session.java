package foramen.domain.session;

import foramen.domain.anatomy.Laterality;
import foramen.domain.injection.Syringe;
import foramen.domain.safety.SafetyRecord;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * One procedure session, planned or done. What was given is in the ledger's lines, made from here once and for all.
 *
 * @param id stable identifier
 * @param course which session of which course
 * @param date the day it is planned for, or was
 * @param side the side to be treated
 * @param profileId the jurisdiction whose maxima hold; empty for the first one
 * @param syringes what is drawn up
 * @param aliquots where it goes
 * @param safety what was confirmed, decided and seen
 * @param status how far it is
 * @param closed when it was given or stopped
 * @param operator who does it
 * @param note free words; why it was stopped
 */
public record Session(String id, Course course, LocalDate date, Laterality side, String profileId,
        List<Syringe> syringes, List<Aliquot> aliquots, SafetyRecord safety, Status status, Optional<Instant> closed,
        String operator, String note) {
    /** Copies the lists. */
    public Session {
        syringes = List.copyOf(syringes);
        aliquots = List.copyOf(aliquots);
    }

    /** How far a session is. */
    public enum Status {
        PLANNED, GIVEN,
        /** Ended before everything was given; the portions are those that were. */
        STOPPED
    }

    /** A session with nothing in it. */
    public static Session plan(String id, Course course, LocalDate date, Laterality side, String operator) {
        return new Session(id, course, date, side, "", List.of(), List.of(), SafetyRecord.EMPTY, Status.PLANNED,
                Optional.empty(), operator, "");
    }

    /** Whether it is over: what was drawn up and given does not change any more. */
    public boolean isClosed() {
        return status != Status.PLANNED;
    }

    /** Whether it may be kept as {@code next}: once closed, only what is noted of its safety may change. */
    public boolean mayBecome(Session next) {
        return isClosed() ? withSafety(next.safety()).equals(next) : !next.isClosed();
    }

    /** The syringe with that name. */
    public Optional<Syringe> syringe(String syringeId) {
        return syringes.stream().filter(s -> s.id().equals(syringeId)).findFirst();
    }

    /** What is left of a syringe when all its portions are given, mL; below nought where it does not suffice. */
    public BigDecimal leftMl(Syringe syringe) {
        return aliquots.stream().filter(a -> a.syringeId().equals(syringe.id())).map(Aliquot::volumeMl)
                .reduce(syringe.volumeMl(), BigDecimal::subtract);
    }

    /** With a syringe added, or in the place of the one of its name. */
    public Session with(Syringe syringe) {
        return withSyringes(put(syringes, syringe, Syringe::id));
    }

    /** With other syringes. */
    public Session withSyringes(List<Syringe> next) {
        return new Session(id, course, date, side, profileId, next, aliquots, safety, status, closed, operator, note);
    }

    /** With a portion added, or in the place of the one of its name. */
    public Session with(Aliquot aliquot) {
        return withAliquots(put(aliquots, aliquot, Aliquot::id));
    }

    /** With other portions. */
    public Session withAliquots(List<Aliquot> next) {
        return new Session(id, course, date, side, profileId, syringes, next, safety, status, closed, operator, note);
    }

    /** With another record of its safety. */
    public Session withSafety(SafetyRecord next) {
        return new Session(id, course, date, side, profileId, syringes, aliquots, next, status, closed, operator, note);
    }

    /** On another day. */
    public Session withDate(LocalDate next) {
        return new Session(id, course, next, side, profileId, syringes, aliquots, safety, status, closed, operator,
                note);
    }

    /** On another side. */
    public Session withSide(Laterality next) {
        return new Session(id, course, date, next, profileId, syringes, aliquots, safety, status, closed, operator,
                note);
    }

    /** By another operator. */
    public Session withOperator(String next) {
        return new Session(id, course, date, side, profileId, syringes, aliquots, safety, status, closed, next, note);
    }

    /** After the maxima of another jurisdiction. */
    public Session withProfile(String next) {
        return new Session(id, course, date, side, next, syringes, aliquots, safety, status, closed, operator, note);
    }

    /** Over, and how. */
    public Session closed(Status next, Instant at, String words) {
        return new Session(id, course, date, side, profileId, syringes, aliquots, safety, next, Optional.of(at),
                operator, words);
    }

    private static <T> List<T> put(List<T> list, T item, Function<T, String> key) {
        List<T> next = new ArrayList<>(list);
        for (int i = 0; i < next.size(); i++) {
            if (key.apply(next.get(i)).equals(key.apply(item))) {
                next.set(i, item);
                return next;
            }
        }
        next.add(item);
        return next;
    }
}
