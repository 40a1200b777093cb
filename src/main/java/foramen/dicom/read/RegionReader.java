package foramen.dicom.read;

import foramen.dicom.data.DataSet;
import foramen.dicom.data.Tag;
import foramen.dicom.data.Uid;
import foramen.domain.clip.Calibration;
import foramen.domain.clip.CalibrationSource;
import foramen.domain.clip.FileScale;
import foramen.domain.clip.PixelSpacing;
import foramen.domain.clip.Region;
import foramen.domain.clip.Scale;
import foramen.domain.clip.Trace;
import foramen.domain.clip.TransducerGeometry;
import foramen.geometry.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** US Region Calibration (DICOM PS3.3 C.8.5.5) and Pixel Spacing of an instance as a calibration. */
public final class RegionReader {
    /** More regions than that are no ultrasound screen (engineering default). */
    private static final int MOST_REGIONS = 256;

    /** No pixel is more than that much higher than wide, or wider than high (engineering default). */
    private static final double WIDEST_ASPECT = 10;

    private final int columns;
    private final int rows;
    private final List<String> warnings;

    RegionReader(int columns, int rows, List<String> warnings) {
        this.columns = columns;
        this.rows = rows;
        this.warnings = warnings;
    }

    /** The regions of {@code data} that lie in a picture of that size, cut at its edges. */
    public static List<Region> regions(DataSet data, int columns, int rows) {
        return new RegionReader(columns, rows, new ArrayList<>()).regions(data);
    }

    Calibration calibration(DataSet data) {
        List<Region> regions = regions(data);
        FileScale file = new FileScale(regions, spacing(data), Optional.empty(), aspect(data), depth(data),
                refusal(data), transducer(data));
        if (file.refusal().isEmpty()) {
            crossCheck(file);
            detectors(data);
        } else {
            warnings.add(file.refusal());
        }
        return new Calibration(file);
    }

    private List<Region> regions(DataSet data) {
        List<Region> regions = new ArrayList<>();
        List<DataSet> items = data.items(Tag.ULTRASOUND_REGIONS);
        for (int i = 0; i < Math.min(items.size(), MOST_REGIONS); i++) {
            region(items.get(i), i + 1).ifPresent(regions::add);
        }
        if (items.size() > MOST_REGIONS) {
            warnings.add("The file has " + items.size() + " regions; only the first " + MOST_REGIONS + " were read.");
        }
        return regions;
    }

    private Optional<PixelSpacing> spacing(DataSet data) {
        List<Double> spacing = data.reals(Tag.PIXEL_SPACING);
        if (spacing.isEmpty() && data.strings(Tag.PIXEL_SPACING).isEmpty()) {
            return Optional.empty();
        }
        boolean two = spacing.size() == 2 && data.strings(Tag.PIXEL_SPACING).size() == 2;
        Optional<PixelSpacing> usable = two
                ? Optional.of(new PixelSpacing(spacing.get(0), spacing.get(1), calibrationType(data)))
                        .filter(PixelSpacing::isUsable)
                : Optional.empty();
        if (usable.isEmpty()) {
            warnings.add("Pixel Spacing is not two positive numbers and was ignored.");
        }
        return usable;
    }

    private static String calibrationType(DataSet data) {
        String type = data.text(Tag.PIXEL_SPACING_CALIBRATION_TYPE).strip().toUpperCase(Locale.ROOT);
        return type.equals("GEOMETRY") || type.equals("FIDUCIAL") ? type : "";
    }

    /** Pixel Aspect Ratio (0028,0034): height \\ width of a pixel. */
    private double aspect(DataSet data) {
        List<Double> ratio = data.reals(Tag.PIXEL_ASPECT_RATIO);
        if (ratio.isEmpty()) {
            return 1;
        }
        double aspect = ratio.size() == 2 ? ratio.get(0) / ratio.get(1) : Double.NaN;
        if (!(aspect >= 1 / WIDEST_ASPECT && aspect <= WIDEST_ASPECT)) {
            warnings.add("Pixel Aspect Ratio is not two sensible positive numbers and was ignored.");
            return 1;
        }
        return aspect;
    }

    /** The coded geometry goes before Transducer Type, whose terms a file may have made up. */
    private static TransducerGeometry transducer(DataSet data) {
        List<DataSet> codes = data.items(Tag.TRANSDUCER_GEOMETRY_CODE_SEQUENCE);
        TransducerGeometry coded = codes.size() == 1
                ? TransducerGeometry.ofCode(codes.getFirst().text(Tag.CODE_VALUE))
                : TransducerGeometry.UNKNOWN;
        return coded == TransducerGeometry.UNKNOWN
                ? TransducerGeometry.ofType(data.text(Tag.TRANSDUCER_TYPE))
                : coded;
    }

    private OptionalDouble depth(DataSet data) {
        OptionalDouble depth = data.real(Tag.DEPTH_OF_SCAN_FIELD);
        return depth.isPresent() && depth.getAsDouble() > 0 ? depth : OptionalDouble.empty();
    }

    /** Enhanced volumes give millimetres in functional groups, plane by plane (PS3.3 A.59): shown, not measured. */
    private static String refusal(DataSet data) {
        String sopClass = data.text(Tag.SOP_CLASS_UID);
        return sopClass.equals(Uid.ENHANCED_US_VOLUME) || sopClass.equals(Uid.PHOTOACOUSTIC)
                ? "This is a volume whose frames are planes through space; Foramen shows it but does not measure in"
                        + " it. Export a 2-D clip from the scanner to measure."
                : "";
    }

    private void crossCheck(FileScale file) {
        Calibration calibration = new Calibration(file);
        if (calibration.overallScale() instanceof Scale.Known k) {
            warnings.addAll(Stream.of(k.source() == CalibrationSource.ULTRASOUND_REGION ? k.note() : "",
                    file.depthConflict(k, calibration.mainRegion().map(Region::rows).orElse(rows)))
                    .filter(w -> !w.isEmpty()).toList());
        }
    }

    /** Spacings at a detector or of a scanned film are none in tissue, so they are named and never used. */
    private void detectors(DataSet data) {
        Stream.of(Tag.IMAGER_PIXEL_SPACING, Tag.NOMINAL_SCANNED_PIXEL_SPACING).filter(data::contains)
                .map(t -> (t == Tag.IMAGER_PIXEL_SPACING ? "Imager Pixel Spacing" : "Nominal Scanned Pixel Spacing")
                        + " is no scale in tissue and was not used.")
                .forEach(warnings::add);
    }

    private Optional<Region> region(DataSet item, int number) {
        int minX = bound(item, Tag.REGION_MIN_X0);
        int minY = bound(item, Tag.REGION_MIN_Y0);
        int maxX = bound(item, Tag.REGION_MAX_X1);
        int maxY = bound(item, Tag.REGION_MAX_Y1);
        if (maxX < minX || maxY < minY) {
            warnings.add("Region " + number + " ends before it begins and was left out.");
            return Optional.empty();
        }
        if (minX < 0 || minY < 0 || minX >= columns || minY >= rows) {
            warnings.add("Region " + number + " does not lie in the picture and was left out.");
            return Optional.empty();
        }
        if (maxX >= columns || maxY >= rows) {
            warnings.add("Region " + number + " reaches beyond the picture and was cut at its edge.");
        }
        double deltaX = item.real(Tag.PHYSICAL_DELTA_X).orElse(0);
        double deltaY = item.real(Tag.PHYSICAL_DELTA_Y).orElse(0);
        int format = item.integer(Tag.REGION_SPATIAL_FORMAT, 0);
        Region region = new Region(format, item.integer(Tag.REGION_DATA_TYPE, 0),
                item.whole(Tag.REGION_FLAGS).orElse(0),
                minX, minY, Math.min(maxX, columns - 1), Math.min(maxY, rows - 1), reference(item),
                item.real(Tag.REFERENCE_VALUE_X).orElse(0), item.real(Tag.REFERENCE_VALUE_Y).orElse(0),
                item.integer(Tag.PHYSICAL_UNITS_X, 0), item.integer(Tag.PHYSICAL_UNITS_Y, 0), deltaX, deltaY);
        if (region.isTrace() && !new Trace(region).objection().isEmpty()) {
            warnings.add("Region " + number + ": " + new Trace(region).objection());
        }
        if (region.isPicture() && !region.isMeasurable()) {
            warnings.add("Region " + number
                    + " is two-dimensional but gives no usable scale, so it cannot be measured in.");
        }
        return Optional.of(region);
    }

    /** A location; -1 where it is absent or absurd. */
    private static int bound(DataSet item, int tag) {
        return Math.clamp(item.whole(tag).orElse(-1), -1, Integer.MAX_VALUE);
    }

    private static Optional<Point> reference(DataSet item) {
        OptionalInt x = item.integer(Tag.REFERENCE_PIXEL_X0);
        OptionalInt y = item.integer(Tag.REFERENCE_PIXEL_Y0);
        return x.isPresent() && y.isPresent()
                ? Optional.of(new Point(x.getAsInt(), y.getAsInt()))
                : Optional.empty();
    }
}
