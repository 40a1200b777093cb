package foramen.domain.casefile;

import foramen.domain.anatomy.Laterality;
import foramen.domain.annotation.Annotation;
import foramen.domain.assessment.FollowUp;
import foramen.domain.clip.Calibration;
import foramen.domain.clip.ClipInfo;
import foramen.domain.clip.FrameRef;
import foramen.domain.clip.ManualCalibration;
import foramen.domain.injection.Injection;
import foramen.domain.injection.PriorTreatment;
import foramen.domain.patient.Patient;
import foramen.domain.plan.NeedlePlan;
import foramen.domain.plan.PlanSides;
import foramen.domain.safety.Risks;
import foramen.domain.session.Session;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Everything about one patient's procedure, immutable: an edit makes another case.
 *
 * @param id its name in the store
 * @param created when it was begun
 * @param patient whom it is about
 * @param side the side to be treated
 * @param indication why, in words
 * @param clips the clips, in the order they were added
 * @param annotations what was drawn, oldest first
 * @param plans the needle plans, oldest first
 * @param ledger what was given, oldest first
 * @param calibrations the scales set by hand, oldest first; of several on one clip each holds in a place of its own
 * @param risks what the patient was asked and answered
 * @param sessions the procedure sessions, planned and done, oldest first
 * @param followUp visits, and what else happened
 * @param elsewhere what the patient was given elsewhere, as typed in, oldest first
 * @param images the frames that document the procedure, by what they show
 * @param statements what the operator states so that measurements can be set against one another
 */
public record Case(CaseId id, Instant created, Patient patient, Laterality side, String indication,
        List<ClipRef> clips, List<Annotation> annotations, List<NeedlePlan> plans, List<Injection> ledger,
        List<ManualCalibration> calibrations, Risks risks, List<Session> sessions, FollowUp followUp,
        List<PriorTreatment> elsewhere, Map<ImageRole, FrameRef> images, Statements statements) {
    /** Copies the collections. */
    public Case {
        clips = List.copyOf(clips);
        annotations = List.copyOf(annotations);
        plans = List.copyOf(plans);
        ledger = List.copyOf(ledger);
        calibrations = List.copyOf(calibrations);
        sessions = List.copyOf(sessions);
        elsewhere = List.copyOf(elsewhere);
        Map<ImageRole, FrameRef> ordered = new EnumMap<>(ImageRole.class);
        ordered.putAll(images);
        images = Collections.unmodifiableMap(ordered);
    }

    /** A case without treatments elsewhere, marked pictures and statements. */
    public Case(CaseId id, Instant created, Patient patient, Laterality side, String indication, List<ClipRef> clips,
            List<Annotation> annotations, List<NeedlePlan> plans, List<Injection> ledger,
            List<ManualCalibration> calibrations, Risks risks, List<Session> sessions, FollowUp followUp) {
        this(id, created, patient, side, indication, clips, annotations, plans, ledger, calibrations, risks, sessions,
                followUp, List.of(), Map.of(), Statements.NONE);
    }

    /** A case without risks, sessions and visits. */
    public Case(CaseId id, Instant created, Patient patient, Laterality side, String indication, List<ClipRef> clips,
            List<Annotation> annotations, List<NeedlePlan> plans, List<Injection> ledger,
            List<ManualCalibration> calibrations) {
        this(id, created, patient, side, indication, clips, annotations, plans, ledger, calibrations, Risks.UNKNOWN,
                List.of(), FollowUp.NONE);
    }

    /** A case without scales set by hand and without visits. */
    public Case(CaseId id, Instant created, Patient patient, Laterality side, String indication, List<ClipRef> clips,
            List<Annotation> annotations, List<NeedlePlan> plans, List<Injection> ledger) {
        this(id, created, patient, side, indication, clips, annotations, plans, ledger, List.of());
    }

    /** A case with nothing in it yet. */
    public static Case begin(CaseId id, Instant at) {
        return new Case(id, at, Patient.UNKNOWN, Laterality.UNSPECIFIED, "", List.of(), List.of(), List.of(),
                List.of());
    }

    /** The annotations on one frame. */
    public List<Annotation> annotationsOn(FrameRef frame) {
        return annotations.stream().filter(a -> a.frame().equals(frame)).toList();
    }

    /** The plans on one frame. */
    public List<NeedlePlan> plansOn(FrameRef frame) {
        return plans.stream().filter(p -> p.frame().equals(frame)).toList();
    }

    /** The scales set by hand on that clip, oldest first. */
    public List<ManualCalibration> calibrationsOf(String sopInstanceUid) {
        return calibrations.stream().filter(c -> c.drawnOn().sopInstanceUid().equals(sopInstanceUid)).toList();
    }

    /** The calibration of {@code clip} as it holds in this case: the file's, and what was set by hand. */
    public Calibration calibrationOf(ClipInfo clip) {
        return clip.calibration().withManual(calibrationsOf(clip.identity().sopInstanceUid()));
    }

    /** The clip of that name. */
    public Optional<ClipRef> clip(String sopInstanceUid) {
        return clips.stream().filter(c -> c.sopInstanceUid().equals(sopInstanceUid)).findFirst();
    }

    /** Whether anything lies on that clip: a drawing, a plan, a needle as seen or a scale set by hand. */
    public boolean uses(String sopInstanceUid) {
        return annotations.stream().anyMatch(a -> a.frame().sopInstanceUid().equals(sopInstanceUid))
                || plans.stream().anyMatch(p -> p.frame().sopInstanceUid().equals(sopInstanceUid) || p.detail().actual()
                        .stream().anyMatch(a -> a.frame().sopInstanceUid().equals(sopInstanceUid)))
                || !calibrationsOf(sopInstanceUid).isEmpty();
    }

    /**
     * The side that what lies on {@code clip} is of unless it says otherwise: of a case with one clip, the case's own. Of
     * a case with several, the clip's own and never the case's, for the side that is not treated is there to compare with.
     */
    public Laterality sideOn(ClipInfo clip) {
        return clips.size() > 1 ? sideOf(clip) : side;
    }

    /** The side that {@code clip} shows: as its file states, else as set for it in this case. */
    public Laterality sideOf(ClipInfo clip) {
        return clip.laterality() != Laterality.UNSPECIFIED
                ? clip.laterality()
                : clip(clip.identity().sopInstanceUid()).map(ClipRef::side).orElse(Laterality.UNSPECIFIED);
    }

    /** The sides that a plan on {@code clip} has to agree with. */
    public PlanSides sidesFor(ClipInfo clip) {
        return new PlanSides(side, sideOf(clip));
    }

    /** The annotation with that identifier. */
    public Optional<Annotation> annotation(String annotationId) {
        return annotations.stream().filter(a -> a.id().equals(annotationId)).findFirst();
    }

    /** The plan with that identifier. */
    public Optional<NeedlePlan> plan(String planId) {
        return plans.stream().filter(p -> p.id().equals(planId)).findFirst();
    }

    /** This case for another patient. */
    public Case withPatient(Patient next) {
        return change(c -> c.patient = next);
    }

    /** This case on another side. */
    public Case withSide(Laterality next) {
        return change(c -> c.side = next);
    }

    /** This case with another indication. */
    public Case withIndication(String next) {
        return change(c -> c.indication = next);
    }

    /** This case with {@code clip} added, or its location renewed where the case has it already. */
    public Case withClip(ClipRef clip) {
        return change(c -> c.clips = put(clips, clip, ClipRef::sopInstanceUid));
    }

    /**
     * This case without that clip.
     *
     * @throws IllegalArgumentException where something lies on it, which would then lie nowhere
     */
    public Case withoutClip(String sopInstanceUid) {
        if (uses(sopInstanceUid)) {
            throw new IllegalArgumentException("Something lies on clip " + sopInstanceUid);
        }
        return change(c -> {
            c.clips = without(clips, sopInstanceUid, ClipRef::sopInstanceUid);
            c.statements = statements.withoutClip(sopInstanceUid);
        });
    }

    /** This case under another identifier: a copy. */
    public Case withId(CaseId next) {
        return change(c -> c.id = next);
    }

    /** This case without the places of its clips' files, which name people and machines and mean nothing elsewhere. */
    public Case withoutPlaces() {
        return change(c -> c.clips = clips.stream().map(clip -> clip.at("")).toList());
    }

    /** This case with {@code annotation} added, or put in the place of the one with its identifier. */
    public Case withAnnotation(Annotation annotation) {
        return change(c -> c.annotations = put(annotations, annotation, Annotation::id));
    }

    /** This case with {@code all} in the place of its annotations: one step for many of them. */
    public Case withAnnotations(List<Annotation> all) {
        return change(c -> c.annotations = all);
    }

    /**
     * This case without the annotations that do not count, such as followed outlines that were rejected: what leaves the
     * workbench is made from it.
     */
    public Case counted() {
        return annotations.stream().allMatch(Annotation::counts)
                ? this
                : withAnnotations(annotations.stream().filter(Annotation::counts).toList());
    }

    /** This case without that annotation. */
    public Case withoutAnnotation(String annotationId) {
        return change(c -> c.annotations = without(annotations, annotationId, Annotation::id));
    }

    /** This case with {@code plan} added, or as the next version in the place of the one with its identifier. */
    public Case withPlan(NeedlePlan plan) {
        return change(c -> c.plans = put(plans, plan(plan.id()).map(plan::following).orElse(plan), NeedlePlan::id));
    }

    /** This case without that plan. */
    public Case withoutPlan(String planId) {
        return change(c -> c.plans = without(plans, planId, NeedlePlan::id));
    }

    /** This case with {@code line} recorded, or put in the place of the one with its identifier. */
    public Case withInjection(Injection line) {
        return change(c -> c.ledger = put(ledger, line, Injection::id));
    }

    /** This case with ledger and sessions of another state of it: what was given and confirmed is not undone. */
    public Case withLedgerOf(Case other) {
        return change(c -> {
            c.ledger = other.ledger;
            c.sessions = other.sessions;
        });
    }

    /** This case with the patient's weight, answers and treatments elsewhere of another state: such facts are not undone. */
    public Case withFactsOf(Case other) {
        return change(c -> {
            c.patient = new Patient(patient.name(), patient.id(), patient.birthDate(), patient.sex(),
                    other.patient.weightKg(), other.patient.weighing());
            c.risks = other.risks;
            c.elsewhere = other.elsewhere;
        });
    }

    /** This case with other answers about the patient's risks. */
    public Case withRisks(Risks next) {
        return change(c -> c.risks = next);
    }

    /** This case with {@code session} added, or put in the place of the one with its identifier. */
    public Case withSession(Session session) {
        return change(c -> c.sessions = put(sessions, session, Session::id));
    }

    /** The session with that identifier. */
    public Optional<Session> session(String sessionId) {
        return sessions.stream().filter(s -> s.id().equals(sessionId)).findFirst();
    }

    /** This case with {@code calibration} set, or put in the place of the one with its identifier. */
    public Case withCalibration(ManualCalibration calibration) {
        return change(c -> c.calibrations = put(calibrations, calibration, ManualCalibration::id));
    }

    /** This case without that scale, so that the file's own holds again. */
    public Case withoutCalibration(String calibrationId) {
        return change(c -> c.calibrations = without(calibrations, calibrationId, ManualCalibration::id));
    }

    /** This case with other visits and events. */
    public Case withFollowUp(FollowUp next) {
        return change(c -> c.followUp = next);
    }

    /** This case with {@code all} as what the patient was given elsewhere. */
    public Case withElsewhere(List<PriorTreatment> all) {
        return change(c -> c.elsewhere = all);
    }

    /** This case with {@code frame} as the picture of that role; a frame can stand for several. */
    public Case withImage(ImageRole role, FrameRef frame) {
        return change(c -> {
            c.images = new EnumMap<>(ImageRole.class);
            c.images.putAll(images);
            c.images.put(role, frame);
        });
    }

    /** This case without a picture of that role. */
    public Case withoutImage(ImageRole role) {
        return change(c -> {
            c.images = new EnumMap<>(ImageRole.class);
            c.images.putAll(images);
            c.images.remove(role);
        });
    }

    /** This case with other statements. */
    public Case withStatements(Statements next) {
        return change(c -> c.statements = next);
    }

    /** The roles that no picture is marked for, in order. */
    public List<ImageRole> missingImages() {
        return List.of(ImageRole.values()).stream().filter(r -> !images.containsKey(r)).toList();
    }

    private Case change(Consumer<Parts> edit) {
        Parts parts = new Parts(this);
        edit.accept(parts);
        return parts.joined();
    }

    /** The components while an edit is made: what it does not name stays as it was. */
    private static final class Parts {
        private final Case from;
        private CaseId id;
        private Patient patient;
        private Laterality side;
        private String indication;
        private List<ClipRef> clips;
        private List<Annotation> annotations;
        private List<NeedlePlan> plans;
        private List<Injection> ledger;
        private List<ManualCalibration> calibrations;
        private Risks risks;
        private List<Session> sessions;
        private FollowUp followUp;
        private List<PriorTreatment> elsewhere;
        private Map<ImageRole, FrameRef> images;
        private Statements statements;

        Parts(Case from) {
            this.from = from;
            id = from.id;
            patient = from.patient;
            side = from.side;
            indication = from.indication;
            clips = from.clips;
            annotations = from.annotations;
            plans = from.plans;
            ledger = from.ledger;
            calibrations = from.calibrations;
            risks = from.risks;
            sessions = from.sessions;
            followUp = from.followUp;
            elsewhere = from.elsewhere;
            images = from.images;
            statements = from.statements;
        }

        Case joined() {
            return new Case(id, from.created, patient, side, indication, clips, annotations, plans, ledger,
                    calibrations, risks, sessions, followUp, elsewhere, images, statements);
        }
    }

    private static <T> List<T> without(List<T> list, String id, Function<T, String> key) {
        return list.stream().filter(item -> !key.apply(item).equals(id)).toList();
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
