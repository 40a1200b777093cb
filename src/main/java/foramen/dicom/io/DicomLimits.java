package foramen.dicom.io;

/**
 * How much a file may ask of the reader. The depth is that of DCMTK since 2026; the rest are engineering defaults, held
 * to a heap of 512 MiB by the fuzz. What a picture may ask is held in {@code dicom.pixel} and {@code codec}.
 *
 * @param depth how deep sequences may nest; real data sets reach ten
 * @param elements how many elements a file may have, items included
 * @param valueBytes the longest value held in memory; a longer one stays in the file
 * @param heldBytes how much all values may hold in memory together; what comes after stays in the file
 * @param fragments how many fragments pixel data may have
 * @param inflatedBytes the most a deflated data set may grow to
 */
public record DicomLimits(int depth, int elements, int valueBytes, long heldBytes, int fragments, int inflatedBytes) {
    /** For any file from outside. */
    public static final DicomLimits DEFAULT = new DicomLimits(64, 1_000_000, 16 << 20, 96 << 20, 1_000_000, 256 << 20);
}
