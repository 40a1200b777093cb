package foramen.dicom.deident;

import foramen.dicom.pixel.StoredFrame;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** What the kept pixels of a frame are, as a SHA-256 over their values, and whether the others hold only the filling. */
final class PixelTrace {
    private final @Nullable PixelMask mask;

    PixelTrace(@Nullable PixelMask mask) {
        this.mask = mask;
    }

    /** The hash of the kept pixels of stored samples. */
    String of(StoredFrame frame) {
        int samples = frame.format().samples();
        byte[] bytes = new byte[2 * samples * frame.format().pixels()];
        int at = 0;
        for (int i = 0; i < frame.format().pixels(); i++) {
            for (int s = 0; s < samples && !hides(i); s++) {
                int v = frame.format().stored(frame.word(i * samples + s));
                bytes[at++] = (byte) v;
                bytes[at++] = (byte) (v >> 8);
            }
        }
        return hash(bytes, at);
    }

    /** The hash of the kept pixels of packed ones; the same as that of their red, green and blue as stored samples. */
    String of(int[] argb) {
        byte[] bytes = new byte[6 * argb.length];
        int at = 0;
        for (int i = 0; i < argb.length; i++) {
            for (int shift = 16; shift >= 0 && !hides(i); shift -= 8) {
                bytes[at] = (byte) (argb[i] >> shift);
                at += 2;
            }
        }
        return hash(bytes, at);
    }

    /** Whether every overwritten pixel holds {@code filling}, one value for each sample. */
    boolean isFilled(StoredFrame frame, int[] filling) {
        for (int i = 0; i < frame.format().pixels(); i++) {
            for (int s = 0; s < filling.length && hides(i); s++) {
                if (frame.format().stored(frame.word(i * filling.length + s)) != filling[s]) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean hides(int pixel) {
        return mask != null && mask.hides(pixel);
    }

    private static String hash(byte[] bytes, int length) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(Arrays.copyOf(bytes, length)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
