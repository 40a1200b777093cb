package foramen.dicom.data;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;

/** One element of a data set (DICOM PS3.5 section 7.1); values are kept as bytes, so that a rewrite loses nothing. */
public sealed interface DataElement {
    /** The tag, {@code ggggeeee}. */
    int tag();

    /** The value representation. */
    Vr vr();

    /** A value in memory: little-endian bytes, with their padding as found. */
    final class Value implements DataElement {
        private final int tag;
        private final Vr vr;
        private final byte[] bytes;

        /** Wraps {@code bytes} without copying; the caller gives them away. */
        public Value(int tag, Vr vr, byte[] bytes) {
            this.tag = tag;
            this.vr = vr;
            this.bytes = bytes;
        }

        @Override
        public int tag() {
            return tag;
        }

        @Override
        public Vr vr() {
            return vr;
        }

        /** The length in bytes. */
        public int length() {
            return bytes.length;
        }

        /** A copy of the bytes. */
        public byte[] bytes() {
            return bytes.clone();
        }

        /** A read-only little-endian view of the bytes. */
        public ByteBuffer buffer() {
            return ByteBuffer.wrap(bytes).asReadOnlyBuffer().order(ByteOrder.LITTLE_ENDIAN);
        }

        @Override
        public boolean equals(Object o) {
            return o instanceof Value v && v.tag == tag && v.vr == vr && Arrays.equals(v.bytes, bytes);
        }

        @Override
        public int hashCode() {
            return 31 * tag + Arrays.hashCode(bytes);
        }

        @Override
        public String toString() {
            return Tag.format(tag) + " " + vr + " " + bytes.length + " bytes";
        }
    }

    /**
     * A sequence of items.
     *
     * @param items the nested data sets, maybe none
     */
    record Sequence(int tag, List<DataSet> items) implements DataElement {
        /** Copies the items. */
        public Sequence {
            items = List.copyOf(items);
        }

        @Override
        public Vr vr() {
            return Vr.SQ;
        }
    }

    /**
     * Encapsulated pixel data inside an item, such as that of an icon, in memory.
     *
     * @param fragments the offset table's item first, then each fragment
     */
    record Fragments(int tag, Vr vr, List<Value> fragments) implements DataElement {
        /** Copies the list. */
        public Fragments {
            fragments = List.copyOf(fragments);
        }
    }

    /**
     * A value too large for memory that stays in its file.
     *
     * @param offset position of its first byte in the file's (inflated) bytes
     * @param length in bytes
     * @param bigEndian whether it lies there in big-endian order
     */
    record Bulk(int tag, Vr vr, long offset, long length, boolean bigEndian) implements DataElement {}
}
