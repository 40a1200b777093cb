package foramen.dicom.data;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Gathers elements for a {@link DataSet}; a later element replaces an earlier one of the same tag. */
public final class DataSetBuilder {
    private final SortedMap<Integer, DataElement> elements = new TreeMap<>(Integer::compareUnsigned);
    private SpecificCharacterSet charset;

    DataSetBuilder(SpecificCharacterSet inherited) {
        this.charset = inherited;
    }

    /** Puts {@code element} in; (0008,0005) also sets the character set of the texts put in and read from now on. */
    public DataSetBuilder put(DataElement element) {
        elements.put(element.tag(), element);
        if (element.tag() == Tag.SPECIFIC_CHARACTER_SET && element instanceof DataElement.Value v) {
            charset = SpecificCharacterSet.of(ElementText.strings(v, SpecificCharacterSet.ASCII));
        }
        return this;
    }

    /** Puts text values in, joined by backslashes and padded to even length. */
    public DataSetBuilder text(int tag, Vr vr, String... values) {
        if (!vr.isText()) {
            throw new IllegalArgumentException(vr + " holds no text");
        }
        byte[] bytes = charset.encode(String.join("\\", values));
        if (bytes.length % 2 != 0) {
            bytes = Arrays.copyOf(bytes, bytes.length + 1);
            bytes[bytes.length - 1] = vr.padding();
        }
        return put(new DataElement.Value(tag, vr, bytes));
    }

    /** Puts whole numbers in, as US, SS, UL, SL, UV, SV, OB or AT. */
    public DataSetBuilder whole(int tag, Vr vr, long... values) {
        int size = vr == Vr.AT ? 4 : vr.unit();
        ByteBuffer b = ByteBuffer.allocate((values.length * size + 1) / 2 * 2).order(ByteOrder.LITTLE_ENDIAN);
        for (long v : values) {
            switch (vr) {
                case OB, UN -> b.put((byte) v);
                case US, SS, OW -> b.putShort((short) v);
                case UL, SL, OL -> b.putInt((int) v);
                case UV, SV, OV -> b.putLong(v);
                // A tag is two numbers, the group first.
                case AT -> b.putShort((short) (v >>> 16)).putShort((short) v);
                default -> throw new IllegalArgumentException(vr + " holds no whole numbers");
            }
        }
        return put(new DataElement.Value(tag, vr, b.array()));
    }

    /** Puts floating-point numbers in, as FD or FL. */
    public DataSetBuilder real(int tag, Vr vr, double... values) {
        ByteBuffer b = ByteBuffer.allocate(values.length * vr.unit()).order(ByteOrder.LITTLE_ENDIAN);
        for (double v : values) {
            switch (vr) {
                case FD, OD -> b.putDouble(v);
                case FL, OF -> b.putFloat((float) v);
                default -> throw new IllegalArgumentException(vr + " holds no floating-point numbers");
            }
        }
        return put(new DataElement.Value(tag, vr, b.array()));
    }

    /** Puts bytes in, copied, and padded to even length. */
    public DataSetBuilder bytes(int tag, Vr vr, byte[] value) {
        return put(new DataElement.Value(tag, vr, Arrays.copyOf(value, (value.length + 1) / 2 * 2)));
    }

    /** Puts a sequence in. */
    public DataSetBuilder sequence(int tag, List<DataSet> items) {
        return put(new DataElement.Sequence(tag, items));
    }

    /** The character set of texts put in now. */
    public SpecificCharacterSet charset() {
        return charset;
    }

    /** Whether {@code tag} is in already. */
    public boolean contains(int tag) {
        return elements.containsKey(tag);
    }

    /** What has been gathered so far. */
    public DataSet build() {
        return DataSet.of(elements, charset);
    }
}
