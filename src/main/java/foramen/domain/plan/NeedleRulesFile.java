package foramen.domain.plan;

import foramen.domain.anatomy.Structure;
import foramen.domain.data.DataEntry;
import foramen.domain.data.DataFileException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads {@code needle-rules.json}, the one that ships or a clinic's own, and refuses what would leave a margin unsaid. */
final class NeedleRulesFile {
    /** Kinds that the standard rule must speak of, or a needle would pass them without a word. */
    private static final Set<Structure.Kind> GUARDED = EnumSet.of(Structure.Kind.NERVE, Structure.Kind.VESSEL,
            Structure.Kind.NO_GO, Structure.Kind.BONE);

    private NeedleRulesFile() {}

    static NeedleRules read(DataEntry file) throws DataFileException {
        file.textOr("note", "");
        List<VisibilityBand> bands = List.copyOf(file.byId("visibility", e -> new VisibilityBand(e.text("id"),
                number(e, "upToDegrees", "0", "90"), e.text("label"), e.text("source"))).values());
        List<Needle> needles = List.copyOf(file.byId("needles", NeedleRulesFile::needle).values());
        List<TargetRule> targets = List.copyOf(file.byId("targets", NeedleRulesFile::target).values());
        ascending(file, bands);
        if (needles.isEmpty()) {
            throw file.wrong("needs at least one needle in “needles”");
        }
        guarded(file, targets);
        return new NeedleRules(file.text("version"), bands, file.object("reach", NeedleRulesFile::reach), needles,
                targets, file.object("uncertainty", NeedleRulesFile::uncertainty),
                file.object("skinArc", NeedleRulesFile::skinArc),
                file.object("puncture", e -> new NeedleRules.OutOfPlane(number(e, "missWarnMm", "0", "100"),
                        e.text("source"))),
                Optional.empty());
    }

    private static void ascending(DataEntry file, List<VisibilityBand> bands) throws DataFileException {
        if (bands.isEmpty()) {
            throw file.wrong("needs at least one band in “visibility”");
        }
        for (int i = 1; i < bands.size(); i++) {
            if (bands.get(i).upToDegrees() <= bands.get(i - 1).upToDegrees()) {
                throw file.wrong("needs the bands of “visibility” from the shallowest to the steepest");
            }
        }
    }

    private static void guarded(DataEntry file, List<TargetRule> targets) throws DataFileException {
        if (targets.isEmpty()) {
            throw file.wrong("needs at least one rule in “targets”, the standard one first");
        }
        List<String> silent = new ArrayList<>();
        for (Structure.Kind kind : GUARDED) {
            if (targets.getFirst().limits().stream().noneMatch(l -> l.kind() == kind && l.structures().isEmpty())) {
                silent.add(kind.name());
            }
        }
        if (!silent.isEmpty()) {
            throw file.wrong("needs a limit for " + String.join(", ", silent) + " in the first rule of “targets”");
        }
    }

    private static Needle needle(DataEntry e) throws DataFileException {
        return new Needle(e.text("id"), e.text("label"), e.whole("gauge", 14, 34), number(e, "lengthMm", "10", "300"),
                e.choice("type", Needle.Type.class), e.text("source"));
    }

    private static NeedleRules.Reach reach(DataEntry e) throws DataFileException {
        return new NeedleRules.Reach(number(e, "hubMm", "0", "50"), number(e, "reserveMm", "0", "50"),
                number(e, "spareWarnMm", "0", "300"), e.text("source"));
    }

    private static TargetRule target(DataEntry e) throws DataFileException {
        return new TargetRule(e.text("id"), e.text("label"), e.texts("structures"), e.flag("dopplerAsked"),
                e.list("limits", NeedleRulesFile::limit), e.text("source"));
    }

    private static TargetRule.Limit limit(DataEntry e) throws DataFileException {
        double warn = number(e, "warnMm", "0", "100");
        TargetRule.Limit limit = new TargetRule.Limit(e.choice("kind", Structure.Kind.class), e.texts("structures"),
                warn, e.has("blockMm") ? number(e, "blockMm", "0", "100") : null, e.text("source"));
        if (limit.blockMm() != null && limit.blockMm() > warn) {
            throw e.wrong("stops before it warns; exchange “warnMm” and “blockMm”");
        }
        return limit;
    }

    private static UncertaintyRules uncertainty(DataEntry e) throws DataFileException {
        return new UncertaintyRules(e.object("calibration", NeedleRulesFile::component),
                e.object("drawnScale", NeedleRulesFile::component), e.object("trace", NeedleRulesFile::component),
                e.object("depth", NeedleRulesFile::component));
    }

    private static UncertaintyRules.Component component(DataEntry e) throws DataFileException {
        return new UncertaintyRules.Component(e.text("label"), number(e, "value", "0", "100"), e.text("unit"),
                e.text("source"));
    }

    private static NeedleRules.SkinArc skinArc(DataEntry e) throws DataFileException {
        return new NeedleRules.SkinArc(number(e, "minRadiusMm", "1", "1000"), number(e, "maxRadiusMm", "1", "1000"),
                number(e, "entryOffMm", "0", "100"), e.text("source"));
    }

    private static double number(DataEntry e, String name, String least, String most) throws DataFileException {
        return e.number(name, least, most).doubleValue();
    }
}
