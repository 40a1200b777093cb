package foramen.storage;

import foramen.domain.anatomy.Laterality;
import foramen.domain.anatomy.ScanLevel;
import foramen.domain.anatomy.ScanPlane;
import foramen.domain.annotation.Annotation;
import foramen.domain.annotation.Follow;
import foramen.domain.annotation.Origin;
import foramen.domain.annotation.Shape;
import foramen.domain.annotation.Traits;
import foramen.domain.casefile.Case;
import foramen.domain.casefile.CaseId;
import foramen.domain.casefile.ClipRef;
import foramen.domain.casefile.ImageRole;
import foramen.domain.casefile.ReferenceSite;
import foramen.domain.casefile.SameSettings;
import foramen.domain.clip.FrameRef;
import foramen.domain.clip.KnownLength;
import foramen.domain.clip.ManualCalibration;
import foramen.domain.injection.Concentration;
import foramen.domain.injection.Dose;
import foramen.domain.injection.InjectateClass;
import foramen.domain.injection.Injection;
import foramen.domain.injection.PriorTreatment;
import foramen.domain.injection.Rational;
import foramen.domain.patient.Patient;
import foramen.domain.plan.NeedlePlan;
import foramen.domain.session.Session;
import foramen.geometry.ClosedSpline;
import foramen.geometry.Ellipse;
import foramen.geometry.Point;
import foramen.geometry.Polygon;
import foramen.geometry.Segment;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Cases with anything in them that the types allow: every script, the largest and smallest numbers, exact decimals. */
public final class RandomCases {
    private RandomCases() {}

    /** Any case. */
    public static Arbitrary<Case> cases() {
        Arbitrary<CaseId> ids = Arbitraries.strings().withCharRange('a', 'z').withCharRange('0', '9').withChars('-')
                .ofMinLength(1).ofMaxLength(64).map(CaseId::new);
        Arbitrary<Case> heads = Combinators.combine(ids, instants(), patients(), sides(), text()).as((id, at, patient,
                side, why) -> new Case(id, at, patient, side, why, List.of(), List.of(), List.of(), List.of()));
        return Combinators
                .combine(heads, few(clips()), few(annotations()), few(plans()), few(injections()), few(calibrations()))
                .as((c, clips, annotations, plans, ledger, calibrations) -> new Case(c.id(), c.created(), c.patient(),
                        c.side(), c.indication(), clips, annotations, plans, ledger, calibrations))
                .flatMap(c -> Combinators
                        .combine(RandomSessions.risks(), few(RandomSessions.sessions()), RandomFollowUp.followUps(),
                                few(treatments()))
                        .as((risks, sessions, followUp, elsewhere) -> {
                            Case with = c.withRisks(risks).withFollowUp(followUp).withElsewhere(elsewhere);
                            for (ImageRole role : ImageRole.values()) {
                                int marked = with.images().size();
                                if (marked < risks.present().size()) {
                                    with = with.withImage(role, new FrameRef(c.indication() + marked, marked));
                                }
                            }
                            for (int i = 0; i < elsewhere.size(); i++) {
                                with = with.withStatements(with.statements().withReference(new ReferenceSite(
                                        c.indication() + i, Laterality.LEFT, ScanLevel.GLUTEAL_FOLD)));
                            }
                            if (elsewhere.size() > 1) {
                                with = with.withStatements(with.statements().withSameSettings(
                                        new SameSettings(c.indication(), "2.25.7", c.id().value(), c.created())));
                            }
                            for (Session session : sessions) {
                                with = with.withSession(session);
                            }
                            return with;
                        }));
    }

    private static Arbitrary<PriorTreatment> treatments() {
        Arbitrary<Rational> amounts = Combinators
                .combine(Arbitraries.integers().between(1, 10_000), Arbitraries.integers().between(1, 999))
                .as((n, d) -> Rational.of(n).over(Rational.of(d)));
        return Combinators
                .combine(instants(), text(), Arbitraries.of(InjectateClass.class), amounts.optional(),
                        Arbitraries.of(Dose.Unit.class), text(), sides(), text())
                .as((at, substance, sort, amount, unit, target, side, source) -> new PriorTreatment(
                        LocalDate.ofEpochDay(Math.floorMod(at.getEpochSecond() / 86_400, 200_000L)), substance, sort,
                        amount, unit, target, side,
                        amount.isPresent(), source));
    }

    private static Arbitrary<ManualCalibration> calibrations() {
        Arbitrary<KnownLength> lines = Combinators
                .combine(points(), points(), doubles().map(Math::abs).filter(mm -> mm > 0))
                .as((a, b, mm) -> new KnownLength(new Segment(a, b), mm));
        return Combinators.combine(text(), text(), lines.list().ofMinSize(1).ofMaxSize(2), text(), instants(), text())
                .as((id, uid, drawn, author, at, reason) -> new ManualCalibration(id, new FrameRef(uid, 3), drawn,
                        author, at, reason));
    }

    private static <T> Arbitrary<List<T>> few(Arbitrary<T> items) {
        return items.list().ofMaxSize(3);
    }

    static Arbitrary<String> text() {
        return Arbitraries.oneOf(Arbitraries.strings().all().ofMaxLength(12),
                Arbitraries.of("", "Ärztin Müller", "د. سالم", "坐骨神経", "🦴 12.5 %", "\"quoted\\\n\t\u0000\u2028",
                        "\ud83e",
                        "; DROP TABLE patient_case; --"));
    }

    static Arbitrary<Instant> instants() {
        return Combinators
                .combine(Arbitraries.longs().between(Instant.MIN.getEpochSecond(), Instant.MAX.getEpochSecond()),
                        Arbitraries.integers().between(0, 999_999_999))
                .as(Instant::ofEpochSecond);
    }

    static Arbitrary<LocalDate> dates() {
        return Arbitraries.longs().between(LocalDate.MIN.toEpochDay(), LocalDate.MAX.toEpochDay())
                .map(LocalDate::ofEpochDay);
    }

    static Arbitrary<BigDecimal> decimals() {
        return Combinators.combine(Arbitraries.bigIntegers().between(BigInteger.ONE, BigInteger.TEN.pow(30)),
                Arbitraries.integers().between(-20, 40)).as(BigDecimal::new);
    }

    static Arbitrary<Double> doubles() {
        return Arbitraries.oneOf(
                Arbitraries.longs().map(Double::longBitsToDouble).filter(Double::isFinite),
                Arbitraries.of(0.0, -0.0, Double.MIN_VALUE, Double.MAX_VALUE, -Double.MAX_VALUE, 0.1, 1.0 / 3, 1e21,
                        123456789.12345679),
                Arbitraries.doubles().between(0, 2000).ofScale(6));
    }

    static Arbitrary<Point> points() {
        return Combinators.combine(doubles(), doubles()).as(Point::new);
    }

    private static Arbitrary<Shape> shapes() {
        Arbitrary<Shape> outlines = points().list().ofMinSize(3).ofMaxSize(12)
                .map(vertices -> new Shape.Outline(new Polygon(vertices)));
        Arbitrary<Shape> lines = Combinators.combine(points(), points())
                .as((a, b) -> new Shape.Line(new Segment(a, b)));
        Arbitrary<Shape> markers = points().map(Shape.Marker::new);
        Arbitrary<Shape> splines = points().list().ofMinSize(3).ofMaxSize(12)
                .map(controls -> new Shape.Spline(new ClosedSpline(controls)));
        Arbitrary<Shape> polylines = points().list().ofMinSize(2).ofMaxSize(6).map(Shape.Polyline::new);
        Arbitrary<Shape> ellipses = Combinators
                .combine(points(), points().filter(p -> p.length() > 0),
                        Arbitraries.doubles().between(1e-6, 1e6).ofScale(6))
                .as((centre, a, minor) -> new Shape.Ellipse(new Ellipse(centre, a, minor)));
        Arbitrary<Shape> axes = Combinators.combine(points(), points(), points(), points())
                .as((a, b, c, d) -> new Shape.Bidirectional(new Segment(a, b), new Segment(c, d)));
        Arbitrary<Shape> angles = Combinators.combine(points(), points(), points()).as(Shape.Angle::new);
        return Arbitraries.oneOf(outlines, lines, markers, splines, polylines, ellipses, axes, angles,
                points().map(Shape.Text::new));
    }

    private static Arbitrary<Optional<Follow>> follows() {
        return Combinators.combine(text(), Arbitraries.of(true, false), Arbitraries.doubles().between(0, 1),
                Arbitraries.of(true, false), Arbitraries.of(Follow.Review.class)).as(Follow::new).optional();
    }

    static Arbitrary<Laterality> sides() {
        return Arbitraries.of(Laterality.class);
    }

    static Arbitrary<FrameRef> frames() {
        return Combinators.combine(text(), Arbitraries.integers().between(0, Integer.MAX_VALUE)).as(FrameRef::new);
    }

    private static Arbitrary<Patient> patients() {
        return Combinators.combine(text(), text(), dates().optional(), text(), decimals().optional())
                .as((name, id, born, sex, kg) -> new Patient(name, id, born, sex, kg,
                        kg.flatMap(w -> born).map(d -> new Patient.Weighing(Patient.Weighing.Source.FILE, born))));
    }

    private static Arbitrary<ClipRef> clips() {
        return Combinators.combine(text(), text(), text()).as(ClipRef::new);
    }

    private static Arbitrary<Annotation> annotations() {
        Arbitrary<Annotation> bare = Combinators.combine(text(), frames(), shapes(), text(), text(), instants())
                .as((id, frame, shape, structure, author, at) -> new Annotation(id, frame, shape, structure,
                        Laterality.UNSPECIFIED, ScanLevel.UNSPECIFIED, ScanPlane.UNSPECIFIED, "", false, author, at));
        return Combinators.combine(bare, sides(), Arbitraries.of(ScanLevel.class), Arbitraries.of(ScanPlane.class),
                text(),
                Combinators.combine(Arbitraries.of(true, false), Arbitraries.of(true, false)).as(Annotation.State::new),
                Combinators.combine(Arbitraries.of(Origin.class), follows(), traits()).as(
                        (origin, follow, traits) -> new Past(origin, follow, traits)))
                .as(
                        (a, side, level, plane, label, state, past) -> a
                                .withLaterality(side).withLevel(level).withPlane(plane).withLabel(label)
                                .withLocked(state.locked()).withHidden(state.hidden()).withOrigin(past.origin())
                                .withFollow(past.follow()).withTraits(past.traits()));
    }

    private record Past(Origin origin, Optional<Follow> follow, Traits traits) {}

    private static Arbitrary<Traits> traits() {
        return Combinators.combine(Arbitraries.of(true, false), Arbitraries.of(Traits.Shadow.class).optional(),
                Arbitraries.of(Traits.Contour.class).optional()).as(Traits::new);
    }

    private static Arbitrary<NeedlePlan> plans() {
        Arbitrary<NeedlePlan> bare = Combinators.combine(text(), frames(), points(), points(), sides(), instants())
                .as((id, frame, entry, target, side, at) -> new NeedlePlan(id, frame, entry, target, side, "", "", "",
                        "", at));
        return Combinators.combine(bare, text(), text(), text(), text(), RandomPlans.details())
                .as((p, name, needle, note, author, detail) -> new NeedlePlan(p.id(), p.frame(), p.entry(),
                        p.target(), p.laterality(), name, needle, note, author, p.plannedAt(), detail));
    }

    private static Arbitrary<Injection> injections() {
        Arbitrary<Concentration> strengths = Combinators
                .combine(decimals(), Arbitraries.of(Concentration.Unit.class)).as(Concentration::new);
        Arbitrary<Injection.Voiding> voidings = Combinators.combine(text(), text(), instants())
                .as(Injection.Voiding::new);
        Arbitrary<Injection> bare = Combinators
                .combine(text(), instants(), text(), Arbitraries.of(InjectateClass.class), strengths, decimals(),
                        dates(), sides())
                .as((id, at, product, sort, strength, volume, expiry, side) -> new Injection(id, at, product, product,
                        sort, strength, volume, "", expiry, side, "", "", "", "", Optional.empty()));
        return Combinators.combine(bare, text(), text(), text(), text(), text(), text(), voidings.optional())
                .as((i, name, lot, site, plan, operator, note, voided) -> new Injection(i.id(), i.given(),
                        i.productId(), name, i.injectateClass(), i.concentration(), i.volumeMl(), lot, i.expiry(),
                        i.laterality(), site, plan, operator, note, voided))
                .flatMap(i -> RandomSessions.origins().optional()
                        .map(origin -> new Injection(i.id(), i.given(), i.productId(), i.productName(),
                                i.injectateClass(), i.concentration(), i.volumeMl(), i.lot(), i.expiry(),
                                i.laterality(), i.site(), i.planId(), i.operator(), i.note(), i.voided(), origin)));
    }
}
