package foramen.codec;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * What a JPEG stream's own markers say (ITU-T T.81 annex B).
 *
 * @param process the frame marker's low byte, C0H to CFH: C0 baseline, C1 extended, C2 progressive, C3 lossless
 * @param precision bits per sample
 * @param columns width in pixels
 * @param rows height in pixels
 * @param components the colour components in order
 * @param jfif whether a JFIF APP0 marker stands before the frame
 * @param adobeTransform the colour transform of an Adobe APP14 marker: 0 none, 1 YCbCr, 2 YCCK
 * @param frameStart position of the frame marker
 */
public record JpegHeader(int process, int precision, int columns, int rows, List<Component> components, boolean jfif,
        OptionalInt adobeTransform, int frameStart) {
    /**
     * A colour component.
     *
     * @param id its identifier, such as 1 or {@code 'R'}
     * @param horizontal horizontal sampling factor
     * @param vertical vertical sampling factor
     */
    public record Component(int id, int horizontal, int vertical) {}

    /** Copies the components. */
    public JpegHeader {
        components = List.copyOf(components);
    }

    /** Whether Foramen decodes it: sequential or progressive Huffman coding of 8 or 12 bits in one or three components. */
    public boolean isDecodable() {
        return process >= 0xC0 && process <= 0xC2 && (precision == 8 || precision == 12)
                && (components.size() == 1 || components.size() == 3)
                && columns > 0 && rows > 0;
    }

    /** The kind of JPEG in words. */
    public String kind() {
        String name = switch (process) {
            case 0xC0 -> "baseline";
            case 0xC1 -> "extended";
            case 0xC2 -> "progressive";
            case 0xC3 -> "lossless";
            case 0xC9, 0xCA -> "arithmetic-coded";
            case 0xCB -> "arithmetic-coded lossless";
            case 0xC5, 0xC6, 0xC7, 0xCD, 0xCE, 0xCF -> "hierarchical";
            case 0xF7 -> "JPEG-LS";
            default -> "uncommon";
        };
        return precision + "-bit " + name + (process == 0xF7 ? "" : " JPEG") + " with " + components.size()
                + (components.size() == 1 ? " component" : " components");
    }

    /** Whether the three components are named R, G and B. */
    public boolean isNamedRgb() {
        return components.size() == 3 && components.get(0).id() == 'R' && components.get(1).id() == 'G'
                && components.get(2).id() == 'B';
    }

    /** Whether any component is sampled more coarsely than another. */
    public boolean isSubsampled() {
        Component first = components.getFirst();
        return components.stream()
                .anyMatch(c -> c.horizontal() != first.horizontal() || c.vertical() != first.vertical());
    }

    /**
     * Reads the markers up to the frame header; what stands before the start-of-image marker is not forgiven.
     *
     * @throws CodecException when there is no frame header
     */
    public static JpegHeader parse(byte[] stream) throws CodecException {
        if (stream.length < 4 || u8(stream, 0) != 0xFF || u8(stream, 1) != 0xD8) {
            throw new CodecException("it does not start like a JPEG picture");
        }
        boolean jfif = false;
        OptionalInt adobe = OptionalInt.empty();
        int at = 2;
        while (at + 4 <= stream.length) {
            int marker = u8(stream, at + 1);
            if (u8(stream, at) != 0xFF) {
                throw new CodecException("its JPEG markers are damaged");
            }
            if (marker == 0xFF || marker == 0x01 || (marker >= 0xD0 && marker <= 0xD7)) {
                at += marker == 0xFF ? 1 : 2;
                continue;
            }
            int length = u16(stream, at + 2);
            if (isFrame(marker)) {
                return frame(stream, at, length, jfif, adobe);
            }
            if (marker == 0xD9 || marker == 0xDA || length < 2) {
                break;
            }
            jfif |= marker == 0xE0 && starts(stream, at + 4, "JFIF");
            if (marker == 0xEE && length >= 14 && starts(stream, at + 4, "Adobe") && at + 15 < stream.length) {
                adobe = OptionalInt.of(u8(stream, at + 15));
            }
            at += 2 + length;
        }
        throw new CodecException("its JPEG picture has no frame header");
    }

    private static boolean isFrame(int marker) {
        return marker == 0xF7
                || (marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC);
    }

    private static JpegHeader frame(byte[] s, int at, int length, boolean jfif, OptionalInt adobe)
            throws CodecException {
        int n = at + 9 < s.length ? u8(s, at + 9) : 0;
        if (n == 0 || length < 8 + 3 * n || at + 10 + 3 * n > s.length) {
            throw new CodecException("its JPEG frame header is damaged");
        }
        List<Component> components = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            int sampling = u8(s, at + 11 + 3 * i);
            components.add(new Component(u8(s, at + 10 + 3 * i), sampling >> 4, sampling & 15));
        }
        return new JpegHeader(u8(s, at + 1), u8(s, at + 4), u16(s, at + 7), u16(s, at + 5), components, jfif, adobe,
                at);
    }

    private static boolean starts(byte[] s, int at, String word) {
        return at + word.length() <= s.length
                && new String(s, at, word.length(), StandardCharsets.ISO_8859_1).equals(word);
    }

    private static int u8(byte[] s, int at) {
        return s[at] & 0xFF;
    }

    private static int u16(byte[] s, int at) {
        return u8(s, at) << 8 | u8(s, at + 1);
    }
}
