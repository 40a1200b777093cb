package foramen.domain.session.rules;

import foramen.domain.anatomy.Laterality;
import foramen.domain.injection.History;
import foramen.domain.patient.Patient.Weighing;
import foramen.domain.safety.Risks;
import foramen.domain.session.Session;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A session and all that is known beside it.
 *
 * @param session what is to be given
 * @param weightKg the patient's weight where known
 * @param weighing where the weight is from; empty where that was not recorded
 * @param sex {@code F}, {@code M}, {@code O} or empty
 * @param risks what the patient was asked and answered, red flags among it
 * @param caseSide the side of the case
 * @param imageSides what the images say about their side
 * @param planSides the sides of the needle plans, by their id
 * @param history what the patient was given before, without this session
 * @param earlier other sessions of the patient's courses
 * @param at when it is given, or was; empty where only the day is known
 * @param atNeedle whether the needle is at hand: then lots, checklist and time-out are asked for
 */
public record DoseQuestion(Session session, Optional<BigDecimal> weightKg, Optional<Weighing> weighing, String sex,
        Risks risks,
        Laterality caseSide, List<Laterality> imageSides, Map<String, Laterality> planSides, History history,
        List<Session> earlier, Optional<Instant> at, boolean atNeedle) {
    /** Copies the collections. */
    public DoseQuestion {
        imageSides = List.copyOf(imageSides);
        planSides = Map.copyOf(planSides);
        earlier = List.copyOf(earlier);
    }

    /** Of a session of which only the day is known. */
    public DoseQuestion(Session session, Optional<BigDecimal> weightKg, String sex, Risks risks, Laterality caseSide,
            List<Laterality> imageSides, Map<String, Laterality> planSides, History history, List<Session> earlier,
            boolean atNeedle) {
        this(session, weightKg, Optional.empty(), sex, risks, caseSide, imageSides, planSides, history, earlier,
                Optional.empty(), atNeedle);
    }
}
