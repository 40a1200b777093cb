package foramen.ui.ledger;

import foramen.domain.anatomy.Laterality;
import foramen.domain.casefile.Case;
import foramen.domain.casefile.CaseId;
import foramen.domain.injection.Alert;
import foramen.domain.injection.AlertKind;
import foramen.domain.injection.History;
import foramen.domain.injection.PriorTreatments;
import foramen.domain.injection.Rational;
import foramen.domain.patient.Patient;
import foramen.domain.plan.NeedlePlan;
import foramen.domain.safety.LastCard;
import foramen.domain.safety.SafetyRecord.Anticoagulation;
import foramen.domain.safety.SafetyRecord.CheckAnswer;
import foramen.domain.safety.SafetyRecord.Complication;
import foramen.domain.safety.SafetyRecord.Observation;
import foramen.domain.safety.SafetyRecord.State;
import foramen.domain.session.DoseBook;
import foramen.domain.session.Protocol;
import foramen.domain.session.Session;
import foramen.job.JobRunner;
import foramen.ui.support.Words;
import foramen.ui.support.Workbench;
import foramen.workspace.edit.SaveState;
import foramen.workspace.ledger.Mixture;
import foramen.workspace.ledger.PatientFacts;
import foramen.workspace.ledger.SessionDesk;
import foramen.workspace.ledger.SessionDesk.Surroundings;
import foramen.workspace.ledger.SessionWork;
import foramen.workspace.ledger.StoredTreatments;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

/**
 * A session planned, checked and given, and what was given before. It holds no draft of its own: each edit is kept in the
 * case at once, and what is shown is read off the case.
 */
public final class LedgerViewModel {
    /** What is only not said yet: work begun, and nothing wrong. */
    private static final Set<AlertKind> UNFINISHED = EnumSet.of(AlertKind.SITE_MISSING, AlertKind.SYRINGE_EMPTY,
            AlertKind.SIDE_MISSING);

    private final Workbench bench;
    private final Words words;
    private final SessionDesk desk;
    private final SessionWork work;
    private final PatientFacts facts;
    private final Mixture mixture;
    private final PriorTreatments prior;
    private final JobRunner jobs;
    private final ZoneId zone;
    private final LedgerWords lines;
    private final ObjectProperty<LedgerPart> part = new SimpleObjectProperty<>(LedgerPart.MIXTURE);
    private final ReadOnlyObjectWrapper<LedgerState> state;
    private History history;
    /** Whose history was asked for: patient and case. */
    private List<String> askedFor = List.of();
    private String said = "";

    /**
     * @param bench the case
     * @param desk plans, checks and closes sessions
     * @param prior what the store has of the patient's other cases; asked in a job
     * @param jobs runs that job
     * @param zone the clinic's time zone
     */
    public LedgerViewModel(Workbench bench, SessionDesk desk, PriorTreatments prior, JobRunner jobs, ZoneId zone) {
        this.bench = bench;
        this.words = bench.words();
        this.desk = desk;
        this.work = new SessionWork(bench.editor(), desk, zone);
        this.facts = new PatientFacts(bench.editor(), desk.book().safety());
        this.mixture = new Mixture(desk.book().products());
        this.prior = prior;
        this.jobs = jobs;
        this.zone = zone;
        this.lines = new LedgerWords(words, zone);
        this.history = StoredTreatments.unread();
        this.state = new ReadOnlyObjectWrapper<>(this, "state", compute());
        readHistory(false);
        bench.editor().caseProperty().addListener((o, was, now) -> {
            if (!was.id().equals(now.id())) {
                said = "";
                part.set(LedgerPart.MIXTURE);
            }
            readHistory(false);
            refresh();
        });
        bench.clip().addListener((o, was, now) -> refresh());
    }

    /** What to show. */
    public ReadOnlyObjectProperty<LedgerState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** What to show now. */
    public LedgerState state() {
        return state.get();
    }

    /** Which leaf of the page is in view. */
    public ObjectProperty<LedgerPart> partProperty() {
        return part;
    }

    /** The data files. */
    public DoseBook book() {
        return desk.book();
    }

    /** What the window says. */
    public Words words() {
        return words;
    }

    /** Edits of the planned session. */
    public SessionWork work() {
        return work;
    }

    /** Edits of what is known of the patient. */
    public PatientFacts facts() {
        return facts;
    }

    /** Reads what is typed of a product. */
    public Mixture mixture() {
        return mixture;
    }

    /** The needle plans that a portion can follow. */
    public List<NeedlePlan> plans() {
        return bench.casefile().plans();
    }

    /** The lipid by the weight that holds for it; empty where that is not known. */
    public Optional<LastCard.Doses> lipid() {
        return lipidWeightKg().map(book().safety().last()::doses);
    }

    /**
     * The weight that the lipid goes by, kg to a tenth: the ideal one, or the body weight where that is less. Empty where
     * weight or height is not known, because the body weight alone may be far above the ideal one.
     */
    public Optional<BigDecimal> lipidWeightKg() {
        Patient p = bench.casefile().patient();
        return p.weightKg().filter(kg -> kg.signum() > 0)
                .flatMap(kg -> bench.casefile().risks().heightCm()
                        .map(cm -> book().limits().idealWeight().kg(cm, p.sex()).min(Rational.of(kg)).decimal(1)));
    }

    /** Whether the patient's weight is known, with the height or without. */
    public boolean isWeighed() {
        return bench.casefile().patient().weightKg().isPresent();
    }

    /** Whether the session as it stands has something that must not be, whatever is still open before the needle. */
    public boolean needsAttention() {
        return work.planned()
                .map(s -> desk.check(desk.today(s, now()), bench.casefile(), around(), false).blocking().stream()
                        .anyMatch(a -> a.severity() == Alert.Severity.STOP && !UNFINISHED.contains(a.kind())))
                .orElse(false);
    }

    /** Begins the next session of a protocol, or of none. */
    public void begin(Optional<Protocol> protocol) {
        readHistory(true);
        work.begin(protocol);
        say("");
    }

    /** Today in the clinic. */
    public LocalDate today() {
        return now().atZone(zone).toLocalDate();
    }

    /** Answers an item of the checklist; an item that does not apply needs a reason. */
    public void check(String itemId, State answer, String note, boolean after) {
        CheckAnswer next = new CheckAnswer(itemId, answer, operator(), now(), note.strip());
        if (after) {
            work.noteAfter(r -> r.with(next), "checklist");
        } else {
            work.note(r -> r.with(next), "checklist");
        }
    }

    /** Records the time-out; answers with one sentence where nobody is named who holds it. */
    public String timeOut() {
        return words.said(work.timeOut(operator()));
    }

    /** Date and time in the clinic. */
    String when(Instant at) {
        return lines.when(at);
    }

    /** Records what was decided about medicines that thin the blood. */
    public void anticoagulation(String drug, String lastDose, String inr, String platelets, String decision,
            String by) {
        work.note(r -> r.with(new Anticoagulation(drug.strip(), lastDose.strip(), inr.strip(), platelets.strip(),
                decision.strip(), by.strip(), now())), "anticoagulation");
    }

    /** Records how the patient is watched: from when the session was over, and now until now where it has ended. */
    public void observe(boolean ended, State legStrength, String note) {
        work.last().ifPresent(s -> {
            Instant from = s.safety().observation().map(Observation::from).or(s::closed).orElse(now());
            work.noteAfter(r -> r.with(new Observation(from, ended ? Optional.of(now()) : Optional.empty(),
                    legStrength, operator(), note.strip())), "observation");
        });
    }

    /** Records something that happened, or that nothing did. */
    public void complication(String kindId, String note) {
        work.noteAfter(r -> r.with(new Complication(kindId, now(), operator(), note.strip())), "complication");
    }

    /** Passes over an alert; answers with one sentence where that cannot be. */
    public String overrule(Alert alert, String reason) {
        return words.said(work.overrule(alert, reason, operator()));
    }

    /** Gives the session; answers with the sentence that keeps it. */
    public String give() {
        String name = work.planned().map(s -> words.said(s.course().words())).orElse("");
        String kept = work.give(around());
        if (kept.isEmpty()) {
            recorded(words.text("session.given", Words.capital(name)));
        } else {
            // What keeps it may have come with the clock: a vial expired, a day went by.
            part.set(LedgerPart.ALERTS);
            refresh();
        }
        return words.said(kept);
    }

    /** Stops the session; answers with one sentence where the reason is missing. */
    public String stop(String reason, boolean nothingGiven) {
        String name = work.planned().map(s -> words.said(s.course().words())).orElse("");
        String kept = work.stop(reason, nothingGiven);
        if (kept.isEmpty()) {
            recorded(words.text("session.stopped", Words.capital(name)));
        }
        return words.said(kept);
    }

    /** Marks a line as not counting; answers with one sentence where the reason is missing. */
    public String voidLine(String lineId, String reason) {
        if (reason.isBlank()) {
            return words.text("ledger.why.missing");
        }
        String what = bench.casefile().ledger().stream().filter(l -> l.id().equals(lineId)).findFirst()
                .map(lines::what).orElse("");
        bench.editor().voidInjection(lineId, reason);
        recorded(words.text("ledger.voided.line", what));
        return "";
    }

    /** Asks the store again, such as after a case of the patient was edited elsewhere. */
    public void readHistory() {
        readHistory(true);
    }

    /** Says that something is on record once it is; where records can only be read the window has said why it is not. */
    private void recorded(String sentence) {
        if (bench.editor().isReadOnly()) {
            return;
        }
        CaseId of = bench.casefile().id();
        say("");
        bench.editor().whenIdle(state -> {
            if (bench.casefile().id().equals(of)) {
                say(state instanceof SaveState.Failed ? words.text("session.unsaved") : sentence);
            }
        });
    }

    private void say(String sentence) {
        said = sentence;
        refresh();
    }

    private String operator() {
        return work.planned().map(Session::operator).filter(o -> !o.isBlank())
                .orElseGet(() -> bench.editor().operator());
    }

    private Instant now() {
        return bench.editor().now();
    }

    private Surroundings around() {
        // Most files say no side; then the one that was set by hand for this clip holds.
        Optional<Laterality> image = bench.info().map(bench.casefile()::sideOf);
        return work.around(image, history);
    }

    private void readHistory(boolean again) {
        String patient = bench.casefile().patient().id();
        String id = bench.casefile().id().value();
        List<String> wanted = List.of(patient, id);
        if (wanted.equals(askedFor) && !again) {
            return;
        }
        askedFor = wanted;
        history = StoredTreatments.unread();
        jobs.start(words.text("job.history"), progress -> prior.of(patient, id), known -> {
            if (wanted.equals(askedFor)) {
                history = known;
                refresh();
            }
        }, e -> {
            if (wanted.equals(askedFor)) {
                history = StoredTreatments.unreadable(e);
                refresh();
            }
        });
    }

    private void refresh() {
        LedgerState now = compute();
        if (!now.equals(state.get())) {
            state.set(now);
        }
    }

    private LedgerState compute() {
        Case c = bench.casefile();
        Surroundings around = around();
        return new LedgerState(bench.clip().getValue().isPresent(), c, c.risks().and(around.redFlags()), history,
                work.planned().map(s -> open(desk.today(s, now()), around, true)),
                work.last().map(s -> open(s, around, false)),
                c.ledger().stream().map(lines::line).toList().reversed(), lines.totals(c.ledger()), said);
    }

    private LedgerState.Open open(Session s, Surroundings around, boolean atNeedle) {
        return new LedgerState.Open(s, book().protocols().find(s.course().protocolId()),
                desk.check(s, bench.casefile(), around, atNeedle));
    }
}
