package foramen.dicom.io;

/**
 * How much a file may ask of the reader; the values are engineering defaults, the depth that of DCMTK.
 *
 * @param depth how deep sequences may nest
 * @param elements how many elements a file may have, items included
 * @param valueBytes the longest value held in memory; a longer one at the top stays in the file
 * @param fragments how many fragments pixel data may have
 * @param inflatedBytes the most a deflated data set may grow to
 */
public record DicomLimits(int depth, int elements, int valueBytes, int fragments, int inflatedBytes) {
    /** For any file from outside. */
    public static final DicomLimits DEFAULT = new DicomLimits(64, 1_000_000, 16 << 20, 1_000_000, 256 << 20);
}
