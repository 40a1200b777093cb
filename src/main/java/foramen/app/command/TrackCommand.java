package foramen.app.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import foramen.app.composition.Composition;
import foramen.app.composition.UserException;
import foramen.domain.clip.Clip;
import foramen.domain.clip.Frame;
import foramen.domain.measurement.Measurer;
import foramen.domain.measurement.Reading;
import foramen.geometry.Polygon;
import foramen.vision.GreyFrame;
import foramen.vision.KeyOutline;
import foramen.vision.TrackedOutline;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code foramen track}: an outline carried from one frame to its neighbours. */
@Command(name = "track", description = "Follow an outline over the frames of a clip.")
final class TrackCommand extends ClipCommand {
    @Option(names = "--polygon", required = true, paramLabel = "\"x,y x,y …\"", converter = Points.Outline.class, description = "Outline on frame N in continuous image pixels.")
    @SuppressWarnings("NullAway.Init") // picocli fills it before call()
    private Polygon polygon;

    @Option(names = "--from", paramLabel = "A", description = "First frame to follow to, from 1; else the first of the clip.")
    private @Nullable Integer from;

    @Option(names = "--to", paramLabel = "B", description = "Last frame to follow to; else the last of the clip.")
    private @Nullable Integer to;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    TrackCommand(Composition composition) {
        super(composition);
    }

    @Override
    void run(Clip clip) throws Exception {
        int first = from == null ? 1 : from;
        int last = to == null ? clip.info().frames() : to;
        if (first < 1 || last > clip.info().frames() || first > number || last < number) {
            throw new UserException("frames " + first + " to " + last + " do not hold frame " + number + " of 1 to "
                    + clip.info().frames() + "; choose --from and --to round it.");
        }
        List<TrackedOutline> tracked = composition.propagation().run(index -> grey(clip.frame(index)), first - 1,
                last - 1, List.of(new KeyOutline(number - 1, polygon)),
                new ConsoleProgress(spec.commandLine().getErr()));
        report(clip, tracked);
    }

    /** A frame of the clip as the algorithms on pixels want it. */
    static GreyFrame grey(Frame frame) {
        return GreyFrame.of(frame.argb(), frame.columns(), frame.rows());
    }

    private void report(Clip clip, List<TrackedOutline> tracked) {
        Measurer measurer = new Measurer(clip.info().calibration());
        ObjectNode node = JsonText.object().put("file", file.toString()).put("frame", number);
        node.set("calibration", JsonText.calibration(clip.info().calibration()));
        ArrayNode frames = node.putArray("frames");
        for (TrackedOutline t : tracked) {
            Reading area = measurer.area(t.outline());
            ObjectNode one = frames.addObject().put("frame", t.frame() + 1);
            JsonText.put(one, "area_mm2", area);
            one.put("area_px2", t.outline().area()).put("confidence", t.confidence()).put("drift", t.drift());
            if (t.drift()) {
                one.put("drift_reason", t.reason());
            }
            JsonText.put(one, "polygon", t.outline());
            if (!json) {
                out().printf(Locale.ROOT, "frame %4d  %-14s confidence %.2f%s%n", t.frame() + 1,
                        area.text(Locale.ROOT), t.confidence(), t.drift() ? "  " + t.reason() : "");
            }
        }
        if (json) {
            out().println(JsonText.line(node));
        }
    }
}
