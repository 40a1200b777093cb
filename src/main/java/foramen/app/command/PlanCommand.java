package foramen.app.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import foramen.app.composition.Composition;
import foramen.app.composition.UserException;
import foramen.domain.anatomy.StructureCatalog;
import foramen.domain.annotation.Shape;
import foramen.domain.clip.Calibration;
import foramen.domain.clip.Clip;
import foramen.domain.measurement.Reading;
import foramen.domain.plan.NeedleGeometry;
import foramen.domain.plan.NeedleReading;
import foramen.domain.plan.NeedleRules;
import foramen.domain.plan.Obstacle;
import foramen.geometry.Point;
import foramen.geometry.Polygon;
import foramen.geometry.Segment;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code foramen plan}: what follows from an entry and a target. */
@Command(name = "plan", description = "Read depth, path, angle and distance to an outline off a needle path.")
final class PlanCommand extends ClipCommand {
    @Option(names = "--entry", required = true, paramLabel = "x,y", converter = Points.One.class, description = "Skin entry in continuous image pixels.")
    @SuppressWarnings("NullAway.Init") // picocli fills it before call()
    private Point entry;

    @Option(names = "--target", required = true, paramLabel = "x,y", converter = Points.One.class, description = "Needle target in continuous image pixels.")
    @SuppressWarnings("NullAway.Init") // picocli fills it before call()
    private Point target;

    @Option(names = "--outline", paramLabel = "\"x,y x,y …\"", converter = Points.Outline.class, description = "The nerve's outline, to keep away from.")
    private @Nullable Polygon outline;

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
        NeedleRules rules = composition.needleRules();
        List<Obstacle> obstacles = outline == null
                ? List.of()
                : List.of(new Obstacle("Sciatic nerve", StructureCatalog.SCIATIC_NERVE, new Shape.Outline(outline)));
        Calibration calibration = calibrate.calibration(clip.info(), number, this::remark);
        NeedleReading reading = new NeedleGeometry(rules).read(new Segment(entry, target), calibration, obstacles);
        if (json) {
            out().println(JsonText.line(json(calibration, reading, rules)));
        } else {
            print(reading, rules);
        }
    }

    private ObjectNode json(Calibration calibration, NeedleReading r, NeedleRules rules) {
        ObjectNode node = JsonText.object().put("file", file.toString()).put("frame", number);
        JsonText.put(node, "depth_mm", r.depth());
        r.depthFromTransducer().ifPresent(d -> JsonText.put(node, "depth_from_transducer_mm", d));
        JsonText.put(node, "path_length_mm", r.pathLength());
        JsonText.put(node, "lateral_offset_mm", r.lateralOffset());
        JsonText.put(node, "angle_deg", r.angleToSkin());
        r.visibility().ifPresent(v -> node.put("visibility", v.id()));
        r.clearances().forEach(c -> {
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

    private void print(NeedleReading r, NeedleRules rules) {
        for (Reading reading : List.of(r.depth(), r.pathLength(), r.lateralOffset(), r.angleToSkin())) {
            out().printf("%-15s %s%n", reading.quantity().label(), reading.text(Locale.ROOT));
        }
        r.visibility().ifPresent(v -> out().printf("%-15s %s%n", "Visibility", v.label()));
        r.clearances().forEach(c -> out().printf("%-15s %s from the path, %s from the tip%n", c.obstacle().name(),
                c.fromPath().text(Locale.ROOT), c.fromTip().text(Locale.ROOT)));
        if (r.pathLength() instanceof Reading.Measured path) {
            out().printf("%-15s %s%n", "Needle", rules.shortestFor(path.value()).map(n -> n.label() + " reaches")
                    .orElse("no needle of the stock list reaches"));
        }
        out().printf("(%s)%n", r.depth().provenance());
        out().println("Pre-procedure plan, not real-time guidance.");
    }
}
