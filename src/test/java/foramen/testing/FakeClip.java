package foramen.testing;

import foramen.domain.anatomy.Laterality;
import foramen.domain.clip.Calibration;
import foramen.domain.clip.Clip;
import foramen.domain.clip.ClipInfo;
import foramen.domain.clip.Frame;
import foramen.domain.clip.FrameTiming;
import foramen.domain.clip.PixelSpacing;
import foramen.domain.clip.Region;
import foramen.domain.patient.Patient;
import foramen.geometry.Point;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A clip in memory: a grey sector that differs from frame to frame, so that a test sees which frame it got.
 *
 * <p>The calibrated one has a region of 0.2 mm a pixel at (100, 60) to (539, 439) with its reference pixel at (220, 10).
 */
public final class FakeClip implements Clip {
    /** The clip's SOP Instance UID. */
    public static final String UID = "2.25.1001";
    /** Width in pixels. */
    public static final int COLUMNS = 640;
    /** Height in pixels. */
    public static final int ROWS = 480;
    /** Number of frames. */
    public static final int FRAMES = 90;
    /** Millimetres per pixel of the calibrated clip, both ways. */
    public static final double MM_PER_PIXEL = 0.2;

    private final ClipInfo info;
    private final Consumer<ClipInfo> onClose;

    private FakeClip(ClipInfo info) {
        this(info, i -> {});
    }

    private FakeClip(ClipInfo info, Consumer<ClipInfo> onClose) {
        this.info = info;
        this.onClose = onClose;
    }

    /** A clip with one measurable ultrasound region. */
    public static FakeClip calibrated() {
        return with(new Calibration(List.of(region()), Optional.empty()));
    }

    /** A clip without any scale. */
    public static FakeClip uncalibrated() {
        return with(Calibration.none());
    }

    /** A clip that has Pixel Spacing only. */
    public static FakeClip withSpacing(double mm) {
        return with(new Calibration(List.of(), Optional.of(new PixelSpacing(mm, mm))));
    }

    /** A clip with that calibration. */
    public static FakeClip with(Calibration calibration) {
        return new FakeClip(new ClipInfo(
                new ClipInfo.ClipIdentity("1.2.840.10008.5.1.4.1.1.3.1", UID, "2.25.1002", "2.25.1003",
                        "1.2.840.10008.1.2.1"),
                COLUMNS, ROWS, FrameTiming.uniform(FRAMES, 40, "Frame Time"), "RGB", calibration,
                new Patient("Example^Anna", "FX-0001", Optional.empty(), "F", Optional.empty()), Laterality.RIGHT,
                Optional.of(LocalDateTime.of(2026, 3, 14, 9, 26)),
                new ClipInfo.Origin("Example clinic", "Example maker", "Model 1", "A-17", "Deep gluteal, right"),
                List.of()));
    }

    /** The calibrated clip with 600 frames. */
    public static FakeClip long600() {
        return calibrated().withTiming(FrameTiming.uniform(600, 40, "Frame Time"));
    }

    /** The same clip with other times, and as many frames as they have. */
    public FakeClip withTiming(FrameTiming timing) {
        return new FakeClip(new ClipInfo(info.identity(), COLUMNS, ROWS, timing, "RGB", info.calibration(),
                info.patient(), info.laterality(), info.acquired(), info.origin(), List.of()));
    }

    /** The same clip, whose file says nothing of a side. */
    public FakeClip withoutSide() {
        return new FakeClip(new ClipInfo(info.identity(), info.columns(), info.rows(), info.timing(), "RGB",
                info.calibration(), info.patient(), Laterality.UNSPECIFIED, info.acquired(), info.origin(), List.of()));
    }

    /** The region of the calibrated clip. */
    public static Region region() {
        return new Region(1, 1, 2, 100, 60, 539, 439, Optional.of(new Point(220, 10)), 0, 0, Region.UNIT_CM,
                Region.UNIT_CM, MM_PER_PIXEL / 10, MM_PER_PIXEL / 10);
    }

    /** The same clip with other words about itself. */
    public FakeClip withInfo(ClipInfo next) {
        return new FakeClip(next, onClose);
    }

    /** The same, which says when it is closed. */
    public FakeClip closing(Consumer<ClipInfo> told) {
        return new FakeClip(info, told);
    }

    @Override
    public ClipInfo info() {
        return info;
    }

    @Override
    public Frame frame(int index) {
        if (index < 0 || index >= info.frames()) {
            throw new IndexOutOfBoundsException("There is no frame " + index);
        }
        int columns = info.columns();
        int rows = info.rows();
        int[] argb = new int[columns * rows];
        for (int y = 0; y < rows; y++) {
            for (int x = 0; x < columns; x++) {
                argb[y * columns + x] = pixel(x, y, index);
            }
        }
        return new Frame(columns, rows, argb);
    }

    /** The pixel that {@link #frame} gives at column {@code x}, row {@code y}. */
    public static int pixel(int x, int y, int index) {
        boolean sector = x >= 100 && x < 540 && y >= 60 && y < 440;
        int grey = sector ? 30 + Math.floorMod(x * 7 + y * 13 + x * y / 50 + index * 5, 60) : 0;
        return 0xFF000000 | grey << 16 | grey << 8 | grey;
    }

    @Override
    public void close() {
        onClose.accept(info);
    }
}
