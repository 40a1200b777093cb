package foramen.dicom.pixel;

import foramen.dicom.data.DataSet;
import foramen.dicom.data.Tag;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A table of greys from an item of the Modality LUT or VOI LUT Sequence (DICOM PS3.3 C.11.1.1 and C.11.2.1.1). */
final class LookupTable {
    private static final int MOST_ENTRIES = 1 << 16;

    private final int first;
    private final int[] entries;

    private LookupTable(int first, int[] entries) {
        this.first = first;
        this.entries = entries;
    }

    /** The table in {@code item}, or nothing where it is incomplete. */
    static Optional<LookupTable> of(DataSet item, boolean signed) {
        List<Double> d = item.reals(Tag.LUT_DESCRIPTOR);
        byte[] bytes = item.bytes(Tag.LUT_DATA);
        if (d.size() < 3 || bytes.length == 0) {
            return Optional.empty();
        }
        int stated = d.get(0).intValue() & 0xFFFF;
        int count = stated == 0 ? MOST_ENTRIES : stated;
        // Two bytes an entry is the rule; one byte an entry is seen where entries have eight bits.
        boolean narrow = bytes.length < 2 * count && d.get(2) <= 8;
        int[] entries = new int[Math.min(count, narrow ? bytes.length : bytes.length / 2)];
        for (int i = 0; i < entries.length; i++) {
            entries[i] = narrow ? bytes[i] & 0xFF : (bytes[2 * i] & 0xFF) | (bytes[2 * i + 1] & 0xFF) << 8;
        }
        int first = signed ? (short) d.get(1).intValue() : d.get(1).intValue() & 0xFFFF;
        return entries.length == 0 ? Optional.empty() : Optional.of(new LookupTable(first, entries));
    }

    /** The entry for {@code value}; below the first and above the last those count. */
    int at(double value) {
        return entries[Math.clamp(Math.round(value) - first, 0, entries.length - 1)];
    }

    /** The greatest entry. */
    int most() {
        return Arrays.stream(entries).max().orElse(0);
    }
}
