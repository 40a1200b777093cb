package foramen.app.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import foramen.app.composition.Composition;
import foramen.app.composition.UserException;
import foramen.domain.anatomy.Laterality;
import foramen.domain.anatomy.StructureCatalog;
import foramen.domain.annotation.Annotation;
import foramen.domain.annotation.Shape;
import foramen.domain.casefile.Case;
import foramen.domain.casefile.CaseId;
import foramen.domain.clip.Calibration;
import foramen.domain.clip.Clip;
import foramen.domain.clip.FrameRef;
import foramen.domain.clip.ManualCalibration;
import foramen.domain.delivery.PlanRecord;
import foramen.domain.delivery.PlanRecordReader;
import foramen.domain.delivery.SessionFigures;
import foramen.domain.measurement.Reading;
import foramen.domain.plan.ActualReader;
import foramen.domain.plan.ActualReading;
import foramen.domain.plan.Fan;
import foramen.domain.plan.MarginReading;
import foramen.domain.plan.Needle;
import foramen.domain.plan.NeedleGeometry;
import foramen.domain.plan.NeedlePass;
import foramen.domain.plan.NeedlePlan;
import foramen.domain.plan.NeedleReading;
import foramen.domain.plan.NeedleRules;
import foramen.domain.plan.Obstacle;
import foramen.domain.plan.PassAssessment;
import foramen.domain.plan.PlanAssessment;
import foramen.domain.plan.PlanAssessor;
import foramen.domain.plan.PlanOverride;
import foramen.domain.plan.PlanSides;
import foramen.domain.plan.PlanWarning;
import foramen.domain.plan.TargetRule;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code foramen plan}: what follows from an entry and a target. */
@Command(name = "plan", description = "Read depth, path, angle and margins off a needle plan of one target or several.")
final class PlanCommand extends ClipCommand {
    @Mixin
    private final PlanOptions options = new PlanOptions();

    @Mixin
    private final CalibrateOptions calibrate = new CalibrateOptions();

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    PlanCommand(Composition composition) {
        super(composition);
    }

    /** A program that reads JSON finds it in the calibration's note. */
    private void remark(String words) {
        if (!json) {
            spec.commandLine().getErr().println("foramen: " + words);
        }
    }

    @Override
    void run(Clip clip) throws UserException {
        FrameRef frame = new FrameRef(clip.info().identity().sopInstanceUid(), number - 1);
        NeedleRules rules = composition.needleRules();
        Calibration calibration = calibrate.calibration(clip.info(), number, this::remark);
        List<Annotation> round = options.annotations(frame, composition.structures());
        PlanAssessor assessor = new PlanAssessor(rules, composition.structures(), Locale.ROOT);
        PlanSides sides = new PlanSides(Laterality.UNSPECIFIED, clip.info().laterality());
        NeedlePlan plan = known(options.plan(frame), rules);
        for (String typed : options.overrides()) {
            plan = overridden(plan, typed, assessor.assess(plan, calibration, round, sides));
        }
        NeedlePlan made = plan;
        PlanAssessment assessment = assessor.assess(made, calibration, round, sides);
        List<ActualReading> seen = made.detail().actual().stream()
                .map(a -> new ActualReader(rules).read(a, calibration, made.detail().approach().skin())).toList();
        if (json) {
            List<Fan> fans = assessment.passes().stream()
                    .map(p -> assessor.fan(made, p.number(), clip.info().columns(), calibration, round)).toList();
            ObjectNode node = json(calibration, assessment, rules);
            PlanText.put(node, assessment, fans, seen);
            node.set("record", PlanText.record(record(made, round, calibration, clip, rules)));
            out().println(JsonText.line(node.put("disclaimer", NeedlePlan.DISCLAIMER)));
        } else {
            print(assessment, seen);
        }
    }

    /** The command has no case; one of its own holds what was typed. */
    private PlanRecord record(NeedlePlan plan, List<Annotation> round, Calibration calibration, Clip clip,
            NeedleRules rules) {
        Case typed = Case.begin(new CaseId(composition.newId()), Instant.EPOCH).withAnnotations(round).withPlan(plan);
        for (ManualCalibration m : calibration.manual()) {
            typed = typed.withCalibration(m);
        }
        return new PlanRecordReader(rules, composition.structures(),
                new SessionFigures(composition.doseBook(), composition.zone())).read(plan, typed, clip.info());
    }

    private static NeedlePlan known(NeedlePlan plan, NeedleRules rules) throws UserException {
        for (NeedlePass p : plan.passes()) {
            if (!p.ruleId().isEmpty() && rules.target(p.ruleId()).isEmpty()) {
                throw new UserException("There is no rule " + p.ruleId() + "; the known ones are "
                        + String.join(", ", rules.targets().stream().map(TargetRule::id).toList()) + ".");
            }
        }
        if (!plan.needleId().isEmpty() && rules.needle(plan.needleId()).isEmpty()) {
            throw new UserException("There is no needle " + plan.needleId() + "; the stock list has "
                    + String.join(", ", rules.needles().stream().map(Needle::id).toList()) + ".");
        }
        return plan;
    }

    /** Overrides what {@code CODE[@TARGET]=REASON} names. */
    private static NeedlePlan overridden(NeedlePlan plan, String typed, PlanAssessment now) throws UserException {
        int cut = typed.indexOf('=');
        String[] which = (cut < 0 ? "" : typed.substring(0, cut)).split("@", -1);
        String reason = cut < 0 ? "" : typed.substring(cut + 1).strip();
        if (reason.isEmpty()) {
            throw new UserException(
                    "--override needs a code and a reason, such as MARGIN=\"needle guided by colour\".");
        }
        List<PlanWarning> meant = now.open().stream()
                .filter(w -> w.code().name().equalsIgnoreCase(which[0])
                        && (which.length == 1 || which[1].equals(Integer.toString(w.target()))))
                .toList();
        if (meant.isEmpty()) {
            throw new UserException("There is no warning " + typed.substring(0, cut) + " to override; raised are "
                    + now.open().stream().map(w -> w.code().name()).distinct().toList() + ".");
        }
        NeedlePlan next = plan;
        for (PlanWarning w : meant) {
            next = next.withDetail(next.detail().withOverride(PlanOverride.of(w, reason, "", Instant.EPOCH)),
                    Instant.EPOCH);
        }
        return next;
    }

    /** What the first releases printed, of the first target. */
    private ObjectNode json(Calibration calibration, PlanAssessment assessment, NeedleRules rules) {
        NeedlePlan plan = assessment.plan();
        NeedleReading r = assessment.passes().getFirst().reading();
        ObjectNode node = JsonText.object().put("file", file.toString()).put("frame", number);
        JsonText.put(node, "depth_mm", r.depth());
        r.depthFromTransducer().ifPresent(d -> JsonText.put(node, "depth_from_transducer_mm", d));
        JsonText.put(node, "path_length_mm", r.pathLength());
        JsonText.put(node, "lateral_offset_mm", r.lateralOffset());
        JsonText.put(node, "angle_deg", r.angleToSkin());
        r.visibility().ifPresent(v -> node.put("visibility", v.id()));
        List<Obstacle> nerve = options.outline().stream()
                .map(o -> new Obstacle("Sciatic nerve", StructureCatalog.SCIATIC_NERVE, new Shape.Outline(o))).toList();
        new NeedleGeometry(rules).read(plan.path(), calibration, nerve).clearances().forEach(c -> {
            JsonText.put(node, "distance_to_outline_mm", c.fromPath());
            JsonText.put(node, "tip_to_outline_mm", c.fromTip());
        });
        if (r.pathLength() instanceof Reading.Measured path) {
            rules.shortestFor(path.value()).ifPresentOrElse(n -> node.put("needle", n.label()),
                    () -> node.putNull("needle"));
        }
        node.set("calibration", JsonText.calibration(calibration));
        node.put("rules_version", rules.version());
        return node;
    }

    private void print(PlanAssessment assessment, List<ActualReading> seen) {
        boolean several = assessment.passes().size() > 1;
        for (PassAssessment p : assessment.passes()) {
            if (several) {
                out().printf("Target %d, site %d%n", p.number(), p.site());
            }
            print(p);
        }
        for (ActualReading a : seen) {
            row("Tip as seen", a.tipError().text(Locale.ROOT) + " from the target, "
                    + a.depthError().text(Locale.ROOT) + " deeper, " + a.lateralError().text(Locale.ROOT)
                    + " to the right");
            a.spreadArea().ifPresent(s -> row("Spread", s.text(Locale.ROOT)
                    + (a.targetInSpread().orElse(false) ? ", target reached" : ", target not reached")));
        }
        for (PlanWarning w : assessment.warnings()) {
            String how = assessment.override(w).map(o -> "Overridden (" + o.reason() + "): ")
                    .orElse(w.level() == PlanWarning.Level.BLOCK ? "Stop: " : "Note: ");
            out().println(how + w.words());
        }
        out().printf("(%s)%n", assessment.passes().getFirst().reading().depth().provenance());
        out().println(NeedlePlan.DISCLAIMER);
    }

    private void print(PassAssessment p) {
        NeedleReading r = p.reading();
        for (Reading reading : List.of(r.depth(), r.pathLength(), r.lateralOffset(), r.angleToSkin(),
                r.angleToBeam())) {
            row(reading.quantity().label(), reading.text(Locale.ROOT));
        }
        r.visibility().ifPresent(v -> row("Visibility", v.label()));
        r.skin().ifPresent(s -> row("Skin line", s.source().words()));
        p.puncture().ifPresent(u -> u.meetingDepthMm().ifPresent(mm -> row("Meets the plane",
                String.format(Locale.ROOT, "at %.1f mm depth, %.1f mm from the target; %.0f° would reach it", mm,
                        u.missMm().orElse(Double.NaN), u.neededDegrees()))));
        p.crossings().forEach(c -> row("Crosses", String.format(Locale.ROOT, "%s from %.1f to %.1f mm", c.name(),
                c.fromMm(), c.toMm())));
        for (MarginReading m : p.margins()) {
            m.here().ifPresent(c -> row(m.name(), String.format(Locale.ROOT,
                    "%.1f mm from the path (95 %% sure of %.1f mm), %.1f mm from the tip", c.pathMm(),
                    c.pathMargin95(), c.tipMm())));
            m.worst().ifPresent(w -> row(m.name(), String.format(Locale.ROOT,
                    "at worst %.1f mm from the path, on frame %d", w.clear().pathMm(), w.frame() + 1)));
        }
        p.needle().ifPresent(n -> row("Needle", n.chosen().map(c -> n.words(Locale.ROOT) + "; ").orElse("")
                + n.shortest().map(s -> s.label() + " reaches").orElse("no needle of the stock list reaches")));
    }

    private void row(String name, String value) {
        out().printf("%-18s %s%n", name, value);
    }
}
