package foramen.domain.clip;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * All that a file says about its scale.
 *
 * @param regions all regions of the instance, measurable or not, in file order
 * @param spacing Pixel Spacing where the file has a usable one
 * @param presentation Presentation Pixel Spacing of an applied presentation state
 * @param pixelAspect height of a pixel by its width, Pixel Aspect Ratio (0028,0034); 1 where the file is silent
 * @param depthMm Depth of Scan Field (0018,5050), for a cross-check only
 * @param refusal why no scale of the picture's plane holds, such as for a volume; empty for a plane picture
 * @param transducer how the elements lie that made the picture
 */
public record FileScale(List<Region> regions, Optional<PixelSpacing> spacing, Optional<PixelSpacing> presentation,
        double pixelAspect, OptionalDouble depthMm, String refusal, TransducerGeometry transducer) {
    /** How far the height of the picture may be from Depth of Scan Field, as a factor (engineering default). */
    private static final double DEPTH_FACTOR = 1.5;

    /** Copies the regions and leaves out spacings that no picture has. */
    public FileScale {
        regions = List.copyOf(regions);
        spacing = spacing.filter(PixelSpacing::isUsable);
        presentation = presentation.filter(PixelSpacing::isUsable);
        if (!(pixelAspect > 0) || !Double.isFinite(pixelAspect)) {
            throw new IllegalArgumentException("Not an aspect ratio: " + pixelAspect);
        }
    }

    /** What a file says that is silent about its transducer. */
    public FileScale(List<Region> regions, Optional<PixelSpacing> spacing, Optional<PixelSpacing> presentation,
            double pixelAspect, OptionalDouble depthMm, String refusal) {
        this(regions, spacing, presentation, pixelAspect, depthMm, refusal, TransducerGeometry.UNKNOWN);
    }

    /** Regions and Pixel Spacing, and nothing else. */
    public FileScale(List<Region> regions, Optional<PixelSpacing> spacing) {
        this(regions, spacing, Optional.empty(), 1, OptionalDouble.empty(), "");
    }

    /** The same under a presentation state. */
    public FileScale withPresentation(PixelSpacing applied) {
        return new FileScale(regions, spacing, Optional.of(applied), pixelAspect, depthMm, refusal, transducer);
    }

    /** What Pixel Spacing, else a presentation state gives for a picture without regions of its own. */
    Optional<Scale.Known> bySpacing() {
        return spacing.map(s -> s.scale(CalibrationSource.PIXEL_SPACING))
                .or(() -> presentation.map(s -> s.scale(CalibrationSource.PRESENTATION_STATE)));
    }

    /**
     * Says that {@code scale} does not fit Depth of Scan Field; empty where it fits or the file is silent.
     *
     * @param rows how many rows the picture has
     */
    public String depthConflict(Scale.Known scale, double rows) {
        double height = scale.mmDown(rows);
        double stated = depthMm.orElse(height);
        if (height <= stated * DEPTH_FACTOR && height * DEPTH_FACTOR >= stated) {
            return "";
        }
        return "The picture would be " + Math.round(height) + " mm high, but Depth of Scan Field says "
                + ManualCalibration.number(stated) + " mm; check the scale against the depth ticks.";
    }
}
