package foramen.domain.casefile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import foramen.domain.anatomy.Laterality;
import foramen.domain.anatomy.ScanLevel;
import foramen.domain.anatomy.ScanPlane;
import foramen.domain.annotation.Annotation;
import foramen.domain.annotation.Shape;
import foramen.domain.clip.ClipInfo;
import foramen.domain.clip.FrameRef;
import foramen.domain.injection.Concentration;
import foramen.domain.injection.InjectateClass;
import foramen.domain.injection.Injection;
import foramen.domain.patient.Patient;
import foramen.domain.plan.NeedlePlan;
import foramen.geometry.Point;
import foramen.testing.FakeClip;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CaseTest {
    private static final Instant NINE = Instant.parse("2026-11-21T09:00:00Z");
    private static final FrameRef FRAME = new FrameRef("1.2.3", 4);
    private static final Case EMPTY = Case.begin(new CaseId("one"), NINE);

    @Test
    void a_begun_case_says_nothing_about_anybody() {
        assertEquals(Patient.UNKNOWN, EMPTY.patient());
        assertEquals(Laterality.UNSPECIFIED, EMPTY.side());
        assertEquals(NINE, EMPTY.created());
        assertEquals("Patient not named", EMPTY.patient().label());
    }

    @Test
    void an_edit_makes_another_case_and_leaves_the_first() {
        Case edited = EMPTY.withAnnotation(annotation("a")).withPlan(plan("p")).withInjection(injection("i"))
                .withClip(new ClipRef("1.2.3", "/a", "left")).withSide(Laterality.LEFT).withIndication("buttock pain")
                .withPatient(new Patient("Anna Muster", "", Optional.empty(), "F", Optional.empty()));
        assertEquals(Case.begin(new CaseId("one"), NINE), EMPTY);
        assertEquals(new Case(new CaseId("one"), NINE,
                new Patient("Anna Muster", "", Optional.empty(), "F", Optional.empty()), Laterality.LEFT,
                "buttock pain", List.of(new ClipRef("1.2.3", "/a", "left")), List.of(annotation("a")),
                List.of(plan("p")), List.of(injection("i"))), edited);
    }

    @Test
    void the_lists_of_a_case_cannot_be_changed_from_outside() {
        List<Annotation> mine = new ArrayList<>(List.of(annotation("a")));
        Case c = new Case(EMPTY.id(), NINE, Patient.UNKNOWN, Laterality.LEFT, "", List.of(), mine, List.of(),
                List.of());
        mine.clear();
        assertEquals(1, c.annotations().size());
        assertThrows(UnsupportedOperationException.class, () -> c.annotations().clear());
    }

    @Test
    void an_annotation_of_a_known_name_takes_its_old_place() {
        Case c = EMPTY.withAnnotation(annotation("a")).withAnnotation(annotation("b")).withAnnotation(annotation("c"));
        Annotation renamed = annotation("b").withLabel("new");
        assertEquals(List.of(annotation("a"), renamed, annotation("c")), c.withAnnotation(renamed).annotations());
        assertEquals(List.of(annotation("a"), annotation("c")), c.withoutAnnotation("b").annotations());
        assertEquals(c, c.withoutAnnotation("unknown"));
        assertEquals(Optional.of(annotation("c")), c.annotation("c"));
        assertEquals(Optional.empty(), c.annotation("unknown"));
    }

    @Test
    void a_plan_of_a_known_name_takes_its_old_place() {
        Case c = EMPTY.withPlan(plan("p")).withPlan(plan("q"));
        NeedlePlan moved = plan("p").withTarget(new Point(9, 9), NINE.plusSeconds(1));
        NeedlePlan second = moved.withDetail(moved.detail().withVersion(2), NINE.plusSeconds(1));
        assertEquals(List.of(second, plan("q")), c.withPlan(moved).plans());
        assertEquals(c, c.withPlan(plan("p")));
        assertEquals(List.of(plan("q")), c.withoutPlan("p").plans());
        assertEquals(Optional.of(plan("q")), c.plan("q"));
    }

    @Test
    void with_several_clips_each_has_its_own_side_and_never_the_cases() {
        ClipInfo right = FakeClip.calibrated().info();
        ClipRef own = new ClipRef(FakeClip.UID, "/a", "right");
        Case one = EMPTY.withSide(Laterality.LEFT).withClip(own);
        assertEquals(Laterality.LEFT, one.sideOn(right));
        Case two = one.withClip(new ClipRef("2", "/b", "other"));
        assertEquals(Laterality.RIGHT, two.sideOn(right));
        ClipInfo silent = new ClipInfo(right.identity(), right.columns(), right.rows(), right.timing(),
                right.photometric(), right.calibration(), right.patient(), Laterality.UNSPECIFIED, right.acquired(),
                right.origin(), List.of());
        assertEquals(Laterality.UNSPECIFIED, two.sideOn(silent));
        assertEquals(Laterality.LEFT, two.withClip(own.withSide(Laterality.LEFT)).sideOn(silent));
    }

    @Test
    void a_clip_that_something_lies_on_cannot_be_taken_out() {
        String uid = FRAME.sopInstanceUid();
        Case c = EMPTY.withClip(new ClipRef(uid, "/a", "left"));
        assertThrows(IllegalArgumentException.class, () -> c.withAnnotation(annotation("a")).withoutClip(uid));
        assertThrows(IllegalArgumentException.class, () -> c.withPlan(plan("p")).withoutClip(uid));
        assertEquals(List.of(), c.withoutClip(uid).clips());
    }

    @Test
    void a_clip_seen_elsewhere_renews_its_location() {
        Case c = EMPTY.withClip(new ClipRef("1", "/a", "left")).withClip(new ClipRef("2", "/b", "right"));
        ClipRef found = new ClipRef("1", "/usb/a", "left");
        assertEquals(List.of(found, new ClipRef("2", "/b", "right")), c.withClip(found).clips());
    }

    @Test
    void a_voided_line_stays_in_its_place() {
        Case c = EMPTY.withInjection(injection("i")).withInjection(injection("j"));
        Injection voided = injection("i").voided(new Injection.Voiding("wrong side", "Dr Salem", NINE));
        assertEquals(List.of(voided, injection("j")), c.withInjection(voided).ledger());
    }

    @Test
    void going_back_keeps_what_was_given_since() {
        Case before = EMPTY.withAnnotation(annotation("a"));
        Case now = before.withAnnotation(annotation("b")).withInjection(injection("i"));
        Case undone = before.withLedgerOf(now);
        assertEquals(List.of(annotation("a")), undone.annotations());
        assertEquals(List.of(injection("i")), undone.ledger());
    }

    @Test
    void a_frame_has_its_own_annotations_and_plans() {
        Case c = EMPTY.withAnnotation(annotation("a")).withPlan(plan("p"));
        assertEquals(List.of(annotation("a")), c.annotationsOn(new FrameRef("1.2.3", 4)));
        assertEquals(List.of(plan("p")), c.plansOn(new FrameRef("1.2.3", 4)));
        for (FrameRef other : List.of(new FrameRef("1.2.3", 5), new FrameRef("1.2.4", 4))) {
            assertEquals(List.of(), c.annotationsOn(other));
            assertEquals(List.of(), c.plansOn(other));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "A", "../up", "a/b", "a b", "ä", "a.b",
            "0123456789012345678901234567890123456789012345678901234567890123x"})
    void a_name_that_could_be_part_of_a_path_is_no_case_name(String name) {
        assertThrows(IllegalArgumentException.class, () -> new CaseId(name));
    }

    private static Annotation annotation(String id) {
        return new Annotation(id, FRAME, new Shape.Marker(new Point(1, 2)), "piriformis", Laterality.LEFT,
                ScanLevel.PIRIFORMIS, ScanPlane.LONG_AXIS, "", false, "Dr Salem", NINE);
    }

    private static NeedlePlan plan(String id) {
        return new NeedlePlan(id, FRAME, new Point(1, 1), new Point(5, 5), Laterality.LEFT, "piriformis", "22g-100", "",
                "Dr Salem", NINE);
    }

    private static Injection injection(String id) {
        return new Injection(id, NINE, "dextrose", "Dextrose", InjectateClass.PROLOTHERAPY,
                new Concentration(BigDecimal.TEN, Concentration.Unit.PERCENT), new BigDecimal("4"), "LOT 1",
                LocalDate.of(2027, 1, 31), Laterality.LEFT, "sacrospinous ligament", "", "Dr Salem", "",
                Optional.empty());
    }
}
