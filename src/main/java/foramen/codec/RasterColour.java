package foramen.codec;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;

/**
 * Decoded pictures as opaque ARGB, transparency laid on black. Samples are taken as they are stored: the JDK's own
 * conversion would bend grey values by a gamma curve, which would change what is measured of echo intensity.
 */
final class RasterColour {
    private RasterColour() {}

    static int[] argb(BufferedImage image) throws CodecException {
        ColorModel model = image.getColorModel();
        return model instanceof ComponentColorModel c ? components(image.getRaster(), c) : packed(image);
    }

    private static int[] packed(BufferedImage image) {
        int[] argb = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        for (int i = 0; i < argb.length; i++) {
            int p = argb[i];
            int alpha = p >>> 24;
            argb[i] = alpha == 255
                    ? p
                    : 0xFF000000 | over((p >> 16) & 255, alpha) << 16 | over((p >> 8) & 255, alpha) << 8
                            | over(p & 255, alpha);
        }
        return argb;
    }

    private static int over(int value, int alpha) {
        return (value * alpha + 127) / 255;
    }

    private static int[] components(Raster raster, ComponentColorModel model) throws CodecException {
        int bands = raster.getNumBands();
        int colours = model.getNumColorComponents();
        int type = model.getColorSpace().getType();
        boolean whole = model.getTransferType() == DataBuffer.TYPE_BYTE
                || model.getTransferType() == DataBuffer.TYPE_USHORT;
        boolean known = type == ColorSpace.TYPE_GRAY ? colours == 1 : type == ColorSpace.TYPE_RGB && colours == 3;
        if (!whole || !known) {
            throw new CodecException(
                    "its colours are neither grey nor red, green and blue of 8 or 16 bits; save it so");
        }
        boolean alpha = model.hasAlpha() && bands > colours;
        boolean multiplied = model.isAlphaPremultiplied();
        int max = (1 << model.getComponentSize(0)) - 1;
        int columns = raster.getWidth();
        int[] argb = new int[columns * raster.getHeight()];
        int[] row = new int[columns * bands];
        for (int y = 0; y < raster.getHeight(); y++) {
            raster.getPixels(raster.getMinX(), raster.getMinY() + y, columns, 1, row);
            for (int x = 0; x < columns; x++) {
                int at = x * bands;
                int a = alpha && !multiplied ? row[at + colours] : max;
                int r = level(row[at], a, max);
                int g = colours == 1 ? r : level(row[at + 1], a, max);
                int b = colours == 1 ? r : level(row[at + 2], a, max);
                argb[y * columns + x] = 0xFF000000 | r << 16 | g << 8 | b;
            }
        }
        return argb;
    }

    /** 0 to 255, rounded. */
    private static int level(int value, int alpha, int max) {
        long scaled = 255L * value * alpha;
        long whole = (long) max * max;
        return (int) Math.min(255, (scaled + whole / 2) / whole);
    }
}
