package foramen.storage;

import foramen.domain.plan.ActualNeedle;
import foramen.domain.plan.Approach;
import foramen.domain.plan.FrameRange;
import foramen.domain.plan.Landmark;
import foramen.domain.plan.NeedleDirection;
import foramen.domain.plan.NeedlePass;
import foramen.domain.plan.PlanDetail;
import foramen.domain.plan.PlanOverride;
import foramen.domain.plan.PlanWarning;
import foramen.domain.plan.Puncture;
import foramen.domain.plan.SkinSetting;
import foramen.geometry.Polygon;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** What a plan can say beyond its first path. */
final class RandomPlans {
    private RandomPlans() {}

    static Arbitrary<PlanDetail> details() {
        return Arbitraries.frequencyOf(Tuple.of(1, Arbitraries.just(PlanDetail.FIRST)),
                Tuple.of(3, full()));
    }

    private static Arbitrary<PlanDetail> full() {
        Arbitrary<NeedlePass> passes = Combinators
                .combine(RandomCases.points(), RandomCases.points(), RandomCases.text(), RandomCases.text())
                .as(NeedlePass::new);
        Arbitrary<FrameRange> ranges = Combinators
                .combine(Arbitraries.integers().between(0, 90), Arbitraries.integers().between(0, 90))
                .as((a, b) -> new FrameRange(Math.min(a, b), Math.max(a, b)));
        return Combinators.combine(Arbitraries.integers().between(1, 99), RandomCases.text(),
                passes.list().ofMaxSize(2), approaches(), ranges.optional(), overrides().list().ofMaxSize(2),
                actual().list().ofMaxSize(2)).as(PlanDetail::new);
    }

    private static Arbitrary<Double> positive() {
        return Arbitraries.doubles().between(0.01, 89);
    }

    private static Arbitrary<Approach> approaches() {
        Arbitrary<Puncture> punctures = Combinators.combine(positive().optional(), positive().optional())
                .as(Puncture::new);
        Arbitrary<Landmark> landmarks = Combinators.combine(RandomCases.text(), positive().optional())
                .as(Landmark::new);
        return Combinators.combine(punctures.optional(), Arbitraries.of(NeedleDirection.class), landmarks,
                Arbitraries.of(true, false), skins().optional()).as(Approach::new);
    }

    private static Arbitrary<SkinSetting> skins() {
        Arbitrary<SkinSetting.Form> forms = Arbitraries.oneOf(
                Combinators.combine(RandomCases.points(), RandomCases.points(), RandomCases.points())
                        .as(SkinSetting.Form.ThreePoints::new),
                Combinators.combine(RandomCases.points(), positive()).as(SkinSetting.Form.Centre::new),
                Combinators.combine(RandomCases.points(), positive()).as(SkinSetting.Form.Face::new));
        return Combinators.combine(forms, RandomCases.text(), RandomCases.instants()).as(SkinSetting::new);
    }

    private static Arbitrary<PlanOverride> overrides() {
        return Combinators.combine(Arbitraries.of(PlanWarning.Code.class), Arbitraries.integers().between(0, 3),
                RandomCases.text(), RandomCases.text(), RandomCases.text().filter(t -> !t.isBlank()),
                RandomCases.text(), RandomCases.instants()).as(PlanOverride::new);
    }

    private static Arbitrary<ActualNeedle> actual() {
        Arbitrary<Polygon> spreads = RandomCases.points().list().ofMinSize(3).ofMaxSize(5).map(Polygon::new);
        return Combinators.combine(RandomCases.frames(), Arbitraries.integers().between(1, 3), RandomCases.points(),
                RandomCases.points(), RandomCases.points(), spreads.optional(), RandomCases.text(),
                RandomCases.instants()).as(ActualNeedle::new);
    }
}
