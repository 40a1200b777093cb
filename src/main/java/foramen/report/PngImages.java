package foramen.report;

import foramen.domain.clip.Frame;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.DataBufferInt;
import java.awt.image.DirectColorModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.IOException;
import java.io.OutputStream;

/** Writes single pictures as PNG, 8 bits a channel, pixel for pixel. */
public final class PngImages {
    private static final int[] RGB_MASKS = {0xFF0000, 0xFF00, 0xFF};

    private PngImages() {}

    /**
     * Writes the exact pixels of {@code frame}; {@code out} stays open.
     *
     * @param software what made it, kept beside the pixels
     * @throws IOException with one sentence when it cannot be written
     */
    public static void write(Frame frame, String software, OutputStream out) throws IOException {
        PictureFormat.PNG.write(picture(frame), software, out);
    }

    /** The frame as a Java2D picture over the same pixels: look, do not paint on it. */
    static BufferedImage picture(Frame frame) {
        var pixels = new DataBufferInt(frame.argb(), frame.argb().length);
        WritableRaster raster = Raster.createPackedRaster(pixels, frame.columns(), frame.rows(), frame.columns(),
                RGB_MASKS, null);
        ColorModel rgb = new DirectColorModel(24, RGB_MASKS[0], RGB_MASKS[1], RGB_MASKS[2]);
        return new BufferedImage(rgb, raster, false, null);
    }
}
