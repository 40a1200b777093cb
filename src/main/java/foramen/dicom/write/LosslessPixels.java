package foramen.dicom.write;

import foramen.codec.LosslessJpegEncoder;
import foramen.dicom.data.DataSetBuilder;
import foramen.dicom.data.Tag;
import foramen.dicom.data.TransferSyntax;
import foramen.dicom.data.Vr;
import foramen.dicom.io.DicomException;
import foramen.dicom.io.FrameSpool;
import foramen.dicom.pixel.PixelDecoder;
import foramen.dicom.pixel.PixelFormat;
import foramen.dicom.pixel.StoredFrame;
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
     * @param change may change the samples of each frame in place, such as blacken a banner
     * @param description receives the Image Pixel module of the encoded frames; what stood there is replaced
     * @return the frames, for {@link foramen.dicom.io.PixelPayload.Spooled}; to be closed by the caller
     */
    public static FrameSpool encode(PixelDecoder frames, Consumer<StoredFrame> change, DataSetBuilder description)
            throws IOException {
        FrameSpool spool = new FrameSpool();
        boolean done = false;
        try {
            for (int i = 0; i < frames.frames(); i++) {
                StoredFrame frame = frames.samples(i);
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
            int v = f.stored(frame.word(place(frame, i)));
            samples[outWidth * i] = (byte) v;
            if (outWidth == 2) {
                samples[2 * i + 1] = (byte) (v >> 8);
            }
        }
        return even(LosslessJpegEncoder.encode(samples, f.columns(), f.rows(), f.samples(),
                Math.min(precision, 8 * width)));
    }

    /** Where sample {@code i}, counted pixel by pixel, stands. */
    private static int place(StoredFrame frame, int i) {
        int samples = frame.format().samples();
        int pixel = i / samples;
        int s = i % samples;
        return switch (frame.order()) {
            case BY_PIXEL -> i;
            case BY_PLANE -> s * frame.format().pixels() + pixel;
            case HALF_CHROMA -> (pixel >> 1) * 4 + (s == 0 ? pixel & 1 : 1 + s);
        };
    }

    private static byte[] even(byte[] stream) {
        return stream.length % 2 == 0 ? stream : Arrays.copyOf(stream, stream.length + 1);
    }
}
