package foramen.ui.outcome;

import foramen.domain.anatomy.Laterality;
import foramen.domain.assessment.NeuroFinding;
import foramen.domain.assessment.TestCatalog;
import foramen.domain.assessment.TestFinding;
import foramen.domain.assessment.TestFinding.PainSite;
import foramen.domain.assessment.TestFinding.Result;
import foramen.ui.support.Decimals;
import foramen.ui.support.Words;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Writes what was found on the side examined: provocation tests and neurological findings. */
public final class FindingEdits {
    private static final int MOST_ANGLE = 180;

    private final VisitAtHand hand;
    private final TestCatalog catalog;
    private final Words words;

    FindingEdits(VisitAtHand hand, TestCatalog catalog, Words words) {
        this.hand = hand;
        this.catalog = catalog;
        this.words = words;
    }

    /** Says what a test gave on the side examined; the same again takes it back. */
    public void result(String testId, Result result) {
        finding(testId, f -> f.filter(now -> now.result() == result).isPresent()
                ? Optional.empty()
                : Optional.of(with(f.orElseGet(() -> blank(testId, result)), result)));
    }

    /** Takes back what was said of a test. */
    public void clear(String testId) {
        finding(testId, f -> Optional.empty());
    }

    /** Says the pain during a test, which has to have a result. */
    public void nrs(String testId, OptionalInt nrs) {
        finding(testId, f -> f.map(t -> new TestFinding(t.testId(), t.side(), t.result(), t.sites(), nrs, t.angleDeg(),
                t.note())));
    }

    /** Says at which angle pain came, degrees; answers with one sentence where that is no angle. */
    public String typeAngle(String testId, String typed) {
        Optional<BigDecimal> angle = Decimals.parse(typed);
        boolean none = typed.isBlank();
        if (!none && angle.filter(a -> a.stripTrailingZeros().scale() <= 0 && a.signum() >= 0
                && a.compareTo(BigDecimal.valueOf(MOST_ANGLE)) <= 0).isEmpty()) {
            return words.text("assess.angle.complaint");
        }
        OptionalInt next = none ? OptionalInt.empty() : OptionalInt.of(angle.orElseThrow().intValueExact());
        finding(testId, f -> f.map(t -> new TestFinding(t.testId(), t.side(), t.result(), t.sites(), t.nrs(), next,
                t.note())));
        return "";
    }

    /** Says that a test reproduced the pain at {@code site}, or that it did not. */
    public void toggle(String testId, PainSite site) {
        finding(testId, f -> f.map(t -> {
            Set<PainSite> sites = EnumSet.noneOf(PainSite.class);
            sites.addAll(t.sites());
            if (!sites.remove(site)) {
                sites.add(site);
            }
            return new TestFinding(t.testId(), t.side(), t.result(), sites, t.nrs(), t.angleDeg(), t.note());
        }));
    }

    /** Grades a neurological finding on the side examined; empty takes it back. */
    public void grade(NeuroFinding.Item item, OptionalInt grade) {
        Laterality on = sideOf(item);
        if (on != Laterality.UNSPECIFIED) {
            hand.edit(v -> {
                List<NeuroFinding> all = new ArrayList<>(v.neuro().stream()
                        .filter(n -> n.item() != item || n.side() != on).toList());
                grade.ifPresent(g -> all.add(new NeuroFinding(item, on, g)));
                return v.withNeuro(all);
            });
        }
    }

    private Laterality sideOf(NeuroFinding.Item item) {
        return item == NeuroFinding.Item.PERINEAL_SENSATION ? Laterality.BILATERAL : hand.side();
    }

    private void finding(String testId, UnaryOperator<Optional<TestFinding>> change) {
        Laterality on = sideOf(testId);
        if (on == Laterality.UNSPECIFIED) {
            return;
        }
        hand.edit(v -> {
            List<TestFinding> all = new ArrayList<>();
            Optional<TestFinding> was = v.tests().stream().filter(t -> t.testId().equals(testId) && t.side() == on)
                    .findFirst();
            Optional<TestFinding> next = change.apply(was);
            v.tests().forEach(t -> {
                if (was.filter(t::equals).isPresent()) {
                    next.ifPresent(all::add);
                } else {
                    all.add(t);
                }
            });
            if (was.isEmpty()) {
                next.ifPresent(all::add);
            }
            return v.withTests(all);
        });
    }

    private Laterality sideOf(String testId) {
        return catalog.test(testId).filter(t -> !t.sided()).isPresent() ? Laterality.BILATERAL : hand.side();
    }

    private TestFinding blank(String testId, Result result) {
        return new TestFinding(testId, sideOf(testId), result);
    }

    /** Pain and its place belong to a positive test; where it gives none, they go. */
    private static TestFinding with(TestFinding t, Result result) {
        boolean pain = result == Result.POSITIVE || result == Result.NOT_TOLERATED;
        return new TestFinding(t.testId(), t.side(), result, pain ? t.sites() : Set.of(),
                pain ? t.nrs() : OptionalInt.empty(), t.angleDeg(), t.note());
    }
}
