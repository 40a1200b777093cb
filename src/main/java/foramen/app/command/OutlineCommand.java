package foramen.app.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import foramen.app.composition.Composition;
import foramen.domain.clip.Clip;
import foramen.domain.clip.Scale;
import foramen.domain.measurement.Measurer;
import foramen.domain.measurement.Reading;
import foramen.geometry.Point;
import foramen.job.Progress;
import foramen.vision.GreyFrame;
import foramen.vision.OneClickOutline;
import foramen.vision.OneClickOutline.Contrast;
import foramen.vision.OneClickOutline.Limits;
import foramen.vision.OneClickOutline.Proposal;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** {@code foramen outline}: the outline proposed for one click inside a nerve. */
@Command(name = "outline", description = "Propose the outline of the nerve under a point.")
final class OutlineCommand extends ClipCommand {
    @Option(names = "--at", required = true, paramLabel = "x,y", converter = Points.One.class, description = "A point inside, in continuous image pixels.")
    @SuppressWarnings("NullAway.Init") // picocli fills it before call()
    private Point at;

    @Option(names = "--min-area", paramLabel = "MM2", defaultValue = "15", description = "Smallest area sought in mm² (${DEFAULT-VALUE}).")
    private double minArea;

    @Option(names = "--max-area", paramLabel = "MM2", defaultValue = "200", description = "Largest area sought in mm² (${DEFAULT-VALUE}).")
    private double maxArea;

    @Option(names = "--rim", paramLabel = "MM", defaultValue = "0.9", description = "Thickness of the bright rim left outside, in mm (${DEFAULT-VALUE}).")
    private double rim;

    @Option(names = "--darker", description = "Seek a structure darker than its surroundings; nerves are brighter.")
    private boolean darker;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    OutlineCommand(Composition composition) {
        super(composition);
    }

    @Override
    public Integer call() throws Exception {
        if (!(minArea > 0 && maxArea > minArea && rim >= 0)) {
            throw new ParameterException(spec.commandLine(),
                    "--min-area must be above 0 and below --max-area, and --rim not negative");
        }
        return super.call();
    }

    @Override
    void run(Clip clip) throws Exception {
        GreyFrame frame = TrackCommand.grey(clip.frame(number - 1));
        Limits limits = switch (clip.info().calibration().scaleFor(List.of(at))) {
            case Scale.Known k -> Limits.ofMillimetres(minArea, maxArea, rim, k.pixelsAcross(1), k.pixelsDown(1));
            case Scale.Unknown u -> Limits.ofPicture(frame);
        };
        Proposal proposal = OneClickOutline.propose(frame, at, limits,
                darker ? Contrast.DARKER : Contrast.BRIGHTER, Progress.NONE);
        ObjectNode node = JsonText.object().put("file", file.toString()).put("frame", number);
        switch (proposal) {
            case Proposal.Found found -> {
                Reading area = new Measurer(clip.info().calibration()).area(found.outline());
                JsonText.put(node, "area_mm2", area);
                node.put("area_px2", found.outline().area()).put("confidence", found.confidence())
                        .put("doubtful", found.isDoubtful());
                JsonText.put(node, "polygon", found.outline());
                if (!json) {
                    out().printf(Locale.ROOT, "%-10s %s  (confidence %.2f%s)%n", area.quantity().label(),
                            area.text(Locale.ROOT), found.confidence(), found.isDoubtful() ? ", doubtful" : "");
                }
            }
            case Proposal.Refused refused -> {
                node.putNull("polygon").put("reason", refused.reason());
                if (!json) {
                    out().println(refused.reason());
                }
            }
        }
        node.set("calibration", JsonText.calibration(clip.info().calibration()));
        if (json) {
            out().println(JsonText.line(node));
        }
    }
}
