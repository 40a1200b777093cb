package foramen.workspace.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.domain.anatomy.Laterality;
import foramen.domain.casefile.Case;
import foramen.domain.casefile.CaseId;
import foramen.domain.casefile.CaseStore;
import foramen.domain.casefile.SetAside;
import foramen.domain.injection.Alert;
import foramen.domain.injection.AlertKind;
import foramen.domain.injection.Component;
import foramen.domain.injection.Dose;
import foramen.domain.injection.DoseText;
import foramen.domain.injection.History;
import foramen.domain.injection.InjectateClass;
import foramen.domain.injection.Injection;
import foramen.domain.injection.PriorTreatment;
import foramen.domain.injection.Rational;
import foramen.domain.injection.Syringe;
import foramen.domain.patient.Patient;
import foramen.domain.patient.Patient.Weighing;
import foramen.domain.safety.Risks;
import foramen.domain.safety.SafetyRecord;
import foramen.domain.safety.SafetyRecord.CheckAnswer;
import foramen.domain.safety.SafetyRecord.State;
import foramen.domain.safety.SafetyRecord.TimeOut;
import foramen.domain.session.Aliquot;
import foramen.domain.session.DoseBook;
import foramen.domain.session.GivenBefore;
import foramen.domain.session.Protocol;
import foramen.domain.session.Session;
import foramen.domain.session.rules.SessionCheck;
import foramen.testing.MemoryCaseStore;
import foramen.workspace.ledger.SessionDesk.Closed;
import foramen.workspace.ledger.SessionDesk.Surroundings;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SessionDeskTest {
    private static final Instant NOW = Instant.parse("2026-11-21T09:00:00Z");
    private static final LocalDate EXPIRY = LocalDate.of(2027, 6, 30);
    private static final DoseBook BOOK = DoseBook.standard();
    private static final GivenBefore GIVEN = new GivenBefore(BOOK.products(), ZoneOffset.UTC);

    private final SessionDesk desk = new SessionDesk(BOOK, ZoneOffset.UTC);
    private final Surroundings around = new Surroundings(List.of(Laterality.LEFT), History.NONE, Risks.UNKNOWN);
    private final Case casefile = Case.begin(new CaseId("one"), NOW).withSide(Laterality.LEFT)
            .withPatient(new Patient("", "P1", Optional.empty(), "F", Optional.of(new BigDecimal("70"))))
            .withRisks(allAbsent());

    @Test
    void a_course_of_prolotherapy_counts_its_sessions_and_its_lines_add_up() {
        Case c = casefile;
        for (int k = 1; k <= 3; k++) {
            Instant day = NOW.plusSeconds(k * 86_400L * 14);
            Session session = ready(desk.begin(c, protocol(), "s" + k, day, "Dr Salem"), "dextrose", "10 %", "4 mL")
                    .withSafety(confirmed(day));
            assertEquals("session " + k + " of 3", session.course().words());
            Closed closed = desk.give(session, c, around, day);
            assertEquals(Session.Status.GIVEN, closed.session().status());
            c = c.withSession(closed.session());
            for (Injection line : closed.lines()) {
                c = c.withInjection(line);
            }
        }
        assertEquals(Rational.of(1200),
                c.ledger().stream().map(Injection::amount).reduce(Rational.ZERO, Rational::plus));
        assertEquals(1, desk.begin(c, protocol(), "again", NOW, "").course().number(), "the course is over");
    }

    @Test
    void nothing_is_given_while_anything_blocks() {
        Session bare = desk.begin(casefile, protocol(), "s", NOW, "Dr Salem");
        Session session = ready(bare, "dextrose", "10 %", "4 mL").withSafety(SafetyRecord.EMPTY);
        assertThrows(IllegalArgumentException.class, () -> desk.give(session, casefile, around, NOW));
        Closed stopped = desk.stop(session, "vasovagal reaction", NOW);
        assertEquals(1, stopped.lines().size(), "what was given is a fact, whatever the rules say");
        assertThrows(IllegalArgumentException.class, () -> desk.stop(stopped.session(), "again", NOW));
        assertThrows(IllegalArgumentException.class, () -> desk.stop(session, " ", NOW));
    }

    @Test
    void what_was_confirmed_yesterday_does_not_hold_today() {
        Session session = ready(desk.begin(casefile, protocol(), "s", NOW, "Dr Salem"), "dextrose", "10 %", "4 mL");
        assertTrue(desk.check(desk.today(session, NOW), casefile, around, true).canGive());
        Instant tomorrow = NOW.plus(Duration.ofDays(1));
        List<AlertKind> kinds = desk.check(desk.today(session, tomorrow), casefile, around, true).blocking().stream()
                .map(Alert::kind).distinct().sorted().toList();
        assertEquals(List.of(AlertKind.CHECKLIST_STOP, AlertKind.TIME_OUT_MISSING), kinds);
        assertThrows(IllegalArgumentException.class, () -> desk.give(session, casefile, around, tomorrow));
        Session again = session.withSafety(confirmed(tomorrow));
        assertEquals(Session.Status.GIVEN, desk.give(again, casefile, around, tomorrow).session().status());
    }

    @Test
    void an_image_of_the_other_side_and_a_red_flag_of_the_assessment_stop() {
        Session session = ready(desk.begin(casefile, protocol(), "s", NOW, "Dr Salem"), "dextrose", "10 %", "4 mL");
        Risks flag = Risks.UNKNOWN.with("saddle-numbness", Risks.Answer.YES);
        SessionCheck check = desk.check(session, casefile,
                new Surroundings(List.of(Laterality.RIGHT), History.NONE, flag), true);
        assertEquals(List.of(AlertKind.RED_FLAG, AlertKind.SIDE_IMAGE),
                check.blocking().stream().map(Alert::kind).toList());
    }

    @Test
    void what_may_not_be_passed_over_is_not_and_a_reason_is_needed() {
        Session session = ready(desk.begin(casefile, protocol(), "s", NOW, "Dr Salem"), "triamcinolone", "40 mg/mL",
                "5 mL");
        List<Alert> alerts = desk.check(session, casefile, around, true).alerts();
        Alert year = find(alerts, AlertKind.STEROID_YEAR_OVER);
        assertThrows(IllegalArgumentException.class, () -> desk.overrule(session, year, " ", "Dr Salem", NOW));
        Session passed = desk.overrule(session, year, "agreed", "Dr Salem", NOW);
        assertEquals("agreed", passed.safety().overrules().getFirst().reason());
        assertTrue(desk.check(passed, casefile, around, true).canGive());
        Alert side = find(desk.check(session, casefile.withSide(Laterality.RIGHT), around, true).alerts(),
                AlertKind.SIDE_CASE);
        assertThrows(IllegalArgumentException.class, () -> desk.overrule(session, side, "so be it", "Dr Salem", NOW));
    }

    @Test
    void a_scanned_pack_fills_in_lot_and_expiry() throws Exception {
        Session session = ready(desk.begin(casefile, protocol(), "s", NOW, "Dr Salem"), "dextrose", "10 %", "4 mL");
        Component scanned = desk.scan(session, "A", 0, "(01)09506000134352(17)280200(10)X9", LocalDate.of(2026, 11, 21))
                .syringe("A").orElseThrow().components().getFirst();
        assertEquals("X9", scanned.lot());
        assertEquals(Optional.of(LocalDate.of(2028, 2, 29)), scanned.expiry());
        assertEquals("09506000134352", scanned.gtin());
    }

    @Test
    void the_maxima_that_were_chosen_go_on_with_the_course_and_are_never_replaced_by_others() {
        Session first = desk.begin(casefile, protocol(), "s1", NOW, "Dr Salem");
        assertEquals(BOOK.limits().first().id(), first.profileId());
        Case c = casefile.withSession(ready(first.withProfile("etg"), "dextrose", "10 %", "4 mL")
                .closed(Session.Status.GIVEN, NOW, ""));
        assertEquals("etg", desk.begin(c, protocol(), "s2", NOW, "Dr Salem").profileId());
        assertEquals("etg", desk.beginFree(c, "s3", NOW, "Dr Salem").profileId());
        Session lidocaine = ready(first.withProfile("gone"), "lidocaine", "1 %", "20 mL");
        SessionCheck check = desk.check(lidocaine, casefile, around, true);
        assertEquals(List.of(AlertKind.LA_CAP_UNKNOWN), check.blocking().stream().map(Alert::kind).toList());
        assertEquals(Optional.empty(), check.totals().fraction());
    }

    @Test
    void local_anaesthetic_before_midnight_counts_after_it_and_an_unknown_past_is_not_none() {
        Instant late = Instant.parse("2026-11-21T23:40:00Z");
        Instant after = Instant.parse("2026-11-22T00:20:00Z");
        Session first = ready(desk.beginFree(casefile, "one", late, "Dr Salem"), "lidocaine", "1 %", "20 mL");
        Case c = casefile;
        for (Injection line : desk.stop(first, "as planned", late).lines()) {
            c = c.withInjection(line);
        }
        Session second = ready(desk.beginFree(c, "two", after, "Dr Salem"), "lidocaine", "1 %", "20 mL")
                .withSafety(confirmed(after));
        Surroundings now = new Surroundings(List.of(), History.NONE, Risks.UNKNOWN, Optional.of(after));
        assertEquals(List.of(AlertKind.LA_SUM_OVER),
                desk.check(second, c, now, true).blocking().stream().map(Alert::kind).toList());
        Surroundings unread = new Surroundings(List.of(), StoredTreatments.unread(), Risks.UNKNOWN, Optional.of(after));
        assertTrue(desk.check(second, casefile, unread, true).blocking().stream()
                .anyMatch(a -> a.kind() == AlertKind.HISTORY_MISSING),
                "two cases of one patient may each have their share");
        Case yesterday = casefile.withElsewhere(List.of(new PriorTreatment(LocalDate.of(2026, 11, 21), "lidocaine",
                InjectateClass.LOCAL_ANAESTHETIC, Optional.of(Rational.of(200)), Dose.Unit.MG, "",
                Laterality.UNSPECIFIED, false, PriorTreatment.TYPED_IN)));
        assertEquals(List.of(AlertKind.HISTORY_INCOMPLETE),
                desk.check(second, yesterday, now, true).blocking().stream().map(Alert::kind).toList());
    }

    @Test
    void a_weight_ten_times_too_much_or_from_a_file_is_asked_about_before_local_anaesthetic() {
        Session session = ready(desk.begin(casefile, protocol(), "s", NOW, "Dr Salem"), "lidocaine", "1 %", "20 mL");
        Patient patient = casefile.patient();
        for (String kg : List.of("450", "250.1", "29.9")) {
            Case c = casefile
                    .withPatient(patient.weighed(Optional.of(new BigDecimal(kg)), weighing(Weighing.Source.OPERATOR)));
            assertEquals(1, blocking(session, c, AlertKind.WEIGHT_UNLIKELY), kg);
        }
        Case file = casefile.withPatient(patient.weighed(patient.weightKg(), weighing(Weighing.Source.FILE)));
        assertEquals(1, blocking(session, file, AlertKind.WEIGHT_UNCONFIRMED));
        assertTrue(find(desk.check(session, file, around, true).alerts(), AlertKind.WEIGHT_UNCONFIRMED).message()
                .contains("2024-03-01"));
        Case confirmed = casefile.withPatient(patient.weighed(patient.weightKg(), weighing(Weighing.Source.OPERATOR)));
        assertTrue(desk.check(session, confirmed, around, true).canGive());
    }

    private long blocking(Session session, Case c, AlertKind kind) {
        return desk.check(session, c, around, true).blocking().stream().filter(a -> a.kind() == kind).count();
    }

    private static Weighing weighing(Weighing.Source source) {
        return new Weighing(source, Optional.of(LocalDate.of(2024, 3, 1)));
    }

    @Test
    void the_expiry_of_the_vial_before_does_not_hold_for_another_one() throws Exception {
        Session session = ready(desk.begin(casefile, protocol(), "s", NOW, "Dr Salem"), "dextrose", "10 %", "4 mL");
        LocalDate today = LocalDate.of(2026, 11, 21);
        Session first = desk.scan(session, "A", 0, "(01)09506000134352(17)280200(10)X9", today);
        Component other = desk.scan(first, "A", 0, "(01)09506000134352(10)Y1", today).syringe("A").orElseThrow()
                .components().getFirst();
        assertEquals("Y1", other.lot());
        assertEquals(Optional.empty(), other.expiry(), "the code of the second vial names none");
        Component product = desk.scan(first, "A", 0, "(01)09506000134369", today).syringe("A").orElseThrow()
                .components().getFirst();
        assertEquals(List.of("", Optional.empty()), List.of(product.lot(), product.expiry()));
        Component same = desk.scan(first, "A", 0, "(10)X9", today).syringe("A").orElseThrow().components().getFirst();
        assertEquals(Optional.of(LocalDate.of(2028, 2, 29)), same.expiry(), "a second code of the same pack");
        assertEquals("09506000134352", same.gtin());
    }

    @Test
    void a_powder_without_fluid_is_not_stopped_but_told_of_in_one_sentence() {
        Session session = desk.begin(casefile, protocol(), "s", NOW, "Dr Salem").withSyringes(List.of(
                new Syringe("A", "A", List.of(Component.of(BOOK.products().find("onabotulinumtoxina").orElseThrow(),
                        new Component.Powder(DoseText.dose("100 units").orElseThrow()))))))
                .with(new Aliquot("1", "A", "", "piriformis", "", Laterality.LEFT, BigDecimal.ONE));
        assertEquals("Syringe A holds no fluid. Add what the powder is dissolved in, or remove it.",
                assertThrows(IllegalArgumentException.class, () -> desk.stop(session, "fainted", NOW)).getMessage());
        assertEquals(List.of(), desk.stop(session.withAliquots(List.of()), "fainted", NOW).lines());
    }

    @Test
    void steroid_of_the_patients_other_cases_counts_and_voided_lines_do_not() throws Exception {
        try (CaseStore store = new MemoryCaseStore()) {
            Session earlier = ready(desk.begin(casefile, protocol(), "e", NOW, "Dr Salem"), "triamcinolone",
                    "40 mg/mL", "4 mL");
            Case other = Case.begin(new CaseId("two"), NOW).withPatient(casefile.patient());
            for (Injection line : desk.stop(earlier, "done elsewhere", NOW.minusSeconds(86_400L * 100)).lines()) {
                other = other.withInjection(line);
            }
            store.append(other, 0, new CaseStore.Edit("Begin case", "", NOW));
            StoredTreatments treatments = new StoredTreatments(store, GIVEN);
            Session now = ready(desk.begin(casefile, protocol(), "s", NOW, "Dr Salem"), "triamcinolone", "40 mg/mL",
                    "1 mL");
            Surroundings known = new Surroundings(List.of(), treatments.of("P1", "one"), Risks.UNKNOWN);
            assertEquals(Rational.of(200),
                    desk.check(now, casefile, known, false).totals().steroid().orElseThrow().months());
            assertEquals(List.of(), treatments.of("P2", "one").treatments());
            assertTrue(treatments.of(" ", "one").gap().isPresent());
            Injection voided = other.ledger().getFirst()
                    .voided(new Injection.Voiding("wrong patient", "Dr Salem", NOW));
            store.append(other.withInjection(voided), 1, new CaseStore.Edit("Void line", "", NOW));
            assertEquals(List.of(), treatments.of("P1", "one").treatments());
        }
    }

    @Test
    void a_dose_counts_once_where_its_case_was_imported_as_a_new_one() throws Exception {
        try (CaseStore store = new MemoryCaseStore()) {
            Session earlier = ready(desk.begin(casefile, protocol(), "e", NOW, "Dr Salem"), "triamcinolone",
                    "40 mg/mL", "2 mL");
            Case one = casefile;
            for (Injection line : desk.stop(earlier, "done", NOW.minusSeconds(86_400L * 100)).lines()) {
                one = one.withInjection(line);
            }
            store.append(one, 0, new CaseStore.Edit("Begin case", "", NOW));
            store.append(one.withId(new CaseId("copy")), 0, new CaseStore.Edit("Import", "", NOW));
            store.append(one.withId(new CaseId("another")), 0, new CaseStore.Edit("Import", "", NOW));
            StoredTreatments treatments = new StoredTreatments(store, GIVEN);
            Session now = ready(desk.begin(casefile, protocol(), "s", NOW, "Dr Salem"), "triamcinolone", "40 mg/mL",
                    "1 mL");
            Surroundings known = new Surroundings(List.of(), treatments.of("P1", "one"), Risks.UNKNOWN);
            assertEquals(Rational.of(120),
                    desk.check(now, one, known, false).totals().steroid().orElseThrow().months());
            Surroundings fresh = new Surroundings(List.of(), treatments.of("P1", "three"), Risks.UNKNOWN);
            assertEquals(Rational.of(120),
                    desk.check(now, casefile, fresh, false).totals().steroid().orElseThrow().months());
            Case voided = one.withInjection(one.ledger().getFirst()
                    .voided(new Injection.Voiding("wrong patient", "Dr Salem", NOW)));
            SessionCheck asked = desk.check(now, voided, known, false);
            assertEquals(Rational.of(120), asked.totals().steroid().orElseThrow().months(),
                    "counts until it is settled");
            assertTrue(asked.blocking().stream().anyMatch(a -> a.kind() == AlertKind.HISTORY_INCOMPLETE));
            store.append(voided.withId(new CaseId("copy")), 1, new CaseStore.Edit("Void line", "", NOW));
            Surroundings other = new Surroundings(List.of(), treatments.of("P1", "one"), Risks.UNKNOWN);
            assertTrue(desk.check(now, one, other, false).blocking().stream()
                    .anyMatch(a -> a.kind() == AlertKind.HISTORY_INCOMPLETE));
        }
    }

    @Test
    void a_dose_that_was_set_aside_is_asked_about_until_it_is_entered() throws Exception {
        try (CaseStore store = new MemoryCaseStore()) {
            Session lost = ready(desk.begin(casefile, protocol(), "e", NOW, "Dr Salem"), "lidocaine", "1 %", "20 mL");
            Injection line = desk.stop(lost, "done", NOW.minusSeconds(3600)).lines().getFirst();
            store.append(casefile, 0, new CaseStore.Edit("Begin case", "", NOW));
            SetAside aside = new SetAside() {
                @Override
                public void setAside(Kept kept) {
                    throw new AssertionError("nothing is set aside here");
                }

                @Override
                public List<Kept> setAsideOf(CaseId id) {
                    return List.of(new Kept(casefile.withInjection(line), List.of("Record"), "Dr Salem", NOW));
                }
            };
            Surroundings known = new Surroundings(List.of(),
                    new StoredTreatments(store, Optional.of(aside), GIVEN).of("P1", "one"), Risks.UNKNOWN);
            Session now = ready(desk.begin(casefile, protocol(), "s", NOW, "Dr Salem"), "lidocaine", "1 %", "5 mL");
            Alert asked = find(desk.check(now, casefile, known, true).blocking(), AlertKind.HISTORY_INCOMPLETE);
            assertTrue(asked.message().startsWith("lidocaine of 2026-11-21 was set aside"), asked.message());
            Case entered = casefile.withElsewhere(List.of(new PriorTreatment(LocalDate.of(2026, 11, 21), "lidocaine",
                    InjectateClass.LOCAL_ANAESTHETIC, Optional.of(Rational.of(200)), Dose.Unit.MG, "",
                    Laterality.LEFT, false, PriorTreatment.TYPED_IN)));
            assertTrue(desk.check(now, entered, known, true).canGive());
            assertTrue(desk.check(now, casefile.withInjection(line), known, true).canGive(), "it is in the ledger");
        }
    }

    private static Alert find(List<Alert> alerts, AlertKind kind) {
        return alerts.stream().filter(a -> a.kind() == kind).findFirst().orElseThrow();
    }

    private static Protocol protocol() {
        return BOOK.protocols().find("sacrospinous-prolotherapy").orElseThrow();
    }

    private static Session ready(Session session, String product, String stock, String volume) {
        Component component = Component
                .of(BOOK.products().find(product).orElseThrow(),
                        new Component.Solution(DoseText.concentration(stock).orElseThrow(),
                                DoseText.volumeMl(volume).orElseThrow()))
                .from("L1", Optional.of(EXPIRY), "");
        return session.withSyringes(List.of(new Syringe("A", "A", List.of(component))))
                .with(new Aliquot("1", "A", "", "sacrospinous-ligament", "calcification", Laterality.LEFT,
                        DoseText.volumeMl(volume).orElseThrow()))
                .withSafety(confirmed(NOW));
    }

    private static SafetyRecord confirmed(Instant at) {
        SafetyRecord safety = SafetyRecord.EMPTY.with(new TimeOut("Dr Salem", at, ""));
        for (var item : BOOK.safety().checklist()) {
            safety = safety.with(new CheckAnswer(item.id(), State.DONE, "Dr Salem", at, ""));
        }
        return safety;
    }

    private static Risks allAbsent() {
        Risks risks = Risks.UNKNOWN.withHeightCm(Optional.of(new BigDecimal("170")));
        for (var risk : BOOK.safety().risks()) {
            risks = risks.with(risk.id(), Risks.Answer.NO);
        }
        return risks;
    }
}
