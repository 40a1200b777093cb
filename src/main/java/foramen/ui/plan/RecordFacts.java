package foramen.ui.plan;

import foramen.domain.anatomy.ScanPlane;
import foramen.domain.delivery.PlanRecord;
import foramen.domain.injection.Dose;
import foramen.domain.plan.NeedlePlan;
import foramen.ui.support.Words;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Puts the record of a plan into words. */
final class RecordFacts {
    private static final int PLACES = 6;
    private static final int SCALE_PLACES = 4;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Words words;
    private final Locale locale;

    RecordFacts(Words words) {
        this.words = words;
        this.locale = words.locale();
    }

    List<PlanState.Fact> of(PlanRecord r) {
        List<PlanState.Fact> all = new ArrayList<>();
        NeedlePlan plan = r.plan();
        add(all, "plan.record.version", words.text("plan.record.version.of", plan.detail().version(),
                plan.author().isBlank() ? words.text("plan.override.nobody") : plan.author()));
        PlanRecord.Source s = r.source();
        add(all, "plan.record.scale", s.scale().map(k -> words.text("plan.record.scale.of",
                Dimension.number(k.mmAcross(1), SCALE_PLACES, locale),
                Dimension.number(k.mmDown(1), SCALE_PLACES, locale)))
                .orElseGet(() -> words.text("plan.record.scale.none")));
        add(all, "plan.record.probe", s.transducer().isBlank() ? words.text("plan.record.unsaid") : s.transducer());
        add(all, "plan.record.depth", s.depthMm().map(d -> Dimension.mm(d, locale)).orElseGet(
                () -> words.text(s.scale().isPresent() ? "plan.record.unsaid" : "plan.record.scale.none")));
        add(all, "plan.record.plane", s.planes().isEmpty()
                ? words.of(ScanPlane.UNSPECIFIED)
                : s.planes().stream().map(words::of).collect(Collectors.joining(", ")));
        boolean several = r.targets().size() > 1;
        for (PlanRecord.Target t : r.targets()) {
            String which = several ? " " + t.number() : "";
            all.add(new PlanState.Fact(words.text("plan.record.code") + which,
                    t.code().map(c -> c.scheme() + " " + c.value() + ", " + c.meaning())
                            .orElseGet(() -> words.text("plan.record.code.none"))));
            t.entryFromEdgeMm().ifPresent(mm -> all.add(new PlanState.Fact(words.text("plan.record.edge") + which,
                    Dimension.mm(mm, locale))));
        }
        r.needle().ifPresent(n -> add(all, "plan.record.needle", n.label() + ", " + words.of(n.type())));
        add(all, "plan.record.marks", Integer.toString(r.marks().size()));
        r.injectate().forEach(p -> add(all, "plan.record.give", given(p)));
        return all;
    }

    private String given(PlanRecord.Portion p) {
        String what = words.text("plan.record.given", p.product(), p.strength(), Dose.plain(p.volumeMl()),
                p.amount().text(PLACES), p.unit());
        return p.fraction().map(f -> words.text("plan.record.fraction", what, f.times(HUNDRED).text(1))).orElse(what);
    }

    private void add(List<PlanState.Fact> all, String key, String value) {
        all.add(new PlanState.Fact(words.text(key), value));
    }
}
