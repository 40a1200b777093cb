package foramen.dicom.data;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * An immutable, ordered set of DICOM elements with typed, lenient lookups: what cannot be read as the type asked for
 * counts as absent. The elements themselves stay as they were found.
 */
public final class DataSet {
    /** A data set without elements. */
    public static final DataSet EMPTY = builder().build();

    private final SortedMap<Integer, DataElement> elements;
    private final SpecificCharacterSet charset;

    private DataSet(SortedMap<Integer, DataElement> elements, SpecificCharacterSet charset) {
        this.elements = Collections.unmodifiableSortedMap(elements);
        this.charset = charset;
    }

    /** A builder whose texts are UTF-8. */
    public static DataSetBuilder builder() {
        return new DataSetBuilder(SpecificCharacterSet.UTF_8);
    }

    /** A builder for elements whose texts are in {@code inherited}, unless the set itself says otherwise. */
    public static DataSetBuilder builder(SpecificCharacterSet inherited) {
        return new DataSetBuilder(inherited);
    }

    static DataSet of(SortedMap<Integer, DataElement> elements, SpecificCharacterSet charset) {
        SortedMap<Integer, DataElement> copy = new TreeMap<>(Integer::compareUnsigned);
        copy.putAll(elements);
        return new DataSet(copy, charset);
    }

    /** All elements in ascending order of their tags. */
    public Collection<DataElement> elements() {
        return elements.values();
    }

    /** The element at {@code tag}. */
    public Optional<DataElement> element(int tag) {
        return Optional.ofNullable(elements.get(tag));
    }

    /** Whether there is an element at {@code tag}, even an empty one. */
    public boolean contains(int tag) {
        return elements.containsKey(tag);
    }

    /** Whether there is nothing in the set. */
    public boolean isEmpty() {
        return elements.isEmpty();
    }

    /** The character set of its texts. */
    public SpecificCharacterSet charset() {
        return charset;
    }

    private Optional<DataElement.Value> value(int tag) {
        return elements.get(tag) instanceof DataElement.Value v && v.length() > 0 ? Optional.of(v) : Optional.empty();
    }

    /** The text values at {@code tag}, without padding; numbers of binary elements as decimals; empty where absent. */
    public List<String> strings(int tag) {
        return value(tag).map(v -> ElementText.strings(v, charset)).orElse(List.of());
    }

    /** The first text value at {@code tag} that is not blank. */
    public Optional<String> string(int tag) {
        return strings(tag).stream().filter(s -> !s.isBlank()).findFirst();
    }

    /** The first text value at {@code tag}, or nothing as an empty text. */
    public String text(int tag) {
        return string(tag).orElse("");
    }

    /** Whether the text at {@code tag} does not fit its declared character set and had to be guessed. */
    public boolean isSuspectText(int tag) {
        return value(tag).filter(v -> v.vr().usesCharacterSet()).map(v -> charset.decode(v.bytes(), v.vr()).suspect())
                .orElse(false);
    }

    /** The numbers at {@code tag}, whatever representation they are stored in; those that are none are left out. */
    public List<Double> reals(int tag) {
        return value(tag).map(v -> ElementNumbers.reals(v, charset)).orElse(List.of());
    }

    /** The first number at {@code tag}, if it is finite. */
    public OptionalDouble real(int tag) {
        return reals(tag).stream().mapToDouble(Double::doubleValue).limit(1).filter(Double::isFinite).findFirst();
    }

    /** The first number at {@code tag} as a whole one, cut towards nought and held within the range of {@code long}. */
    public OptionalLong whole(int tag) {
        OptionalDouble real = real(tag);
        return real.isPresent() ? OptionalLong.of((long) real.getAsDouble()) : OptionalLong.empty();
    }

    /** The first number at {@code tag} as an {@code int}; one that does not fit counts as absent. */
    public OptionalInt integer(int tag) {
        OptionalLong whole = whole(tag);
        return whole.isPresent() && whole.getAsLong() == (int) whole.getAsLong()
                ? OptionalInt.of((int) whole.getAsLong())
                : OptionalInt.empty();
    }

    /** The first number at {@code tag} that fits an {@code int}, or {@code otherwise}. */
    public int integer(int tag, int otherwise) {
        return integer(tag).orElse(otherwise);
    }

    /** The unsigned 64-bit values at {@code tag} (OV, UV), exactly. */
    public long[] longs(int tag) {
        return value(tag).map(v -> v.buffer().asLongBuffer()).map(b -> {
            long[] values = new long[b.remaining()];
            b.get(values);
            return values;
        }).orElseGet(() -> new long[0]);
    }

    /** The bytes at {@code tag}; none where it is absent, a sequence or left in the file. */
    public byte[] bytes(int tag) {
        return value(tag).map(DataElement.Value::bytes).orElseGet(() -> new byte[0]);
    }

    /** The items of the sequence at {@code tag}; none where there is no sequence. */
    public List<DataSet> items(int tag) {
        return elements.get(tag) instanceof DataElement.Sequence s ? s.items() : List.of();
    }

    /**
     * The tag under which this set keeps a private element (PS3.5 section 7.8.1).
     *
     * @param group an odd group
     * @param creator the name in the block's Private Creator element
     * @param element the element within the block, 00H to FFH
     */
    public OptionalInt privateTag(int group, String creator, int element) {
        for (int block = 0x10; block <= 0xFF; block++) {
            if (text(Tag.of(group, block)).equals(creator)) {
                return OptionalInt.of(Tag.of(group, block << 8 | element));
            }
        }
        return OptionalInt.empty();
    }

    /** Who defined the private element {@code tag}, where its block has a Private Creator. */
    public Optional<String> privateCreator(int tag) {
        boolean inBlock = (Tag.group(tag) & 1) == 1 && Tag.element(tag) >= 0x1000;
        return inBlock ? string(Tag.of(Tag.group(tag), Tag.element(tag) >>> 8)) : Optional.empty();
    }

    /** A builder that starts with everything in this set. */
    public DataSetBuilder toBuilder() {
        DataSetBuilder builder = new DataSetBuilder(charset);
        elements.values().forEach(builder::put);
        return builder;
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof DataSet d && d.elements.equals(elements);
    }

    @Override
    public int hashCode() {
        return elements.hashCode();
    }

    @Override
    public String toString() {
        return elements.values().toString();
    }
}
