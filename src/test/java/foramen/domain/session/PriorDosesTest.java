package foramen.domain.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.domain.anatomy.Laterality;
import foramen.domain.injection.Alert;
import foramen.domain.injection.AlertKind;
import foramen.domain.injection.Component;
import foramen.domain.injection.DoseText;
import foramen.domain.injection.History;
import foramen.domain.injection.PriorTreatment;
import foramen.domain.injection.Product;
import foramen.domain.injection.Rational;
import foramen.domain.injection.Syringe;
import foramen.domain.safety.Risks;
import foramen.domain.session.rules.DoseQuestion;
import foramen.domain.session.rules.SessionCheck;
import foramen.domain.session.rules.SessionRules;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What was given before, here and elsewhere, held against what is to be given. */
class PriorDosesTest {
    private static final DoseBook BOOK = DoseBook.standard();
    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);
    private static final Session TOXIN = session("onabotulinumtoxina", "100 units", "2 mL", "piriformis");
    private static final Risks OTHER_USE = Risks.UNKNOWN.with("other-botulinum", Risks.Answer.YES);

    @Test
    void toxin_given_here_says_nothing_about_toxin_for_another_reason() {
        PriorTreatment here = prior("onabotulinumtoxina", DAY.minusMonths(14), "this case");
        assertTrue(kinds(check(TOXIN, OTHER_USE, here)).contains(AlertKind.TOXIN_OTHER_USE));
        PriorTreatment lately = prior("onabotulinumtoxina", DAY.minusWeeks(3), "case abc");
        assertTrue(kinds(check(TOXIN, OTHER_USE, here, lately)).contains(AlertKind.TOXIN_OTHER_USE));
    }

    @Test
    void toxin_for_another_reason_is_told_of_once_it_is_typed_in_and_not_by_an_old_one() {
        PriorTreatment lately = prior("onabotulinumtoxina", DAY.minusWeeks(3), PriorTreatment.TYPED_IN);
        assertFalse(kinds(check(TOXIN, OTHER_USE, lately)).contains(AlertKind.TOXIN_OTHER_USE));
        Alert old = check(TOXIN, OTHER_USE, prior("onabotulinumtoxina", DAY.minusWeeks(30), PriorTreatment.TYPED_IN))
                .alerts().stream().filter(a -> a.kind() == AlertKind.TOXIN_OTHER_USE).findFirst().orElseThrow();
        assertTrue(old.message().contains(DAY.minusWeeks(30).toString()), old.message());
    }

    @Test
    void a_session_too_soon_for_its_course_does_not_hide_another_place_given_too_soon() {
        Course course = new Course("c", 2, 6, "piriformis-enthesis-prolotherapy", "");
        Session before = Session.plan("before", course, DAY.minusDays(5), Laterality.LEFT, "Dr Salem")
                .closed(Session.Status.GIVEN, DAY.minusDays(5).atStartOfDay(java.time.ZoneOffset.UTC).toInstant(), "");
        Session now = session("dextrose", "10 %", "5 mL", "piriformis-enthesis");
        Session both = new Session(now.id(), course, DAY, Laterality.BILATERAL, "", now.syringes(), List.of(
                place("1", "piriformis-enthesis", Laterality.LEFT),
                place("2", "sacrospinous-ligament", Laterality.LEFT),
                place("3", "sacrospinous-ligament", Laterality.RIGHT)), now.safety(), now.status(), now.closed(),
                "Dr Salem",
                "");
        List<Alert> alerts = check(both, Risks.UNKNOWN, List.of(before),
                at("dextrose", 5, "piriformis-enthesis", Laterality.LEFT),
                at("dextrose", 4, "sacrospinous-ligament", Laterality.LEFT),
                at("dextrose", 3, "sacrospinous-ligament", Laterality.RIGHT)).alerts();
        assertTrue(alerts.stream().anyMatch(a -> a.kind() == AlertKind.COURSE_INTERVAL));
        List<String> sooner = alerts.stream().filter(a -> a.kind() == AlertKind.INTERVAL_SHORT).map(Alert::message)
                .sorted().toList();
        assertEquals(2, sooner.size(), sooner.toString());
        assertTrue(sooner.stream().anyMatch(m -> m.contains("4 days ago")), sooner.toString());
        assertTrue(sooner.stream().anyMatch(m -> m.contains("3 days ago")), sooner.toString());
        List<Alert> besides = check(both, Risks.UNKNOWN, List.of(before),
                at("dextrose", 2, "piriformis-enthesis", Laterality.LEFT)).alerts();
        assertTrue(besides.stream().anyMatch(
                a -> a.kind() == AlertKind.INTERVAL_SHORT && a.message().contains("2 days ago")),
                "what was given elsewhere since the session before is told of as well");
    }

    private static Aliquot place(String id, String target, Laterality side) {
        return new Aliquot(id, "A", "", target, "", side, BigDecimal.ONE);
    }

    private static PriorTreatment at(String product, int days, String target, Laterality side) {
        Product p = BOOK.products().find(product).orElseThrow();
        return new PriorTreatment(DAY.minusDays(days), p.substance(), p.injectateClass(), Optional.of(Rational.of(1)),
                p.doseUnit(), target, side, p.epinephrine(), "this case");
    }

    private static PriorTreatment prior(String product, LocalDate day, String source) {
        Product p = BOOK.products().find(product).orElseThrow();
        return new PriorTreatment(day, p.substance(), p.injectateClass(), Optional.of(Rational.of(155)), p.doseUnit(),
                "", Laterality.UNSPECIFIED, p.epinephrine(), source);
    }

    private static Session session(String product, String strength, String volume, String target) {
        Product p = BOOK.products().find(product).orElseThrow();
        List<Component> drawn = p.form() == Product.Form.POWDER
                ? List.of(Component.of(p, new Component.Powder(DoseText.dose(strength).orElseThrow())),
                        solution("saline", "0.9 %", volume))
                : List.of(solution(product, strength, volume));
        return Session.plan("s", new Course("c", 1, 3, "", ""), DAY, Laterality.LEFT, "Dr Salem")
                .with(new Syringe("A", "A", drawn))
                .with(new Aliquot("1", "A", "", target, "", Laterality.LEFT, DoseText.volumeMl(volume).orElseThrow()));
    }

    private static Component solution(String product, String strength, String volume) {
        return Component.of(BOOK.products().find(product).orElseThrow(), new Component.Solution(
                DoseText.concentration(strength).orElseThrow(), DoseText.volumeMl(volume).orElseThrow()));
    }

    private static List<AlertKind> kinds(SessionCheck check) {
        return check.alerts().stream().map(Alert::kind).toList();
    }

    private static SessionCheck check(Session session, Risks risks, PriorTreatment... before) {
        return check(session, risks, List.of(), before);
    }

    private static SessionCheck check(Session session, Risks risks, List<Session> earlier, PriorTreatment... before) {
        return new SessionRules(BOOK).check(new DoseQuestion(session, Optional.of(new BigDecimal("70")), "F", risks,
                session.side(), List.of(), Map.of(), new History(List.of(before), Optional.empty()), earlier, false));
    }
}
