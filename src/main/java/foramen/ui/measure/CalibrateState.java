package foramen.ui.measure;

import foramen.domain.clip.CalibrationVerdict;
import java.util.List;
import java.util.Optional;

/**
 * What the calibration form shows.
 *
 * @param open whether the calibration tool is in hand or the clip has a scale set by hand
 * @param drawing whether the tool is in hand
 * @param lines how many lines are drawn, 0 to 2
 * @param complaint what is wrong with what was typed; empty where nothing is
 * @param verdict what is to be said about the scale that the lines and lengths make; empty while they are incomplete
 * @param needsReason whether a reason must be typed
 * @param canApply whether the scale can be set as it stands
 * @param set the scales that are set on this clip, oldest first
 */
public record CalibrateState(boolean open, boolean drawing, int lines, String complaint,
        Optional<CalibrationVerdict> verdict, boolean needsReason, boolean canApply, List<Set> set) {
    /** Copies the list. */
    public CalibrateState {
        set = List.copyOf(set);
    }

    /**
     * A scale set by hand.
     *
     * @param id its identifier
     * @param words from what, by whom and when
     */
    public record Set(String id, String words) {}
}
