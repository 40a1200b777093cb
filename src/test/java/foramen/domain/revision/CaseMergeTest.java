package foramen.domain.revision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import foramen.domain.anatomy.Laterality;
import foramen.domain.anatomy.ScanLevel;
import foramen.domain.casefile.Case;
import foramen.domain.casefile.CaseId;
import foramen.domain.casefile.ClipRef;
import foramen.domain.casefile.ImageRole;
import foramen.domain.casefile.ReferenceSite;
import foramen.domain.casefile.SameSettings;
import foramen.domain.clip.FrameRef;
import foramen.domain.clip.ManualCalibration;
import foramen.domain.clip.PixelSpacing;
import foramen.domain.patient.Patient;
import foramen.domain.revision.CaseChange.How;
import foramen.domain.revision.Clash.Reason;
import foramen.domain.revision.Subject.Kind;
import foramen.domain.session.Aliquot;
import foramen.domain.session.Course;
import foramen.domain.session.Session;
import foramen.testing.Cases;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class CaseMergeTest {
    private static final Case BASE = Cases.full();
    private static final String OTHER_CLIP = "1.2.3.4";

    private static Case merged(Case mine, Case theirs) {
        return assertInstanceOf(CaseMerge.Merged.class, CaseMerge.of(BASE, mine, theirs)).merged();
    }

    private static List<Clash> clashes(Case mine, Case theirs) {
        return assertInstanceOf(CaseMerge.Refused.class, CaseMerge.of(BASE, mine, theirs)).clashes();
    }

    private static void clash(Reason reason, Case mine, Case theirs) {
        assertEquals(reason, clashes(mine, theirs).getFirst().reason());
        assertEquals(reason, clashes(theirs, mine).getFirst().reason(), "whoever was faster");
    }

    private static Case weighing(Case c, String kg) {
        Patient p = c.patient();
        return c.withPatient(new Patient(p.name(), p.id(), p.birthDate(), p.sex(), Optional.of(new BigDecimal(kg))));
    }

    @Test
    void whatChangedIsToldThingByThing() {
        Case after = BASE.withoutAnnotation("a2").withAnnotation(BASE.annotation("a1").orElseThrow().withLabel("new"))
                .withAnnotation(Cases.nerve("a9")).withIndication("Other");
        assertEquals(List.of(new CaseChange(new Subject(Kind.INDICATION, ""), How.CHANGED),
                new CaseChange(new Subject(Kind.ANNOTATION, "a1"), How.CHANGED),
                new CaseChange(new Subject(Kind.ANNOTATION, "a2"), How.REMOVED),
                new CaseChange(new Subject(Kind.ANNOTATION, "a9"), How.ADDED)), CaseChange.between(BASE, after));
        assertEquals(List.of(), CaseChange.between(BASE, BASE));
    }

    @Test
    void editsOfDifferentThingsComeTogetherTheirsInTheirOrderAndMineAtTheEnd() {
        Case mine = BASE.withAnnotation(Cases.nerve("mine")).withoutAnnotation("a3").withIndication("Mine");
        Case theirs = BASE.withAnnotation(Cases.nerve("theirs"))
                .withImage(ImageRole.NERVE, new FrameRef("1.2", 3));
        Case both = merged(mine, theirs);
        assertEquals(List.of("a1", "a2", "theirs", "mine"),
                both.annotations().stream().map(a -> a.id()).toList());
        assertEquals("Mine", both.indication());
        assertEquals(theirs.images(), both.images());
        assertEquals(BASE.ledger(), both.ledger());
    }

    @Test
    void theSameThingChangedByBothIsRefusedUnlessTheyMadeTheSameOfIt() {
        Case mine = BASE.withAnnotation(BASE.annotation("a1").orElseThrow().withLabel("mine"));
        clash(Reason.SAME_THING, mine, BASE.withAnnotation(BASE.annotation("a1").orElseThrow().withLabel("theirs")));
        clash(Reason.SAME_THING, mine, BASE.withoutAnnotation("a1"));
        assertEquals(mine, merged(mine, mine));
        assertEquals(BASE.withoutAnnotation("a1"), merged(BASE.withoutAnnotation("a1"), BASE.withoutAnnotation("a1")));
    }

    @Test
    void whatIsGivenAlongAPlanIsNotPutBesideAnotherStateOfThatPlan() {
        Case planned = BASE.withPlan(Cases.plan("p7")).withPlan(Cases.plan("p8"));
        Session session = Session
                .plan("s7", new Course("s7", 1, 0, "", ""), LocalDate.of(2026, 11, 21), Laterality.RIGHT,
                        "Dr Salem")
                .with(new Aliquot("1", "A", "p7", "piriformis", "", Laterality.RIGHT, BigDecimal.ONE));
        Case given = planned.withSession(session);
        assertInstanceOf(CaseMerge.Refused.class, CaseMerge.of(planned, given, planned.withoutPlan("p7")));
        assertInstanceOf(CaseMerge.Refused.class, CaseMerge.of(planned, planned.withoutPlan("p7"), given));
        assertInstanceOf(CaseMerge.Merged.class, CaseMerge.of(planned, given, planned.withoutPlan("p8")));
    }

    @Test
    void whatWasGivenIsNotPutBesideAnotherWeightSideOrInjection() {
        Case given = BASE.withInjection(Cases.injection("i9"));
        clash(Reason.DOSE, given, weighing(BASE, "50"));
        clash(Reason.DOSE, given, BASE.withSide(Laterality.LEFT));
        clash(Reason.DOSE, given, BASE.withInjection(Cases.injection("i8")));
        merged(given, BASE.withAnnotation(Cases.nerve("a9")).withIndication("Other"));
    }

    @Test
    void aPlanIsNotPutBesideAnotherScaleOrAnotherOutlineOfItsFrame() {
        Case planned = BASE.withPlan(Cases.plan("p9"));
        Case scaled = BASE.withCalibration(ManualCalibration.stated("k1", Cases.nerve("x").frame(),
                new PixelSpacing(0.3, 0.3), Cases.NOW));
        clash(Reason.SCALE, planned, scaled);
        clash(Reason.OUTLINES, planned, BASE.withAnnotation(Cases.nerve("a9")));
        clash(Reason.OUTLINES, planned, BASE.withoutAnnotation("a1"));
        merged(BASE.withAnnotation(Cases.nerve("a9")), scaled);
    }

    @Test
    void whatLiesOnAClipThatTheOtherTookOutIsRefused() {
        Case base = BASE.withClip(new ClipRef(OTHER_CLIP, "/b.dcm", "B"));
        Case marked = base.withImage(ImageRole.NERVE, new FrameRef(OTHER_CLIP, 0));
        Case without = base.withoutClip(OTHER_CLIP);
        CaseMerge.Outcome outcome = CaseMerge.of(base, marked, without);
        assertEquals(Reason.CLIP_GONE,
                assertInstanceOf(CaseMerge.Refused.class, outcome).clashes().getFirst().reason());
    }

    @Test
    void statesOfTwoCasesAreNoStatesOfOne() {
        assertThrows(IllegalArgumentException.class,
                () -> CaseMerge.of(BASE, BASE, Case.begin(new CaseId("other"), Cases.NOW)));
    }

    /** Edits of things of their own, two of which never touch. */
    private static List<UnaryOperator<Case>> edits() {
        List<UnaryOperator<Case>> all = new ArrayList<>();
        all.add(c -> c.withIndication("Changed"));
        all.add(c -> c.withoutAnnotation("a3"));
        all.add(c -> c.withAnnotation(c.annotation("a2").orElseThrow().withLabel("changed")));
        all.add(c -> c.withImage(ImageRole.TARGET, new FrameRef("1.2", 1)));
        all.add(c -> c.withClip(new ClipRef(OTHER_CLIP, "/b.dcm", "B")));
        all.add(c -> c.withStatements(c.statements()
                .withReference(new ReferenceSite("sciatic-nerve", Laterality.LEFT, ScanLevel.GLUTEAL_FOLD))));
        all.add(c -> c.withStatements(c.statements()
                .withReference(new ReferenceSite("sciatic-nerve", Laterality.RIGHT, ScanLevel.PIRIFORMIS))));
        all.add(c -> c.withStatements(c.statements()
                .withSameSettings(new SameSettings("1.2", "1.3", "Dr Example", Cases.NOW))));
        for (int i = 0; i < 4; i++) {
            String id = "new-" + i;
            all.add(c -> c.withAnnotation(Cases.nerve(id)));
        }
        return all;
    }

    private static Case with(List<UnaryOperator<Case>> edits) {
        Case now = BASE;
        for (UnaryOperator<Case> edit : edits) {
            now = edit.apply(now);
        }
        return now;
    }

    @Property(tries = 200)
    void howeverEditsAreSharedOutBetweenTwoAllOfThemAreInWhatComesOfIt(@ForAll long seed, @ForAll boolean[] whose) {
        List<UnaryOperator<Case>> all = edits();
        Collections.shuffle(all, new Random(seed));
        List<UnaryOperator<Case>> mine = new ArrayList<>();
        List<UnaryOperator<Case>> theirs = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            (i < whose.length && whose[i] ? mine : theirs).add(all.get(i));
        }
        Case both = merged(with(mine), with(theirs));
        // Undoing nobody's edit: what differs from either is exactly what the other did.
        assertEquals(subjects(BASE, with(theirs)), subjects(with(mine), both));
        assertEquals(subjects(BASE, with(mine)), subjects(with(theirs), both));
    }

    private static List<String> subjects(Case before, Case after) {
        return CaseChange.between(before, after).stream().map(CaseChange::toString).sorted().toList();
    }
}
