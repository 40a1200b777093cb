package foramen.domain.plan;

import foramen.domain.anatomy.Structure;
import foramen.domain.annotation.Annotation;
import foramen.domain.clip.Calibration;
import foramen.domain.clip.Scale;
import foramen.domain.measurement.Reading;
import foramen.geometry.Point;
import foramen.geometry.Segment;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a plan is warned of, in words. */
final class PlanWarnings {
    private static final String WRONG_SIDE = "WHO surgical safety checklist 2009, site verification";

    private final NeedleRules rules;
    private final NeedleGeometry geometry;
    private final Locale locale;

    PlanWarnings(NeedleRules rules, NeedleGeometry geometry, Locale locale) {
        this.rules = rules;
        this.geometry = geometry;
        this.locale = locale;
    }

    /**
     * Something guarded that is drawn on the planned frame.
     *
     * @param annotation it
     * @param name as told
     * @param kind what sort of structure
     */
    record Drawn(Annotation annotation, String name, Structure.Kind kind) {}

    List<PlanWarning> of(NeedlePlan plan, List<PassAssessment> passes, Calibration calibration,
            List<Drawn> guarded, PlanSides sides) {
        List<PlanWarning> all = new ArrayList<>();
        sides.disagreements(plan.laterality()).forEach(w -> all.add(new PlanWarning(PlanWarning.Code.SIDE,
                PlanWarning.Level.BLOCK, 0, "", w, WRONG_SIDE)));
        boolean several = passes.size() > 1;
        rules.complaint().ifPresent(c -> all.add(new PlanWarning(PlanWarning.Code.CLINIC_FILE,
                PlanWarning.Level.BLOCK, 0, "", c, "a clinic's own figures may not be replaced without a word"
                        + " (engineering default)")));
        for (PassAssessment p : passes) {
            String which = several ? PlanWarning.prefix(p.number()) : "";
            if (!(p.reading().depth() instanceof Reading.Measured)) {
                withoutScale(all, p, guarded, which);
            }
            p.margins().forEach(m -> margins(all, p, m, which));
            needle(all, plan, p, which);
            puncture(all, plan, p, which);
            if (p.rule().dopplerAsked() && !plan.detail().approach().dopplerDone()) {
                all.add(new PlanWarning(PlanWarning.Code.DOPPLER, PlanWarning.Level.WARN, p.number(), "",
                        which + "Look for vessels with Doppler before this target, then tick it as done.",
                        p.rule().source()));
            }
        }
        skin(all, plan, passes, calibration);
        return all;
    }

    /** That lines cross needs no scale to be seen. */
    private void withoutScale(List<PlanWarning> all, PassAssessment p, List<Drawn> guarded, String which) {
        List<Drawn> met = guarded.stream()
                .filter(d -> new Obstacle(d.name(), d.annotation().structureId(), d.annotation().shape())
                        .pixelsTo(p.pass().path()) == 0)
                .toList();
        for (Drawn d : met) {
            rules.limit(p.rule(), d.kind(), d.annotation().structureId())
                    .ifPresent(l -> all.add(new PlanWarning(PlanWarning.Code.NO_SCALE, level(l, 0), p.number(),
                            d.annotation().id(), which + "The path meets the " + decapitalised(d.name())
                                    + "; without a scale no margin can be checked.",
                            l.source())));
        }
        if (met.isEmpty() && !guarded.isEmpty()) {
            all.add(new PlanWarning(PlanWarning.Code.NO_SCALE, PlanWarning.Level.WARN, p.number(), "",
                    which + "Without a scale no margin can be checked.", ""));
        }
    }

    private void margins(List<PlanWarning> all, PassAssessment p, MarginReading m, String which) {
        TargetRule.Limit limit = m.limit();
        m.here().ifPresent(c -> {
            if (limit.warns(c.pathMm()) || limit.blocks(c.pathMm())) {
                all.add(new PlanWarning(PlanWarning.Code.MARGIN, level(limit, c.pathMm()), p.number(), m.subject(),
                        which + approach(m, c, p.puncture().isPresent() ? "The tip" : "The path") + ends(limit, c),
                        limit.source()));
            } else if (limit.blocks(c.pathMargin95())) {
                all.add(new PlanWarning(PlanWarning.Code.UNCERTAIN_MARGIN, PlanWarning.Level.WARN, p.number(),
                        m.subject(),
                        which + approach(m, c, p.puncture().isPresent() ? "The tip" : "The path") + ends(limit, c),
                        limit.source()));
            }
        });
        double here = m.here().map(MarginReading.Clear::pathMm).orElse(Double.POSITIVE_INFINITY);
        m.worst().filter(w -> w.clear().pathMm() < here && limit.warns(w.clear().pathMm()))
                .ifPresent(w -> all.add(new PlanWarning(PlanWarning.Code.WORST_CASE,
                        level(limit, w.clear().pathMm()), p.number(), m.subject(),
                        which + "On frame " + (w.frame() + 1) + " "
                                + approach(m, w.clear(), p.puncture().isPresent() ? "the tip" : "the path")
                                + ends(limit, w.clear()),
                        limit.source())));
    }

    private static PlanWarning.Level level(TargetRule.Limit limit, double mm) {
        return limit.blocks(mm) ? PlanWarning.Level.BLOCK : PlanWarning.Level.WARN;
    }

    private String approach(MarginReading m, MarginReading.Clear c, String what) {
        String name = decapitalised(m.name());
        return c.pathMm() <= 0
                ? what + " meets the " + name
                : what + " passes " + fixed(c.pathMm()) + "\u00a0mm from the " + name;
    }

    private String ends(TargetRule.Limit limit, MarginReading.Clear c) {
        String asked = limit.warnMm() > 0 ? "the margin is " + number(limit.warnMm()) + " mm" : "it lies in the way";
        Double block = limit.blockMm();
        String stop = block == null || block <= 0 ? "" : ", below " + number(block) + " mm only with a reason";
        return " (95 % sure of " + fixed(c.pathMargin95()) + "\u00a0mm); " + asked + stop + " (" + limit.source()
                + ").";
    }

    private void needle(List<PlanWarning> all, NeedlePlan plan, PassAssessment p, String which) {
        Optional<NeedleChoice> choice = p.needle();
        if (choice.isEmpty()) {
            return;
        }
        NeedleChoice n = choice.get();
        double spare = n.spareMm().orElse(0.0);
        if (n.chosen().isPresent() && spare < 0) {
            all.add(new PlanWarning(PlanWarning.Code.NEEDLE_SHORT, PlanWarning.Level.WARN, p.number(),
                    plan.needleId(), which + capital(n.words(locale)) + "; take a longer one.",
                    rules.reach().source()));
        } else if (n.chosen().isPresent() && spare > rules.reach().spareWarnMm()) {
            all.add(new PlanWarning(PlanWarning.Code.NEEDLE_SPARE, PlanWarning.Level.WARN, p.number(),
                    plan.needleId(), which + capital(n.words(locale)) + "; a shorter one is easier to hold"
                            + n.shortest().map(s -> ", " + s.label() + " reaches.").orElse("."),
                    rules.reach().source()));
        } else if (n.chosen().isEmpty() && n.shortest().isEmpty()) {
            all.add(new PlanWarning(PlanWarning.Code.NEEDLE_SHORT, PlanWarning.Level.WARN, p.number(), "",
                    which + "No needle of the stock list reaches " + number(n.neededMm()) + " mm under the skin.",
                    rules.reach().source()));
        }
    }

    private void puncture(List<PlanWarning> all, NeedlePlan plan, PassAssessment p, String which) {
        if (plan.detail().approach().inPlane()) {
            return;
        }
        all.add(new PlanWarning(PlanWarning.Code.SHAFT_UNSEEN, PlanWarning.Level.WARN, p.number(), "",
                which + "Out of plane the shaft is not seen, and nothing beside the plane is checked.",
                "general knowledge; in plane is the usual way in the deep gluteal region"));
        if (p.puncture().isEmpty() && p.reading().depth() instanceof Reading.Measured) {
            all.add(new PlanWarning(PlanWarning.Code.PUNCTURE_UNMEASURED, PlanWarning.Level.WARN, p.number(), "",
                    which + "Measure how far the puncture lies from the plane, so that depth and length can be told.",
                    ""));
        }
        p.puncture().ifPresent(r -> {
            double miss = r.missMm().orElse(Double.POSITIVE_INFINITY);
            if (miss > rules.puncture().missWarnMm()) {
                String words = r.missMm().isPresent()
                        ? "The tip meets the plane " + fixed(miss) + "\u00a0mm from the target, at "
                                + fixed(r.meetingDepthMm().orElseThrow()) + "\u00a0mm depth; "
                                + Math.round(r.neededDegrees()) + "° would reach its depth."
                        : "At this angle the needle never meets the plane.";
                all.add(new PlanWarning(PlanWarning.Code.MISSES_TARGET, PlanWarning.Level.WARN, p.number(), "",
                        which + words, rules.puncture().source()));
            }
        });
    }

    private void skin(List<PlanWarning> all, NeedlePlan plan, List<PassAssessment> passes, Calibration calibration) {
        for (PassAssessment p : passes) {
            if (!(calibration.scaleFor(List.of(p.pass().entry(), p.pass().target())) instanceof Scale.Known k)) {
                continue;
            }
            SkinLine line = p.reading().skin().orElseThrow();
            Optional<String> refused = plan.detail().approach().skin().flatMap(s -> geometry.refusal(s, k));
            if (refused.isPresent() && p.number() == 1) {
                all.add(new PlanWarning(PlanWarning.Code.SKIN_ARC_REFUSED, PlanWarning.Level.WARN, 0, "",
                        refused.get() + " The skin is taken as straight.", rules.skinArc().source()));
            } else if (line.source() == SkinSource.ARC_MISSING && p.number() == 1) {
                all.add(new PlanWarning(PlanWarning.Code.SKIN_ARC_MISSING, PlanWarning.Level.WARN, 0, "",
                        "The file names a curved array: mark its skin arc, or angles and depths are those of a"
                                + " straight skin.",
                        "DICOM PS3.3 C.8.5.6, C.8.24.2"));
            }
            double off = Math.abs(line.depth(k.toMm(p.pass().entry())));
            if (line instanceof SkinLine.Arc && off > rules.skinArc().entryOffMm()) {
                all.add(new PlanWarning(PlanWarning.Code.ENTRY_OFF_SKIN, PlanWarning.Level.WARN, p.number(), "",
                        "The entry point lies " + fixed(off) + "\u00a0mm off the skin arc; put it on the arc.",
                        rules.skinArc().source()));
            }
            if (line instanceof SkinLine.Straight && plan.detail().approach().inPlane()) {
                belowFace(all, p, k, calibration);
            }
        }
    }

    /** A needle that comes in from the picture's side has gone some way already. */
    private void belowFace(List<PlanWarning> all, PassAssessment p, Scale.Known k, Calibration calibration) {
        Point entry = p.pass().entry();
        double below = NeedleGeometry.belowFace(entry, k, calibration).orElse(0.0);
        Segment mm = k.toMm(p.pass().path());
        double rise = (mm.b().y() - mm.a().y()) / mm.length();
        if (below > rules.skinArc().entryOffMm()) {
            String way = rise > 0
                    ? "the way from there to the target is " + fixed(mm.length() + below / rise) + "\u00a0mm"
                    : "the way from there cannot be told";
            all.add(new PlanWarning(PlanWarning.Code.ENTRY_OFF_SKIN, PlanWarning.Level.WARN, p.number(), "",
                    "The entry point lies " + fixed(below) + "\u00a0mm below the transducer face: unless gel or a pad"
                            + " lies between, " + way + ".",
                    rules.skinArc().source()));
        }
    }

    private static String decapitalised(String name) {
        // An abbreviation keeps its capitals.
        return name.length() < 2 || Character.isUpperCase(name.charAt(1))
                ? name
                : name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }

    private static String capital(String words) {
        return words.isEmpty() ? words : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private String fixed(double value) {
        return format(value, 1);
    }

    private String number(double value) {
        return format(value, 0);
    }

    private String format(double value, int least) {
        NumberFormat f = NumberFormat.getNumberInstance(locale);
        f.setMinimumFractionDigits(least);
        f.setMaximumFractionDigits(1);
        f.setGroupingUsed(false);
        // What rounds to nought is shown without a sign.
        return f.format(Math.abs(value) < 0.05 ? 0 : value);
    }
}
