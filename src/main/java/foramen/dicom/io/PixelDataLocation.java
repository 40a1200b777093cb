package foramen.dicom.io;

import foramen.dicom.data.Tag;
import foramen.dicom.data.Vr;

/** Where the pixel data of a file lies; the pixels themselves are never loaded with the data set. */
public sealed interface PixelDataLocation {
    /**
     * One run of samples.
     *
     * @param tag {@link Tag#PIXEL_DATA} or one of the floating-point kinds
     * @param vr OB or OW, which matters for big-endian words
     * @param offset position of the first byte
     * @param length how many bytes are really there
     * @param bigEndian whether words start with their high byte
     */
    record Native(int tag, Vr vr, long offset, long length, boolean bigEndian) implements PixelDataLocation {}

    /** Fragments, as a table of positions (PS3.5 annex A.4). */
    final class Encapsulated implements PixelDataLocation {
        private final long origin;
        private final long[] basicOffsets;
        private final long[] offsets;
        private final long[] lengths;

        /**
         * The table of fragments; the arrays are not copied.
         *
         * @param origin position of the first item after the Basic Offset Table, from which offsets count
         * @param basicOffsets the Basic Offset Table as found, maybe empty
         * @param offsets position of each fragment's first value byte
         * @param lengths length of each fragment, as far as it is there
         */
        public Encapsulated(long origin, long[] basicOffsets, long[] offsets, long[] lengths) {
            this.origin = origin;
            this.basicOffsets = basicOffsets;
            this.offsets = offsets;
            this.lengths = lengths;
        }

        /** Position of the first item after the Basic Offset Table. */
        public long origin() {
            return origin;
        }

        /** The Basic Offset Table as found, not yet verified. */
        public long[] basicOffsets() {
            return basicOffsets.clone();
        }

        /** How many fragments there are. */
        public int fragments() {
            return offsets.length;
        }

        /** Position of the first value byte of fragment {@code i}. */
        public long offset(int i) {
            return offsets[i];
        }

        /** Length of fragment {@code i} in bytes. */
        public long length(int i) {
            return lengths[i];
        }
    }
}
