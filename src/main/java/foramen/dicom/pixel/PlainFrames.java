package foramen.dicom.pixel;

import foramen.codec.CodecException;
import foramen.dicom.io.DicomException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Frames that are not compressed, in one run or each in fragments of its own, or deflated one by one. */
final class PlainFrames implements StoredFrames {
    private final FrameIndex index;
    private final PixelFormat format;
    private final boolean deflated;
    private final StoredFrame.Colours colours;
    private final List<String> warnings = new ArrayList<>();

    PlainFrames(FrameIndex index, PixelFormat format, boolean deflated) throws IOException {
        this.index = index;
        this.format = format;
        this.deflated = deflated;
        StoredFrame.Colours named = colours(format, warnings);
        // What was left of YBR_FULL_422 by a toolkit that unpacked it may be either (fact sheet, section 8).
        boolean unsure = format.samples() == 3 && format.photometric().equals("YBR_FULL_422") && !isHalfChroma();
        this.colours = unsure ? likelier() : named;
    }

    /** What three samples mean where only the file can say. */
    static StoredFrame.Colours colours(PixelFormat format, List<String> warnings) throws DicomException {
        return switch (format.photometric()) {
            case "YBR_FULL", "YBR_FULL_422" -> StoredFrame.Colours.YCC;
            case "YBR_PARTIAL_422", "YBR_PARTIAL_420" -> StoredFrame.Colours.YCC_PARTIAL;
            case "YBR_RCT", "YBR_ICT" -> {
                warnings.add("The file labels its colours " + format.photometric()
                        + ", which only JPEG 2000 has; they were taken for RGB.");
                yield StoredFrame.Colours.RGB;
            }
            default -> {
                if (format.samples() == 3 && !format.photometric().equals("RGB")) {
                    throw new DicomException("colours stored as " + format.photometric() + " are not supported",
                            DicomException.NOWHERE);
                }
                yield StoredFrame.Colours.RGB;
            }
        };
    }

    private boolean isHalfChroma() throws IOException {
        if (index instanceof NativeIndex n) {
            return n.isHalfChroma(format);
        }
        return format.isHalfChroma() && bytes(0).length * 8L < format.frameBits();
    }

    /** Grey pixels, of which ultrasound mostly consists, tell: alike in RGB, or with both chroma in the middle. */
    private StoredFrame.Colours likelier() throws IOException {
        byte[] first = bytes(0);
        int alike = 0;
        int middle = 0;
        int step = format.planar() ? format.pixels() : 1;
        for (int i = 0; i < format.pixels(); i++) {
            int at = format.planar() ? i : 3 * i;
            if (at + 2 * step >= first.length) {
                break;
            }
            int a = first[at] & 0xFF;
            int b = first[at + step] & 0xFF;
            int c = first[at + 2 * step] & 0xFF;
            alike += Math.abs(a - b) <= 8 && Math.abs(b - c) <= 8 ? 1 : 0;
            middle += Math.abs(b - 128) <= 8 && Math.abs(c - 128) <= 8 ? 1 : 0;
        }
        boolean ycc = middle > alike;
        warnings.add("The file labels its colours YBR_FULL_422 but stores three bytes a pixel; they were taken for "
                + (ycc ? "YBR_FULL" : "RGB") + ", in which more of its pixels are grey.");
        return ycc ? StoredFrame.Colours.YCC : StoredFrame.Colours.RGB;
    }

    @Override
    public PixelFormat stored() {
        return format;
    }

    @Override
    public List<String> warnings() {
        return List.copyOf(warnings);
    }

    @Override
    public StoredFrame read(int number) throws IOException {
        byte[] bytes = bytes(number);
        int precision = format.bitsAllocated();
        boolean half = index instanceof NativeIndex n
                ? n.isHalfChroma(format)
                : format.isHalfChroma() && bytes.length * 8L < format.frameBits();
        if (half) {
            return new StoredFrame(format, to(bytes, 2L * format.pixels()), StoredFrame.Order.HALF_CHROMA, colours,
                    precision);
        }
        StoredFrame.Order order = format.planar() ? StoredFrame.Order.BY_PLANE : StoredFrame.Order.BY_PIXEL;
        return new StoredFrame(format, to(bytes, (format.frameBits() + 7) / 8), order, colours, precision);
    }

    private byte[] bytes(int number) throws IOException {
        byte[] stored = index.read(number);
        return deflated ? inflated(stored, Math.toIntExact((format.frameBits() + 7) / 8)) : stored;
    }

    /** At most {@code most} bytes of a deflate stream, bare as it should be or with the header of zlib. */
    private static byte[] inflated(byte[] packed, int most) throws CodecException {
        boolean zlib = packed.length > 2 && (packed[0] & 0x0F) == 8
                && ((packed[0] & 0xFF) << 8 | (packed[1] & 0xFF)) % 31 == 0;
        Inflater inflater = new Inflater(!zlib);
        try {
            inflater.setInput(packed);
            byte[] plain = new byte[most];
            int filled = 0;
            while (filled < most && !inflater.finished()) {
                int n = inflater.inflate(plain, filled, most - filled);
                if (n == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
                    throw new CodecException("its deflated frame breaks off");
                }
                filled += n;
            }
            return filled == most ? plain : Arrays.copyOf(plain, filled);
        } catch (DataFormatException e) {
            throw new CodecException("its deflated frame is damaged", e);
        } finally {
            inflater.end();
        }
    }

    private static byte[] to(byte[] bytes, long length) {
        return bytes.length >= length ? bytes : Arrays.copyOf(bytes, Math.toIntExact(length));
    }
}
