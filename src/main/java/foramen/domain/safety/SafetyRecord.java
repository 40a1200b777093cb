package foramen.domain.safety;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What was confirmed, decided and seen about the safety of one session.
 *
 * @param answers ticks of the checklist; of several for one item the last one holds
 * @param timeOut the stop before the needle
 * @param anticoagulation what was decided about medicines that thin the blood
 * @param observation how the patient was watched afterwards
 * @param complications what happened, or that nothing did
 * @param overrules alerts that were passed over with a reason
 */
public record SafetyRecord(List<CheckAnswer> answers, Optional<TimeOut> timeOut,
        Optional<Anticoagulation> anticoagulation, Optional<Observation> observation, List<Complication> complications,
        List<Overrule> overrules) {
    /** Nothing yet. */
    public static final SafetyRecord EMPTY = new SafetyRecord(List.of(), Optional.empty(), Optional.empty(),
            Optional.empty(), List.of(), List.of());

    /** Copies the lists. */
    public SafetyRecord {
        answers = List.copyOf(answers);
        complications = List.copyOf(complications);
        overrules = List.copyOf(overrules);
    }

    /** What was said to an item of the checklist. */
    public enum State {
        DONE, NOT_APPLICABLE, OPEN
    }

    /** An answer to an item, with a note why it does not apply. */
    public record CheckAnswer(String itemId, State state, String by, Instant at, String note) {}

    /** Who confirmed patient, procedure and side before the needle, and when. */
    public record TimeOut(String by, Instant at, String note) {}

    /** Drug, last dose, laboratory values and who decided; Foramen computes no stop days. */
    public record Anticoagulation(String drug, String lastDose, String inr, String platelets, String decision,
            String decidedBy, Instant at) {
        /** Whether the drug, the last dose and who decided are all said. */
        public boolean isComplete() {
            return !drug.isBlank() && !lastDose.isBlank() && !decidedBy.isBlank();
        }
    }

    /** How long the patient was watched, and whether the leg was strong before walking. */
    public record Observation(Instant from, Optional<Instant> until, State legStrength, String by, String note) {}

    /** Something that happened, by its id in {@code safety.json}. */
    public record Complication(String kindId, Instant noticed, String by, String note) {}

    /**
     * That an alert was passed over. It holds for that sentence only: where the figures change, so does the sentence,
     * and the alert speaks again.
     */
    public record Overrule(String alertKey, String sentence, String ruleVersion, String reason, String by,
            Instant at) {}

    /**
     * Without what was ticked, and the time-out that was held, on another day than {@code day}: the patient, the side and
     * the drugs on the table are confirmed anew each time.
     */
    public SafetyRecord confirmedOn(LocalDate day, ZoneId zone) {
        return new SafetyRecord(
                answers.stream().filter(a -> a.at().atZone(zone).toLocalDate().equals(day)).toList(),
                timeOut.filter(t -> t.at().atZone(zone).toLocalDate().equals(day)), anticoagulation, observation,
                complications, overrules);
    }

    /** The answer that holds for an item. */
    public Optional<CheckAnswer> answer(String itemId) {
        return answers.stream().filter(a -> a.itemId().equals(itemId)).reduce((a, b) -> b);
    }

    /** With one more answer; earlier ones stay legible. */
    public SafetyRecord with(CheckAnswer answer) {
        return new SafetyRecord(plus(answers, answer), timeOut, anticoagulation, observation, complications,
                overrules);
    }

    /** With the time-out. */
    public SafetyRecord with(TimeOut next) {
        return new SafetyRecord(answers, Optional.of(next), anticoagulation, observation, complications, overrules);
    }

    /** With the decision about anticoagulants. */
    public SafetyRecord with(Anticoagulation next) {
        return new SafetyRecord(answers, timeOut, Optional.of(next), observation, complications, overrules);
    }

    /** With the observation. */
    public SafetyRecord with(Observation next) {
        return new SafetyRecord(answers, timeOut, anticoagulation, Optional.of(next), complications, overrules);
    }

    /** With one more complication. */
    public SafetyRecord with(Complication next) {
        return new SafetyRecord(answers, timeOut, anticoagulation, observation, plus(complications, next), overrules);
    }

    /** With one more override. */
    public SafetyRecord with(Overrule next) {
        return new SafetyRecord(answers, timeOut, anticoagulation, observation, complications, plus(overrules, next));
    }

    private static <T> List<T> plus(List<T> list, T item) {
        List<T> all = new ArrayList<>(list);
        all.add(item);
        return all;
    }
}
