package foramen.dicom.write;

import foramen.codec.JpegCodec;
import foramen.codec.LosslessJpegEncoder;
import foramen.codec.RleCodec;
import foramen.domain.clip.Frame;
import java.io.IOException;
import java.util.List;

/** Packed pixels to the bytes of a stored frame. */
final class FrameEncoder {
    private final JpegCodec jpeg;
    private final double quality;

    FrameEncoder(JpegCodec jpeg, double quality) {
        this.jpeg = jpeg;
        this.quality = quality;
    }

    byte[] jpeg(Frame frame) throws IOException {
        return jpeg.encode(frame.argb(), frame.columns(), frame.rows(), quality, JpegCodec.Chroma.HALF);
    }

    static byte[] lossless(Frame frame) {
        return LosslessJpegEncoder.encode(rgb(frame), frame.columns(), frame.rows(), 3, 8);
    }

    static byte[] rle(Frame frame) {
        int[] argb = frame.argb();
        byte[][] planes = new byte[3][argb.length];
        for (int i = 0; i < argb.length; i++) {
            planes[0][i] = (byte) (argb[i] >> 16);
            planes[1][i] = (byte) (argb[i] >> 8);
            planes[2][i] = (byte) argb[i];
        }
        return RleCodec.encode(List.of(planes), frame.columns());
    }

    static byte[] rgb(Frame frame) {
        int[] argb = frame.argb();
        byte[] bytes = new byte[3 * argb.length];
        for (int i = 0; i < argb.length; i++) {
            bytes[3 * i] = (byte) (argb[i] >> 16);
            bytes[3 * i + 1] = (byte) (argb[i] >> 8);
            bytes[3 * i + 2] = (byte) argb[i];
        }
        return bytes;
    }

    static byte[] grey(Frame frame) {
        int[] argb = frame.argb();
        byte[] bytes = new byte[argb.length];
        for (int i = 0; i < argb.length; i++) {
            int p = argb[i];
            // Luma of BT.601; grey stays as it is.
            bytes[i] = (byte) ((299 * (p >> 16 & 0xFF) + 587 * (p >> 8 & 0xFF) + 114 * (p & 0xFF) + 500) / 1000);
        }
        return bytes;
    }

    static byte[] indices(Frame frame, Palette palette) {
        int[] argb = frame.argb();
        byte[] bytes = new byte[argb.length];
        for (int i = 0; i < argb.length; i++) {
            bytes[i] = palette.index(argb[i]);
        }
        return bytes;
    }
}
