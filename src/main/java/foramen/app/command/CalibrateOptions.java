package foramen.app.command;

import foramen.app.composition.UserException;
import foramen.domain.clip.Calibration;
import foramen.domain.clip.CalibrationVerdict;
import foramen.domain.clip.ClipInfo;
import foramen.domain.clip.FrameRef;
import foramen.domain.clip.KnownLength;
import foramen.domain.clip.ManualCalibration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import picocli.CommandLine.Option;

/** The options by which a command measures at a scale set by hand; nothing of it is kept. */
final class CalibrateOptions {
    @Option(names = "--calibrate", paramLabel = "x1,y1,x2,y2=LENGTHmm", converter = Points.Known.class, description = "Take the scale from a line of known length (mm or cm); twice, across and down, for pixels that are not square.")
    private List<KnownLength> lines = List.of();

    @Option(names = "--override-scale", paramLabel = "REASON", defaultValue = "", description = "Why the scale that the maker protects is overridden by --calibrate.")
    private String reason = "";

    /**
     * The calibration to measure with: the file's, or with {@code --calibrate} the one set by hand.
     *
     * @param number the frame, from 1
     * @param remark told what is replaced
     * @throws UserException where the scale cannot be set
     */
    Calibration calibration(ClipInfo info, int number, Consumer<String> remark) throws UserException {
        return calibration(info, number, lines, reason, "--calibrate", "--override-scale", remark);
    }

    /**
     * The same for options of other names.
     *
     * @param option what the lines are given by
     * @param override what the reason is given by
     */
    static Calibration calibration(ClipInfo info, int number, List<KnownLength> lines, String reason, String option,
            String override, Consumer<String> remark) throws UserException {
        if (lines.isEmpty()) {
            return info.calibration();
        }
        if (lines.size() > 2) {
            throw new UserException(option + " may be given once or twice, not " + lines.size() + " times.");
        }
        ManualCalibration set = new ManualCalibration("command-line",
                new FrameRef(info.identity().sopInstanceUid(), number - 1), lines, "", Instant.EPOCH, reason.strip());
        switch (info.calibration().judge(set)) {
            case CalibrationVerdict.Refused r -> throw new UserException(option + " is refused: " + r.words());
            case CalibrationVerdict.NeedsReason r when reason.isBlank() -> throw new UserException(
                    option + " is refused: " + r.words() + " Use " + override + " REASON.");
            case CalibrationVerdict.NeedsReason r -> remark.accept(r.scale().note());
            case CalibrationVerdict v -> remark.accept(v.words());
        }
        return info.calibration().withManual(List.of(set));
    }
}
