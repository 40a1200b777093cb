package foramen.dicom.read;

import foramen.dicom.data.DataSet;
import foramen.dicom.data.Tag;
import foramen.domain.clip.Calibration;
import foramen.domain.clip.PixelSpacing;
import foramen.domain.clip.Region;
import foramen.geometry.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** US Region Calibration (DICOM PS3.3 C.8.5.5) and Pixel Spacing of an instance as a calibration. */
final class RegionReader {
    /** More regions than that are no ultrasound screen (engineering default). */
    private static final int MOST_REGIONS = 256;

    private final int columns;
    private final int rows;
    private final List<String> warnings;

    RegionReader(int columns, int rows, List<String> warnings) {
        this.columns = columns;
        this.rows = rows;
        this.warnings = warnings;
    }

    Calibration calibration(DataSet data) {
        List<Region> regions = new ArrayList<>();
        List<DataSet> items = data.items(Tag.ULTRASOUND_REGIONS);
        for (int i = 0; i < Math.min(items.size(), MOST_REGIONS); i++) {
            region(items.get(i), i + 1).ifPresent(regions::add);
        }
        if (items.size() > MOST_REGIONS) {
            warnings.add("The file has " + items.size() + " regions; only the first " + MOST_REGIONS + " were read.");
        }
        List<Double> spacing = data.reals(Tag.PIXEL_SPACING);
        Optional<PixelSpacing> pixelSpacing = spacing.size() >= 2
                ? Optional.of(new PixelSpacing(spacing.get(0), spacing.get(1))).filter(PixelSpacing::isUsable)
                : Optional.empty();
        if (!spacing.isEmpty() && pixelSpacing.isEmpty()) {
            warnings.add("Pixel Spacing is not two positive numbers and was ignored.");
        }
        return new Calibration(regions, pixelSpacing);
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
        boolean picture = format == 1 && (region.dataType() == 1 || region.dataType() == 2);
        if (picture && !region.isMeasurable()) {
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
