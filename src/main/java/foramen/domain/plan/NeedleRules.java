package foramen.domain.plan;

import foramen.domain.anatomy.Structure;
import foramen.domain.data.DataFile;
import foramen.domain.data.NeededRows;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The planner's numbers, from the cited data file {@code needle-rules.json}.
 *
 * @param version version of the file
 * @param visibility bands by angle, shallowest first
 * @param reach what of a needle's length cannot be used
 * @param needles the stock list
 * @param targets what has to hold by kind of target, the standard rule first
 * @param uncertainty how far distances can be off
 * @param skinArc what the skin arc of a probe can be
 * @param puncture what holds for a needle out of plane
 * @param complaint why a clinic's own copy is not in use, one sentence; it stops every plan until it is mended
 */
public record NeedleRules(String version, List<VisibilityBand> visibility, Reach reach, List<Needle> needles,
        List<TargetRule> targets, UncertaintyRules uncertainty, SkinArc skinArc, OutOfPlane puncture,
        Optional<String> complaint) {
    /** The name of the file, also of a clinic's own copy in the folder of records. */
    public static final DataFile<NeedleRules> FILE = new DataFile<>("needle-rules.json", NeedleRules.class,
            NeedleRulesFile::read,
            List.of(NeededRows.of("targets").unless("structures"),
                    NeededRows.of("targets/limits").byChoice("kind").unless("structures")));

    /** Copies the lists and refuses rules without a standard one. */
    public NeedleRules {
        visibility = List.copyOf(visibility);
        needles = List.copyOf(needles);
        targets = List.copyOf(targets);
        if (targets.isEmpty() || !targets.getFirst().structures().isEmpty()) {
            throw new IllegalArgumentException("The first target rule must be the standard one, for all structures");
        }
    }

    /**
     * What of a needle's length cannot be used.
     *
     * @param hubMm taken by the hub
     * @param reserveMm kept for tissue compression
     * @param spareWarnMm the operator is told where more than that stays unused
     * @param source where the figures come from
     */
    public record Reach(double hubMm, double reserveMm, double spareWarnMm, String source) {}

    /**
     * A distance to a kind of structure below which the operator is told.
     *
     * @param kind which kind of structure
     * @param warnMm the distance
     * @param source where it comes from
     */
    public record Margin(Structure.Kind kind, double warnMm, String source) {}

    /**
     * What the skin arc of a curved array can be.
     *
     * @param minRadiusMm smallest radius of a probe
     * @param maxRadiusMm largest
     * @param entryOffMm the operator is told where the entry lies farther off the arc
     * @param source where the figures come from
     */
    public record SkinArc(double minRadiusMm, double maxRadiusMm, double entryOffMm, String source) {}

    /**
     * What holds for a needle out of plane.
     *
     * @param missWarnMm the operator is told where the tip meets the plane farther from the target
     * @param source where the figure comes from
     */
    public record OutOfPlane(double missWarnMm, String source) {}

    /** The rules that ship with the planner. */
    public static NeedleRules standard() {
        return FILE.standard();
    }

    /** The same, in the place of a clinic's own file that cannot be used. */
    public NeedleRules insteadOfClinics(String why) {
        return new NeedleRules(version, visibility, reach, needles, targets, uncertainty, skinArc, puncture,
                Optional.of(why));
    }

    /** The band that {@code degrees} to the skin falls into. */
    public VisibilityBand band(double degrees) {
        return visibility.stream().filter(b -> degrees <= b.upToDegrees()).findFirst().orElseGet(visibility::getLast);
    }

    /** How far a needle reaches under the skin, mm. */
    public double reachMm(Needle needle) {
        return needle.lengthMm() - reach.hubMm() - reach.reserveMm();
    }

    /** The shortest needle of the stock list that reaches {@code pathMm}; of one length the one that stands first. */
    public Optional<Needle> shortestFor(double pathMm) {
        return needles.stream().filter(n -> reachMm(n) >= pathMm).min(Comparator.comparingDouble(Needle::lengthMm));
    }

    /** The needle with that name. */
    public Optional<Needle> needle(String id) {
        return needles.stream().filter(n -> n.id().equals(id)).findFirst();
    }

    /** The distances of the standard rule, one for each kind that has one above nought. */
    public List<Margin> margins() {
        return targets.getFirst().limits().stream().filter(l -> l.warnMm() > 0 && l.structures().isEmpty())
                .map(l -> new Margin(l.kind(), l.warnMm(), l.source())).toList();
    }

    /** The margin for a kind of structure by the standard rule, where there is one. */
    public Optional<Margin> margin(Structure.Kind kind) {
        return margins().stream().filter(m -> m.kind() == kind).findFirst();
    }

    /** The rule with that name. */
    public Optional<TargetRule> target(String id) {
        return targets.stream().filter(t -> t.id().equals(id)).findFirst();
    }

    /** The rule for a target that is {@code structureId}; the standard one where none names it. */
    public TargetRule targetOf(String structureId) {
        return targets.stream().filter(t -> t.structures().contains(structureId)).findFirst()
                .orElseGet(targets::getFirst);
    }

    /** The distance that {@code rule}, else the standard rule, asks for; the one that names the structure goes first. */
    public Optional<TargetRule.Limit> limit(TargetRule rule, Structure.Kind kind, String structureId) {
        return best(rule, kind, structureId).or(() -> best(targets.getFirst(), kind, structureId));
    }

    private static Optional<TargetRule.Limit> best(TargetRule rule, Structure.Kind kind, String structureId) {
        return rule.limits().stream().filter(l -> l.concerns(kind, structureId))
                .max(Comparator.comparing(l -> !l.structures().isEmpty()));
    }
}
