package foramen.ui.measure;

import foramen.domain.measurement.Reading;
import java.util.List;

/**
 * What the measurement panel shows.
 *
 * @param clipOpen whether there is a clip to measure on
 * @param frameNumber the frame in view, from 1
 * @param scale where millimetres come from on this clip, or that there are none
 * @param calibrated whether there are any
 * @param nerves the instruments of the sciatic nerve
 * @param others those of the other structures and the calipers
 */
public record MeasureState(boolean clipOpen, int frameNumber, String scale, boolean calibrated,
        List<Instrument> nerves, List<Instrument> others) {
    /** Copies the lists. */
    public MeasureState {
        nerves = List.copyOf(nerves);
        others = List.copyOf(others);
    }

    /**
     * What one annotation measures.
     *
     * @param id its identifier
     * @param title structure, side and plane, such as {@code Sciatic nerve, right, short axis}
     * @param letter the structure's letter
     * @param colour the structure's colour, 0xRRGGBB
     * @param level where along the nerve; empty where not set
     * @param value the value that matters
     * @param rest the other values of the same shape
     * @param caution what to mend so that the value means what it seems to; empty where all is well
     * @param selected whether the annotation is selected
     */
    public record Instrument(String id, String title, String letter, int colour, String level, Reading value,
            List<Reading> rest, String caution, boolean selected) {}
}
