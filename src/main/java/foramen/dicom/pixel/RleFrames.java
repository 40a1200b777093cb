package foramen.dicom.pixel;

import foramen.codec.RleCodec;
import foramen.dicom.io.DicomException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Frames packed with the RLE of PS3.5 annex G. */
final class RleFrames implements StoredFrames {
    private final FrameIndex index;
    private final PixelFormat format;
    private final StoredFrame.Colours colours;
    private final List<String> warnings = new ArrayList<>();

    RleFrames(FrameIndex index, PixelFormat format) throws DicomException {
        this.index = index;
        this.format = format;
        this.colours = PlainFrames.colours(format, warnings);
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
        byte[] packed = index.read(number);
        return new StoredFrame(format, format.bitsAllocated() == 1 ? bits(packed) : words(packed),
                StoredFrame.Order.BY_PLANE, colours, format.bitsAllocated());
    }

    private byte[] bits(byte[] packed) throws IOException {
        return RleCodec.decode(packed, 1, (format.pixels() + 7) / 8).planes().getFirst();
    }

    /** The planes of one sample come most significant first; put together little-endian, sample by sample. */
    private byte[] words(byte[] packed) throws IOException {
        int sampleBytes = format.bitsAllocated() / 8;
        List<byte[]> planes = RleCodec.decode(packed, sampleBytes * format.samples(), format.pixels()).planes();
        byte[] joined = new byte[format.pixels() * planes.size()];
        for (int s = 0; s < format.samples(); s++) {
            for (int b = 0; b < sampleBytes; b++) {
                byte[] plane = planes.get(s * sampleBytes + sampleBytes - 1 - b);
                int at = s * format.pixels() * sampleBytes + b;
                for (byte v : plane) {
                    joined[at] = v;
                    at += sampleBytes;
                }
            }
        }
        return joined;
    }
}
