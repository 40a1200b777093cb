package foramen.dicom.pixel;

import foramen.dicom.data.DataSet;
import foramen.dicom.data.Tag;
import java.util.List;
import java.util.Locale;

/** Stored grey values to display: Modality rescale, then the first window (DICOM PS3.3 C.11.1 and C.11.2), in one table. */
final class GreyTable {
    private record Window(double centre, double width, String function) {
        double level(double v) {
            return switch (function) {
                case "LINEAR_EXACT" -> (v - centre) / width + 0.5;
                case "SIGMOID" -> 1 / (1 + Math.exp(-4 * (v - centre) / width));
                default -> width <= 1 ? v <= centre - 0.5 ? 0 : 1 : (v - (centre - 0.5)) / (width - 1) + 0.5;
            };
        }
    }

    private GreyTable() {}

    /** Whether the range of values must be taken from the pixels, because the file names no window and 8 bits no scale. */
    static boolean needsRange(DataSet data, PixelFormat format) {
        return format.bitsStored() > 8 && window(data).isEmpty();
    }

    /**
     * For each pattern of a pixel its opaque grey.
     *
     * @param least the lowest stored value to show, where the file names no window
     * @param most the highest
     */
    static int[] of(DataSet data, PixelFormat format, int least, int most) {
        double slope = data.real(Tag.RESCALE_SLOPE).orElse(1);
        double intercept = data.real(Tag.RESCALE_INTERCEPT).orElse(0);
        List<Window> windows = window(data);
        boolean inverse = format.photometric().equals("MONOCHROME1");
        int[] table = new int[format.patterns()];
        for (int i = 0; i < table.length; i++) {
            int v = format.value(i);
            double level = windows.isEmpty()
                    ? (v - (double) least) / Math.max(1, (double) most - least)
                    : windows.getFirst().level(v * slope + intercept);
            int grey = Math.clamp(Math.round(level * 255), 0, 255);
            grey = inverse ? 255 - grey : grey;
            table[i] = 0xFF000000 | (grey << 16) | (grey << 8) | grey;
        }
        return table;
    }

    /** The first window, or nothing. */
    private static List<Window> window(DataSet data) {
        double width = data.real(Tag.WINDOW_WIDTH).orElse(0);
        return width > 0 && data.real(Tag.WINDOW_CENTER).isPresent()
                ? List.of(new Window(data.real(Tag.WINDOW_CENTER).getAsDouble(), width,
                        data.text(Tag.VOI_LUT_FUNCTION).toUpperCase(Locale.ROOT)))
                : List.of();
    }
}
