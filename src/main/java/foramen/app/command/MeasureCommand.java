package foramen.app.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import foramen.app.composition.Composition;
import foramen.app.composition.UserException;
import foramen.domain.clip.Calibration;
import foramen.domain.clip.Clip;
import foramen.domain.clip.ClipException;
import foramen.domain.clip.Frame;
import foramen.domain.measurement.Measurer;
import foramen.domain.measurement.Quantity;
import foramen.domain.measurement.Reading;
import foramen.geometry.Polygon;
import foramen.geometry.Segment;
import foramen.vision.EchoIntensity;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** {@code foramen measure}: area, perimeter and length through the calibrated path. */
@Command(name = "measure", description = "Measure an outline or a length on a frame.")
final class MeasureCommand extends ClipCommand {
    @Option(names = "--polygon", paramLabel = "\"x,y x,y …\"", converter = Points.Outline.class, description = "Outline in continuous image pixels.")
    private @Nullable Polygon polygon;

    @Option(names = "--length", paramLabel = "\"x,y x,y\"", converter = Points.Line.class, description = "Two ends in continuous image pixels.")
    private @Nullable Segment length;

    @Mixin
    private final CalibrateOptions calibrate = new CalibrateOptions();

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    MeasureCommand(Composition composition) {
        super(composition);
    }

    @Override
    public Integer call() throws Exception {
        if (polygon == null && length == null) {
            throw new ParameterException(spec.commandLine(), "say what to measure: --polygon or --length");
        }
        return super.call();
    }

    /** A program that reads JSON finds it in the calibration's note. */
    private void remark(String words) {
        if (!json) {
            spec.commandLine().getErr().println("foramen: " + words);
        }
    }

    @Override
    void run(Clip clip) throws UserException {
        Calibration calibration = calibrate.calibration(clip.info(), number, this::remark);
        Measurer measurer = new Measurer(calibration);
        ObjectNode node = JsonText.object().put("file", file.toString()).put("frame", number);
        if (polygon != null) {
            Reading area = measurer.area(polygon);
            report(node, "area", "mm2", area, polygon.area());
            report(node, "perimeter", "mm", measurer.perimeter(polygon), polygon.perimeter());
            echo(node, clip, polygon);
        }
        if (length != null) {
            line(node, measurer, length);
        }
        node.set("calibration", JsonText.calibration(calibration));
        if (json) {
            out().println(JsonText.line(node));
        }
    }

    /** A length; on an M-mode, a spectrum or a waveform what a line gives there, beside the length that it is not. */
    private void line(ObjectNode node, Measurer measurer, Segment s) {
        List<Reading> readings = measurer.line(s);
        if (readings.getFirst().quantity() == Quantity.LENGTH) {
            report(node, "length", "mm", readings.getFirst(), s.length());
            return;
        }
        JsonText.put(node, "length_mm", measurer.length(s));
        node.put("length_px", s.length());
        ArrayNode traced = node.putArray("trace");
        for (Reading r : readings) {
            traced.add(JsonText.reading(r));
            if (!json) {
                print(r);
            }
        }
    }

    /** Grey inside the outline, on the display's scale; it has no unit and needs no calibration. */
    private void echo(ObjectNode node, Clip clip, Polygon outline) {
        Optional<EchoIntensity> echo;
        try {
            Frame frame = clip.frame(number - 1);
            echo = EchoIntensity.inside(frame.argb(), frame.columns(), frame.rows(), outline);
        } catch (ClipException e) {
            // The area needs no pixels; a frame that cannot be decoded still has one.
            spec.commandLine().getErr().println("foramen: " + e.getMessage());
            echo = Optional.empty();
        }
        if (echo.isEmpty()) {
            node.putNull("echo_intensity");
            return;
        }
        EchoIntensity e = echo.get();
        node.putObject("echo_intensity").put("mean", e.mean()).put("sd", e.sd()).put("median", e.median())
                .put("min", e.minimum()).put("max", e.maximum()).put("pixels", e.pixels());
        if (!json) {
            out().printf(Locale.ROOT, "%-10s %.0f ± %.0f (0–255)  (%d pixels; compare at equal gain and depth only)%n",
                    "Echo", e.mean(), e.sd(), e.pixels());
        }
    }

    private void report(ObjectNode node, String name, String unit, Reading reading, double pixels) {
        JsonText.put(node, name + "_" + unit, reading);
        node.put(name + "_" + unit.replace("mm", "px"), pixels);
        // A length that has no scale takes none from an area that has one.
        if (reading instanceof Reading.Measured m) {
            node.put("calibration_source", m.source().name().toLowerCase(Locale.ROOT));
        } else if (!node.has("calibration_source")) {
            node.putNull("calibration_source");
        }
        if (!json) {
            print(reading);
        }
    }

    private void print(Reading reading) {
        out().printf("%-10s %s  (%s)%n", reading.quantity().label(), reading.text(Locale.ROOT), reading.provenance());
    }

}
