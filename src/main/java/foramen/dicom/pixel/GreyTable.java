package foramen.dicom.pixel;

import foramen.dicom.data.DataSet;
import foramen.dicom.data.Tag;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Stored grey values to display, in one table for all frames (DICOM PS3.4 N.2): Modality LUT or rescale (PS3.3 C.11.1),
 * the first window or else the first VOI LUT (C.11.2), and the sense of grey. Pixel Padding is shown black.
 */
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

    /**
     * The least and the greatest stored value to show where the file itself says nothing.
     *
     * @param least shown black
     * @param most shown white
     */
    record Range(int least, int most) {}

    private final PixelFormat format;
    private final Optional<LookupTable> modality;
    private final double slope;
    private final double intercept;
    private final Optional<Window> window;
    private final Optional<LookupTable> voi;
    private final boolean inverse;
    private final OptionalInt paddingFrom;
    private final OptionalInt paddingTo;

    GreyTable(DataSet data, PixelFormat format) {
        this.format = format;
        this.modality = table(data, Tag.MODALITY_LUT_SEQUENCE, format.signed());
        DataSet rescale = holder(data, Tag.PIXEL_VALUE_TRANSFORMATION_SEQUENCE, Tag.RESCALE_SLOPE);
        double given = rescale.real(Tag.RESCALE_SLOPE).orElse(1);
        // A slope of nought would make all pixels alike.
        this.slope = given == 0 || !Double.isFinite(given) ? 1 : given;
        this.intercept = rescale.real(Tag.RESCALE_INTERCEPT).orElse(0);
        this.window = window(holder(data, Tag.FRAME_VOI_LUT_SEQUENCE, Tag.WINDOW_WIDTH));
        this.voi = window.isPresent()
                ? Optional.empty()
                : table(data, Tag.VOI_LUT_SEQUENCE, modality.isEmpty() && (format.signed() || intercept < 0));
        this.inverse = format.photometric().equals("MONOCHROME1")
                || data.text(Tag.PRESENTATION_LUT_SHAPE).equals("INVERSE");
        OptionalInt padding = stored(data, Tag.PIXEL_PADDING_VALUE);
        OptionalInt limit = stored(data, Tag.PIXEL_PADDING_LIMIT);
        this.paddingFrom = padding.isPresent() && limit.isPresent()
                ? OptionalInt.of(Math.min(padding.getAsInt(), limit.getAsInt()))
                : padding;
        this.paddingTo = padding.isPresent() && limit.isPresent()
                ? OptionalInt.of(Math.max(padding.getAsInt(), limit.getAsInt()))
                : padding;
    }

    private OptionalInt stored(DataSet data, int tag) {
        OptionalInt raw = data.integer(tag);
        return raw.isEmpty()
                ? raw
                : OptionalInt.of(format.signed() ? (short) raw.getAsInt() : raw.getAsInt() & 0xFFFF);
    }

    /** Where {@code tag} stands: at the top, or in the functional groups of all frames or of the first (C.7.6.16). */
    private static DataSet holder(DataSet data, int sequence, int tag) {
        if (data.contains(tag)) {
            return data;
        }
        for (int groups : new int[]{Tag.SHARED_FUNCTIONAL_GROUPS, Tag.PER_FRAME_FUNCTIONAL_GROUPS}) {
            for (DataSet group : data.items(groups).stream().limit(1).toList()) {
                for (DataSet item : group.items(sequence)) {
                    if (item.contains(tag)) {
                        return item;
                    }
                }
            }
        }
        return data;
    }

    private static Optional<LookupTable> table(DataSet data, int sequence, boolean signed) {
        List<DataSet> items = data.items(sequence);
        return items.isEmpty() ? Optional.empty() : LookupTable.of(items.getFirst(), signed);
    }

    private static Optional<Window> window(DataSet data) {
        double width = data.real(Tag.WINDOW_WIDTH).orElse(0);
        return width > 0 && data.real(Tag.WINDOW_CENTER).isPresent()
                ? Optional.of(new Window(data.real(Tag.WINDOW_CENTER).getAsDouble(), width,
                        data.text(Tag.VOI_LUT_FUNCTION).toUpperCase(Locale.ROOT)))
                : Optional.empty();
    }

    /** Whether black and white must be taken from the pixels, because nothing says which values they are. */
    boolean needsRange() {
        return format.bitsStored() > 8 && window.isEmpty() && voi.isEmpty();
    }

    /** Whether a stored value stands for "outside the picture". */
    boolean isPadding(int value) {
        return paddingFrom.isPresent() && value >= paddingFrom.getAsInt() && value <= paddingTo.orElseThrow();
    }

    /** All values that can be stored, which suits eight bits. */
    Range whole() {
        int least = format.signed() ? format.value(format.patterns() / 2) : 0;
        return new Range(least, least + format.patterns() - 1);
    }

    /** For each pattern of a pixel its opaque grey; {@code range} counts where the file names neither window nor table. */
    int[] greys(Range range) {
        double a = modal(range.least());
        double b = modal(range.most());
        double low = modality.isPresent() && !needsRange() ? 0 : Math.min(a, b);
        double high = modality.isPresent() && !needsRange() ? modality.get().most() : Math.max(a, b);
        double white = voi.map(t -> (double) Math.max(1, t.most())).orElse(1.0);
        int[] table = new int[format.patterns()];
        for (int i = 0; i < table.length; i++) {
            int v = format.value(i);
            double m = modal(v);
            double level = window.isPresent()
                    ? window.get().level(m)
                    : voi.isPresent() ? voi.get().at(m) / white : high > low ? (m - low) / (high - low) : 0;
            int grey = Math.clamp(Math.round(level * 255), 0, 255);
            grey = isPadding(v) ? 0 : inverse ? 255 - grey : grey;
            table[i] = 0xFF000000 | (grey << 16) | (grey << 8) | grey;
        }
        return table;
    }

    private double modal(int v) {
        return modality.isPresent() ? modality.get().at(v) : v * slope + intercept;
    }
}
