package foramen.domain.clip;

import foramen.geometry.Point;
import java.util.Optional;

/**
 * One item of the Sequence of Ultrasound Regions (0018,6011), DICOM PS3.3 C.8.5.5.
 *
 * @param spatialFormat (0018,6012): 1 is two-dimensional, 2 M-mode, 3 spectral
 * @param dataType (0018,6014): 1 is tissue, 2 colour flow
 * @param flags (0018,6016): bit 1 protects the scale
 * @param minX first column, from 0
 * @param minY first row, from 0
 * @param maxX last column, included
 * @param maxY last row, included
 * @param reference reference pixel relative to the region's corner, where given; may lie outside
 * @param referenceValueX physical value at the reference pixel, in {@code unitsX}
 * @param referenceValueY physical value at the reference pixel, in {@code unitsY}
 * @param unitsX (0018,6024): 3 is centimetre, 4 second
 * @param unitsY (0018,6026)
 * @param deltaX units per pixel to the right; may be negative
 * @param deltaY units per pixel downward; may be negative
 */
public record Region(int spatialFormat, int dataType, long flags, int minX, int minY, int maxX, int maxY,
        Optional<Point> reference, double referenceValueX, double referenceValueY, int unitsX, int unitsY,
        double deltaX, double deltaY) {
    /** Physical unit code of the centimetre. */
    public static final int UNIT_CM = 3;
    /** Physical unit code of the second. */
    public static final int UNIT_SECOND = 4;
    /** Physical unit code of the hertz. */
    public static final int UNIT_HERTZ = 5;
    /** Physical unit code of the centimetre a second. */
    public static final int UNIT_CM_PER_SECOND = 7;
    /** Spatial format of an M-mode region. */
    public static final int M_MODE = 2;
    /** Spatial format of a spectral region. */
    public static final int SPECTRAL = 3;
    /** Spatial format of a waveform region. */
    public static final int WAVEFORM = 4;
    /** Data type of pulsed wave Doppler. */
    public static final int PULSED_WAVE = 3;
    /** Data type of continuous wave Doppler. */
    public static final int CONTINUOUS_WAVE = 4;

    private static final double MM_PER_CM = 10;
    private static final long SCALING_PROTECTED = 0b10;
    private static final long FREQUENCY_SCALE = 0b100;

    /** Whether lengths and areas may be taken in this region: 2-D tissue or colour flow, centimetres, sane deltas. */
    public boolean isMeasurable() {
        return isPicture() && unitsX == UNIT_CM && unitsY == UNIT_CM
                && usable(deltaX) && usable(deltaY) && minX <= maxX && minY <= maxY;
    }

    /** Whether this is a 2-D picture of tissue or colour flow, with a usable scale or without. */
    public boolean isPicture() {
        return spatialFormat == 1 && (dataType == 1 || dataType == 2);
    }

    private static boolean usable(double delta) {
        return Scale.isPlausible(Math.abs(delta) * MM_PER_CM);
    }

    /** Whether an axis here is time or velocity (M-mode, spectral, waveform), so that no spacing makes it a length. */
    public boolean isTrace() {
        return spatialFormat >= M_MODE && spatialFormat <= WAVEFORM;
    }

    /** Whether the region shows tissue or flow over time, which never lies on top of a picture, as an ECG may. */
    boolean isMotion() {
        return spatialFormat == M_MODE || spatialFormat == SPECTRAL;
    }

    /** Whether the Doppler scale is a frequency and no velocity (flags bit 2, C.8.5.5.1.3; for PW and CW). */
    public boolean isFrequencyScale() {
        return (flags & FREQUENCY_SCALE) != 0;
    }

    /**
     * The row of depth nought in continuous image pixels: the reference pixel, usually the transducer face at the skin
     * line; empty where the file does not say or counts upward.
     */
    public Optional<Double> faceY() {
        // The reference is a pixel's index; its centre is half a pixel on in continuous coordinates.
        return isMeasurable() && deltaY > 0
                ? reference.map(p -> minY + p.y() + 0.5 - referenceValueY / deltaY).filter(Double::isFinite)
                : Optional.empty();
    }

    /** Whether {@code p}, in continuous image pixels, lies in the region; the right and bottom edges belong to the next. */
    public boolean contains(Point p) {
        return p.x() >= minX && p.x() < maxX + 1.0 && p.y() >= minY && p.y() < maxY + 1.0;
    }

    /** Millimetres per pixel across, positive, for a measurable region. */
    public double mmPerPixelX() {
        return Math.abs(deltaX) * MM_PER_CM;
    }

    /** Millimetres per pixel down, positive, for a measurable region. */
    public double mmPerPixelY() {
        return Math.abs(deltaY) * MM_PER_CM;
    }

    /** Whether the maker forbids readers to replace the scale (flags bit 1, C.8.5.5.1.3). */
    public boolean isScalingProtected() {
        return (flags & SCALING_PROTECTED) != 0;
    }

    /** The scale of a measurable region. */
    Scale.Known scale() {
        return new Scale.Known(mmPerPixelX(), mmPerPixelY(), CalibrationSource.ULTRASOUND_REGION, "");
    }

    /** The middle, in continuous image pixels. */
    Point centre() {
        return new Point((minX + maxX + 1.0) / 2, (minY + maxY + 1.0) / 2);
    }

    /** The number of rows. */
    public int rows() {
        return maxY - minY + 1;
    }

    /** The size in pixels. */
    public long pixels() {
        return (maxX - minX + 1L) * (maxY - minY + 1L);
    }

    /** What the region shows, in words. */
    public String description() {
        return switch (spatialFormat) {
            case 1 -> switch (dataType) {
                case 1 -> "2-D tissue";
                case 2 -> "2-D colour flow";
                default -> "2-D, data type " + dataType;
            };
            case M_MODE -> "M-mode";
            case SPECTRAL -> "spectral";
            case WAVEFORM -> "waveform";
            case 5 -> "graphics";
            default -> "no spatial format";
        };
    }
}
