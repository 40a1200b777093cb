package foramen.dicom.pixel;

import foramen.dicom.io.DicomException;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Frames that are not compressed, in one run or each in fragments of its own. */
final class PlainFrames implements StoredFrames {
    private static final Set<String> COLOURS = Set.of("RGB", "YBR_FULL", "YBR_FULL_422");

    private final FrameIndex index;
    private final PixelFormat format;

    PlainFrames(FrameIndex index, PixelFormat format) throws DicomException {
        this.index = index;
        this.format = format;
        refuseUnknownColours(format);
    }

    static void refuseUnknownColours(PixelFormat format) throws DicomException {
        if (format.samples() == 3 && !COLOURS.contains(format.photometric())) {
            throw new DicomException("colours stored as " + format.photometric() + " are not supported",
                    DicomException.NOWHERE);
        }
    }

    @Override
    public PixelFormat stored() {
        return format;
    }

    @Override
    public List<String> warnings() {
        return List.of();
    }

    @Override
    public StoredFrame read(int number) throws IOException {
        byte[] bytes = index.read(number);
        int precision = format.bitsAllocated();
        StoredFrame.Colours colours = colours(format);
        if (index instanceof NativeIndex n && n.isHalfChroma(format)) {
            return new StoredFrame(format, bytes, StoredFrame.Order.HALF_CHROMA, colours, precision);
        }
        StoredFrame.Order order = format.planar() ? StoredFrame.Order.BY_PLANE : StoredFrame.Order.BY_PIXEL;
        long length = (format.frameBits() + 7) / 8;
        byte[] whole = bytes.length >= length ? bytes : Arrays.copyOf(bytes, Math.toIntExact(length));
        return new StoredFrame(format, whole, order, colours, precision);
    }

    /** What three samples mean where only the file can say. */
    static StoredFrame.Colours colours(PixelFormat format) {
        return format.photometric().startsWith("YBR") ? StoredFrame.Colours.YCC : StoredFrame.Colours.RGB;
    }
}
