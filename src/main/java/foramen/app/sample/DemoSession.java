package foramen.app.sample;

import foramen.app.composition.Composition;
import foramen.app.composition.UserException;
import foramen.domain.casefile.Case;
import foramen.domain.clip.ClipInfo;
import foramen.domain.injection.Component;
import foramen.domain.injection.DoseText;
import foramen.domain.injection.History;
import foramen.domain.injection.Product;
import foramen.domain.injection.Syringe;
import foramen.domain.patient.Patient;
import foramen.domain.patient.Patient.Weighing;
import foramen.domain.plan.NeedlePlan;
import foramen.domain.safety.Risks;
import foramen.domain.safety.SafetyRecord;
import foramen.domain.safety.SafetyRecord.CheckAnswer;
import foramen.domain.safety.SafetyRecord.State;
import foramen.domain.safety.SafetyRecord.TimeOut;
import foramen.domain.session.Aliquot;
import foramen.domain.session.DoseBook;
import foramen.domain.session.Protocol;
import foramen.domain.session.Session;
import foramen.workspace.edit.CaseEditor;
import foramen.workspace.ledger.SessionDesk;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The demo's session: asked, drawn up, checked and given by the same rules as anybody's. */
final class DemoSession {
    private static final String NOTE = "Demonstration, nothing was injected";
    /** The sample clips name no weight; a round figure that no limit depends on here. */
    private static final BigDecimal WEIGHT_KG = new BigDecimal("70");
    private static final BigDecimal HEIGHT_CM = new BigDecimal("172");

    private final Composition composition;
    private final String operator;
    private final SessionDesk desk;

    DemoSession(Composition composition, String operator) {
        this.composition = composition;
        this.operator = operator;
        this.desk = composition.sessionDesk();
    }

    /** Gives what {@code script} says along {@code plan}. */
    void give(DemoScript script, ClipInfo clip, CaseEditor editor, NeedlePlan plan) throws UserException {
        Protocol protocol = desk.book().protocols().find(script.protocolId()).orElseThrow(
                () -> new UserException("The demo's protocol " + script.protocolId() + " is not in protocols.json."));
        ask(editor);
        Session session = drawnUp(desk.begin(editor.current(), protocol, editor.newId(), editor.now(), operator),
                script, protocol, plan, editor);
        editor.saveSession(session, "draw-up of " + session.course().words());
        // Each run of the demo stands for itself: the sample patient has no other treatments.
        SessionDesk.Surroundings around = new SessionDesk.Surroundings(List.of(clip.laterality()), History.NONE,
                Risks.UNKNOWN);
        try {
            SessionDesk.Closed closed = desk.give(session, editor.current(), around, editor.now());
            editor.closeSession(closed.session(), closed.lines());
        } catch (IllegalArgumentException e) {
            throw new UserException("The demo's own session was refused: " + e.getMessage(), e);
        }
    }

    /** A question nobody asked is not answered with no, so the demo answers them all. */
    private void ask(CaseEditor editor) {
        Case c = editor.current();
        Patient p = c.patient();
        Risks risks = Risks.UNKNOWN.withHeightCm(Optional.of(HEIGHT_CM));
        for (var risk : desk.book().safety().risks()) {
            risks = risks.with(risk.id(), Risks.Answer.NO);
        }
        editor.commit(c.withRisks(risks).withPatient(p.weighed(
                p.weightKg().or(() -> Optional.of(WEIGHT_KG)), new Weighing(Weighing.Source.OPERATOR,
                        Optional.of(LocalDate.ofInstant(editor.now(), composition.zone()))))),
                "Answer the questions before the needle");
    }

    private Session drawnUp(Session begun, DemoScript script, Protocol protocol, NeedlePlan plan, CaseEditor editor)
            throws UserException {
        LocalDate nextYear = LocalDate.ofInstant(editor.now(), composition.zone()).plusYears(1);
        DoseBook book = desk.book();
        List<Component> components = new ArrayList<>();
        for (DemoScript.Drawn d : script.syringe()) {
            Product product = book.products().find(d.productId()).orElseThrow(
                    () -> new UserException("The demo's product " + d.productId() + " is not in products.json."));
            components.add(Component.of(product, new Component.Solution(
                    DoseText.concentration(d.stock()).orElseThrow(), DoseText.volumeMl(d.volume()).orElseThrow()))
                    .from("DEMO-LOT", Optional.of(nextYear), ""));
        }
        Syringe syringe = new Syringe("A", "A", components);
        SafetyRecord safety = SafetyRecord.EMPTY.with(new TimeOut(operator, editor.now(), NOTE));
        for (var item : book.safety().checklist()) {
            safety = safety.with(new CheckAnswer(item.id(), State.DONE, operator, editor.now(), NOTE));
        }
        return begun.withSyringes(List.of(syringe)).with(new Aliquot("1", syringe.id(), plan.id(), protocol.target(),
                script.targetName(), plan.laterality(), syringe.volumeMl())).withSafety(safety);
    }
}
