package foramen.dicom.write;

import foramen.codec.LosslessJpegEncoder;
import foramen.dicom.data.DataSetBuilder;
import foramen.dicom.data.Tag;
import foramen.dicom.data.TransferSyntax;
import foramen.dicom.data.Vr;
import foramen.dicom.io.DicomException;
import foramen.dicom.io.FrameSpool;
import foramen.dicom.pixel.FrameDecoder;
import foramen.dicom.pixel.PixelDecoder;
import foramen.dicom.pixel.PixelFormat;
import foramen.dicom.pixel.StoredFrame;
import foramen.domain.clip.Frame;
import java.io.IOException;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * The frames of a file stored again as JPEG Lossless with the first predictor, sample for sample as they were, save for
 * what is changed on purpose on the way. One frame at a time is in memory.
 */
public final class LosslessPixels {
    private LosslessPixels() {}

    /** The transfer syntax of what {@link #encode} gives. */
    public static TransferSyntax syntax() {
        return TransferSyntax.JPEG_LOSSLESS_SV1;
    }

    /**
     * Encodes all frames and describes them.
     *
     * @param change may change the samples of each frame in place, such as blacken a banner; those of a pixel lie side
     *        by side
     * @param description receives the Image Pixel module of the encoded frames; what stood there is replaced
     * @return the frames, for {@link foramen.dicom.io.PixelPayload.Spooled}; to be closed by the caller
     */
    public static FrameSpool encode(PixelDecoder frames, Consumer<StoredFrame> change, DataSetBuilder description)
            throws IOException {
        FrameSpool spool = new FrameSpool();
        boolean done = false;
        try {
            for (int i = 0; i < frames.frames(); i++) {
                StoredFrame frame = frames.samples(i).byPixel();
                change.accept(frame);
                if (i == 0) {
                    describe(frame, description);
                }
                spool.add(encode(frame));
            }
            done = true;
            return spool;
        } finally {
            if (!done) {
                spool.close();
            }
        }
    }

    /**
     * Encodes all frames in the colours in which they are shown, red, green and blue of eight bits: for films and for
     * lossy colours, which no two decoders turn into the same display from their samples.
     *
     * @param change may change the packed pixels of each frame in place
     * @param description receives the Image Pixel module of the encoded frames; what stood there is replaced
     * @return the frames, to be closed by the caller
     */
    public static FrameSpool encodeShown(FrameDecoder frames, Consumer<int[]> change, DataSetBuilder description)
            throws IOException {
        description.whole(Tag.SAMPLES_PER_PIXEL, Vr.US, 3).text(Tag.PHOTOMETRIC_INTERPRETATION, Vr.CS, "RGB")
                .whole(Tag.ROWS, Vr.US, frames.rows()).whole(Tag.COLUMNS, Vr.US, frames.columns())
                .whole(Tag.BITS_ALLOCATED, Vr.US, 8).whole(Tag.BITS_STORED, Vr.US, 8)
                .whole(Tag.HIGH_BIT, Vr.US, 7).whole(Tag.PIXEL_REPRESENTATION, Vr.US, 0)
                .whole(Tag.PLANAR_CONFIGURATION, Vr.US, 0);
        FrameSpool spool = new FrameSpool();
        boolean done = false;
        try {
            for (int i = 0; i < frames.frames(); i++) {
                Frame frame = new Frame(frames.columns(), frames.rows(), frames.decode(i).argb().clone());
                change.accept(frame.argb());
                spool.add(even(FrameEncoder.lossless(frame)));
            }
            done = true;
            return spool;
        } finally {
            if (!done) {
                spool.close();
            }
        }
    }

    /** How many bytes a frame has once it is encoded by {@link #encode}. */
    public static int length(StoredFrame frame) {
        return encode(frame.byPixel()).length;
    }

    /** How many bytes a frame has once it is encoded by {@link #encodeShown}. */
    public static int length(Frame frame) {
        return even(FrameEncoder.lossless(frame)).length;
    }

    private static void describe(StoredFrame frame, DataSetBuilder data) throws DicomException {
        PixelFormat f = frame.format();
        if (f.bitsAllocated() == 1 || frame.colours() == StoredFrame.Colours.YCC_PARTIAL) {
            throw new DicomException("its pixels, " + f.photometric() + " of " + f.bitsAllocated()
                    + " bits, cannot be stored as lossless JPEG", DicomException.NOWHERE);
        }
        boolean ycc = frame.colours() == StoredFrame.Colours.YCC;
        data.whole(Tag.SAMPLES_PER_PIXEL, Vr.US, f.samples())
                .text(Tag.PHOTOMETRIC_INTERPRETATION, Vr.CS,
                        f.samples() == 1 ? f.photometric() : ycc ? "YBR_FULL" : "RGB")
                .whole(Tag.ROWS, Vr.US, f.rows()).whole(Tag.COLUMNS, Vr.US, f.columns())
                .whole(Tag.BITS_ALLOCATED, Vr.US, f.bitsAllocated()).whole(Tag.BITS_STORED, Vr.US, f.bitsStored())
                .whole(Tag.HIGH_BIT, Vr.US, f.bitsStored() - 1).whole(Tag.PIXEL_REPRESENTATION, Vr.US,
                        f.signed() ? 1 : 0);
        if (f.samples() == 3) {
            data.whole(Tag.PLANAR_CONFIGURATION, Vr.US, 0);
        }
    }

    private static byte[] encode(StoredFrame frame) {
        PixelFormat f = frame.format();
        // Signed samples fill their words, so that readers which forget to extend the sign find it extended.
        int precision = f.signed() ? f.bitsAllocated() : Math.max(2, f.bitsStored());
        int width = f.bitsAllocated() / 8;
        int outWidth = precision <= 8 ? 1 : 2;
        int n = f.pixels() * f.samples();
        byte[] samples = new byte[n * outWidth];
        for (int i = 0; i < n; i++) {
            int v = f.stored(frame.word(i));
            samples[outWidth * i] = (byte) v;
            if (outWidth == 2) {
                samples[2 * i + 1] = (byte) (v >> 8);
            }
        }
        return even(LosslessJpegEncoder.encode(samples, f.columns(), f.rows(), f.samples(),
                Math.min(precision, 8 * width)));
    }

    private static byte[] even(byte[] stream) {
        return stream.length % 2 == 0 ? stream : Arrays.copyOf(stream, stream.length + 1);
    }
}
