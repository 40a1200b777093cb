package foramen.dicom.data;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Numbers of an element, whatever representation the file gave it (fact sheet, section 8: FD as DS, US as OB …). */
final class ElementNumbers {
    private static final Pattern DECIMAL = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,4})?");

    private ElementNumbers() {}

    static List<Double> reals(DataElement.Value value, SpecificCharacterSet charset) {
        Vr vr = value.vr();
        if (vr == Vr.UN || vr == Vr.OB) {
            Vr expected = DataDictionary.standard().implicitVr(value.tag(), false);
            vr = expected == Vr.UN || expected == Vr.SQ ? vr : expected;
        }
        return vr.isText()
                ? parsed(new DataElement.Value(value.tag(), vr, value.bytes()), charset)
                : binary(value, vr);
    }

    private static List<Double> parsed(DataElement.Value value, SpecificCharacterSet charset) {
        List<Double> numbers = new ArrayList<>();
        for (String s : ElementText.strings(value, charset)) {
            // A decimal comma is a common error; a thousands separator is not to be expected.
            String plain = s.replace(',', '.').strip();
            if (!plain.isEmpty() && plain.length() <= 64 && DECIMAL.matcher(plain).matches()) {
                numbers.add(Double.parseDouble(plain));
            }
        }
        return List.copyOf(numbers);
    }

    private static List<Double> binary(DataElement.Value value, Vr vr) {
        ByteBuffer b = value.buffer();
        Vr stored = fitting(vr, b.remaining());
        int size = size(stored);
        List<Double> numbers = new ArrayList<>();
        while (b.remaining() >= size && numbers.size() < ElementText.MOST_VALUES) {
            numbers.add(next(b, stored));
        }
        return List.copyOf(numbers);
    }

    /** The numbers of a binary value as decimals; those of 64 bits exactly. */
    static List<String> texts(DataElement.Value value, Vr vr) {
        ByteBuffer b = value.buffer();
        Vr stored = fitting(vr, b.remaining());
        int size = size(stored);
        List<String> texts = new ArrayList<>();
        while (b.remaining() >= size && texts.size() < ElementText.MOST_VALUES) {
            texts.add(switch (stored) {
                case UV, OV -> Long.toUnsignedString(b.getLong());
                case SV -> Long.toString(b.getLong());
                default -> plain(next(b, stored));
            });
        }
        return List.copyOf(texts);
    }

    private static String plain(double d) {
        return d == Math.rint(d) && Math.abs(d) < 1e15 ? Long.toString((long) d) : Double.toString(d);
    }

    /** The representation that a value of {@code bytes} bytes can have: an FD of four bytes is a float, and so on. */
    private static Vr fitting(Vr vr, int bytes) {
        if (bytes >= size(vr) || bytes < 2) {
            return vr;
        }
        return switch (vr) {
            case FD -> bytes >= 4 ? Vr.FL : vr;
            case UL -> Vr.US;
            case SL -> Vr.SS;
            case UV -> bytes >= 4 ? Vr.UL : Vr.US;
            case SV -> bytes >= 4 ? Vr.SL : Vr.SS;
            default -> vr;
        };
    }

    private static int size(Vr vr) {
        return vr == Vr.AT ? 4 : vr.unit();
    }

    private static double next(ByteBuffer b, Vr vr) {
        return switch (vr) {
            case US, OW -> b.getShort() & 0xFFFF;
            case SS -> b.getShort();
            case UL, OL -> b.getInt() & 0xFFFFFFFFL;
            case SL -> b.getInt();
            case AT -> (b.getShort() & 0xFFFFL) << 16 | (b.getShort() & 0xFFFFL);
            case FL, OF -> b.getFloat();
            case FD, OD -> b.getDouble();
            case SV -> b.getLong();
            case UV, OV -> unsigned(b.getLong());
            default -> b.get() & 0xFF;
        };
    }

    private static double unsigned(long bits) {
        return bits >= 0 ? bits : (bits >>> 1) * 2.0;
    }
}
