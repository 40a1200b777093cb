package foramen.domain.revision;

import foramen.domain.anatomy.Laterality;
import foramen.domain.annotation.Annotation;
import foramen.domain.assessment.CareEvent;
import foramen.domain.assessment.Visit;
import foramen.domain.casefile.Case;
import foramen.domain.casefile.ClipRef;
import foramen.domain.casefile.ImageRole;
import foramen.domain.casefile.ReferenceSite;
import foramen.domain.casefile.SameSettings;
import foramen.domain.clip.FrameRef;
import foramen.domain.clip.ManualCalibration;
import foramen.domain.injection.Injection;
import foramen.domain.injection.PriorTreatment;
import foramen.domain.patient.Patient;
import foramen.domain.plan.NeedlePlan;
import foramen.domain.revision.Subject.Kind;
import foramen.domain.safety.Risks;
import foramen.domain.session.Session;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Where things of one kind stand in a case, by their identifiers and in their order; together the slots are all of a case
 * but its identifier and when it was begun.
 *
 * @param <T> the things
 */
record Slot<T>(Kind kind, Function<Case, Map<String, T>> reader) {
    static final Slot<Patient> PATIENT = one(Kind.PATIENT, Case::patient);
    static final Slot<Laterality> SIDE = one(Kind.SIDE, Case::side);
    static final Slot<String> INDICATION = one(Kind.INDICATION, Case::indication);
    static final Slot<Risks> RISKS = one(Kind.RISKS, Case::risks);
    static final Slot<List<PriorTreatment>> ELSEWHERE = one(Kind.ELSEWHERE, Case::elsewhere);
    static final Slot<ClipRef> CLIPS = many(Kind.CLIP, Case::clips, ClipRef::sopInstanceUid);
    static final Slot<ManualCalibration> SCALES = many(Kind.SCALE, Case::calibrations, ManualCalibration::id);
    static final Slot<Annotation> ANNOTATIONS = many(Kind.ANNOTATION, Case::annotations, Annotation::id);
    static final Slot<NeedlePlan> PLANS = many(Kind.PLAN, Case::plans, NeedlePlan::id);
    static final Slot<Session> SESSIONS = many(Kind.SESSION, Case::sessions, Session::id);
    static final Slot<Injection> INJECTIONS = many(Kind.INJECTION, Case::ledger, Injection::id);
    static final Slot<Visit> VISITS = many(Kind.VISIT, c -> c.followUp().visits(), Visit::id);
    static final Slot<CareEvent> EVENTS = many(Kind.EVENT, c -> c.followUp().events(), CareEvent::id);
    static final Slot<String> SCHEDULE = one(Kind.SCHEDULE, c -> c.followUp().protocolId());
    static final Slot<FrameRef> IMAGES = new Slot<>(Kind.IMAGE, c -> {
        Map<String, FrameRef> all = new LinkedHashMap<>();
        for (ImageRole role : ImageRole.values()) {
            FrameRef frame = c.images().get(role);
            if (frame != null) {
                all.put(role.id(), frame);
            }
        }
        return all;
    });

    static final Slot<ReferenceSite> REFERENCES = many(Kind.REFERENCE, c -> c.statements().references(),
            ReferenceSite::id);

    static final Slot<SameSettings> SAME_SETTINGS = many(Kind.SAME_SETTINGS, c -> c.statements().sameSettings(),
            SameSettings::id);

    static final List<Slot<?>> ALL = List.of(PATIENT, SIDE, INDICATION, RISKS, ELSEWHERE, CLIPS, SCALES, ANNOTATIONS,
            PLANS, SESSIONS, INJECTIONS, VISITS, EVENTS, SCHEDULE, IMAGES, REFERENCES, SAME_SETTINGS);

    private static <T> Slot<T> one(Kind kind, Function<Case, T> reader) {
        return new Slot<>(kind, c -> Map.of("", reader.apply(c)));
    }

    private static <T> Slot<T> many(Kind kind, Function<Case, List<T>> reader, Function<T, String> id) {
        return new Slot<>(kind, c -> {
            Map<String, T> all = new LinkedHashMap<>();
            reader.apply(c).forEach(item -> all.put(id.apply(item), item));
            return all;
        });
    }

    Map<String, T> items(Case c) {
        return reader.apply(c);
    }
}
