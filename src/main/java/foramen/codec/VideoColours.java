package foramen.codec;

import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVPixFmtDescriptor;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.ffmpeg.global.swscale;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.IntPointer;

/**
 * A decoded picture as packed opaque RGB.
 *
 * <p>Matrix and range are those the stream states (ITU-T H.273 tables 2 to 4). Where it states no matrix: BT.601 up to
 * 576 lines, BT.709 above, as such pictures are produced (engineering default; PS3.5 8.2 says only YBR_PARTIAL_420);
 * where it states no range: 16 to 235, which is what "partial" means there. Motion JPEG is BT.601 in full range (JFIF).
 * Each chroma sample stands for all pixels of its block, so that nothing is smeared across an edge.
 */
final class VideoColours {
    private static final long ODD = avutil.AV_PIX_FMT_FLAG_BE | avutil.AV_PIX_FMT_FLAG_PAL
            | avutil.AV_PIX_FMT_FLAG_BITSTREAM | avutil.AV_PIX_FMT_FLAG_HWACCEL | avutil.AV_PIX_FMT_FLAG_RGB
            | avutil.AV_PIX_FMT_FLAG_FLOAT | avutil.AV_PIX_FMT_FLAG_XYZ | avutil.AV_PIX_FMT_FLAG_BAYER;
    private static final int SD_LINES = 576;
    private static final int BITS = 16;

    private VideoColours() {}

    /** Converts {@code frame}, whose coding is {@code codecId}. */
    static int[] argb(AVFrame frame, int codecId) throws CodecException {
        AVPixFmtDescriptor format = avutil.av_pix_fmt_desc_get(frame.format());
        if (format == null) {
            throw new CodecException("its picture is in an unknown form");
        }
        boolean jpeg = codecId == avcodec.AV_CODEC_ID_MJPEG || format.name().getString().startsWith("yuvj");
        boolean full = frame.color_range() == avutil.AVCOL_RANGE_JPEG || jpeg;
        boolean colours = format.nb_components() >= 3;
        boolean plain = (format.flags() & ODD) == 0 && format.comp(0).depth() == 8 && format.comp(0).step() == 1
                && (!colours || ((format.flags() & avutil.AV_PIX_FMT_FLAG_PLANAR) != 0 && format.comp(1).step() == 1));
        if (!plain) {
            return converted(frame, format, full);
        }
        if (!colours) {
            return planar(frame, format, new Matrix(0.299, 0.114, full || isGreyFull(frame)));
        }
        return planar(frame, format, matrix(frame, full, jpeg));
    }

    /** A picture of luma alone counts as full range unless it is stated to be the other. */
    private static boolean isGreyFull(AVFrame frame) {
        return frame.color_range() != avutil.AVCOL_RANGE_MPEG;
    }

    private static Matrix matrix(AVFrame frame, boolean full, boolean jpeg) throws CodecException {
        int space = frame.colorspace();
        if (jpeg && space == avutil.AVCOL_SPC_UNSPECIFIED) {
            space = avutil.AVCOL_SPC_BT470BG;
        }
        if (space == avutil.AVCOL_SPC_UNSPECIFIED || space == avutil.AVCOL_SPC_RESERVED) {
            space = frame.height() <= SD_LINES ? avutil.AVCOL_SPC_SMPTE170M : avutil.AVCOL_SPC_BT709;
        }
        return switch (space) {
            case avutil.AVCOL_SPC_BT709 -> new Matrix(0.2126, 0.0722, full);
            case avutil.AVCOL_SPC_BT470BG, avutil.AVCOL_SPC_SMPTE170M -> new Matrix(0.299, 0.114, full);
            case avutil.AVCOL_SPC_FCC -> new Matrix(0.30, 0.11, full);
            case avutil.AVCOL_SPC_SMPTE240M -> new Matrix(0.212, 0.087, full);
            case avutil.AVCOL_SPC_BT2020_NCL -> new Matrix(0.2627, 0.0593, full);
            default -> throw new CodecException("its colours are in a system that Foramen does not know (H.273 matrix "
                    + space + ")");
        };
    }

    /** The fixed-point factors from YCbCr to RGB. */
    private record Matrix(int y, int black, int red, int greenB, int greenR, int blue) {
        Matrix(double kr, double kb, boolean full) {
            this(fixed(full ? 1 : 255 / 219.0), full ? 0 : 16, fixed(2 * (1 - kr) * chroma(full)),
                    fixed(2 * kb * (1 - kb) / (1 - kr - kb) * chroma(full)),
                    fixed(2 * kr * (1 - kr) / (1 - kr - kb) * chroma(full)), fixed(2 * (1 - kb) * chroma(full)));
        }

        private static double chroma(boolean full) {
            return full ? 1 : 255 / 224.0;
        }

        private static int fixed(double factor) {
            return (int) Math.round(factor * (1 << BITS));
        }
    }

    private static int[] planar(AVFrame frame, AVPixFmtDescriptor format, Matrix m) throws CodecException {
        int width = frame.width();
        int height = frame.height();
        boolean colours = format.nb_components() >= 3;
        int right = colours ? format.log2_chroma_w() : 0;
        int down = colours ? format.log2_chroma_h() : 0;
        int chromaWidth = -(-width >> right);
        byte[] luma = new byte[width];
        byte[] cb = new byte[chromaWidth];
        byte[] cr = new byte[chromaWidth];
        int[] red = new int[width];
        int[] green = new int[width];
        int[] blue = new int[width];
        int[] argb = new int[Math.multiplyExact(width, height)];
        for (int y = 0; y < height; y++) {
            row(frame, 0, y, luma);
            if (colours && (y & (1 << down) - 1) == 0) {
                row(frame, 1, y >> down, cb);
                row(frame, 2, y >> down, cr);
                spread(cb, cr, right, m, red, green, blue);
            }
            line(luma, red, green, blue, m, argb, y * width);
        }
        return argb;
    }

    private static void row(AVFrame frame, int plane, int y, byte[] target) throws CodecException {
        var data = frame.data(plane);
        if (data == null || data.isNull()) {
            throw new CodecException("its picture lacks a part");
        }
        // getPointer counts on from the start, also backwards where rows lie bottom up.
        data.getPointer((long) y * frame.linesize(plane)).get(target, 0, target.length);
    }

    private static void spread(byte[] cb, byte[] cr, int right, Matrix m, int[] red, int[] green, int[] blue) {
        for (int x = 0; x < red.length; x++) {
            int b = (cb[x >> right] & 0xFF) - 128;
            int r = (cr[x >> right] & 0xFF) - 128;
            red[x] = m.red * r;
            green[x] = -m.greenB * b - m.greenR * r;
            blue[x] = m.blue * b;
        }
    }

    private static void line(byte[] luma, int[] red, int[] green, int[] blue, Matrix m, int[] argb, int at) {
        int scale = m.y;
        int shift = (1 << (BITS - 1)) - m.black * scale;
        for (int x = 0; x < luma.length; x++) {
            int y = (luma[x] & 0xFF) * scale + shift;
            int r = Math.min(255, Math.max(0, (y + red[x]) >> BITS));
            int g = Math.min(255, Math.max(0, (y + green[x]) >> BITS));
            int b = Math.min(255, Math.max(0, (y + blue[x]) >> BITS));
            argb[at + x] = 0xFF000000 | r << 16 | g << 8 | b;
        }
    }

    /** Any other form, packed, deeper or by palette, through FFmpeg's own converter at its most exact. */
    private static int[] converted(AVFrame frame, AVPixFmtDescriptor format, boolean full) throws CodecException {
        int width = frame.width();
        int height = frame.height();
        int flags = swscale.SWS_POINT | swscale.SWS_ACCURATE_RND | swscale.SWS_FULL_CHR_H_INT
                | swscale.SWS_FULL_CHR_H_INP | swscale.SWS_BITEXACT;
        SwsContext context = swscale.sws_getContext(width, height, frame.format(), width, height,
                avutil.AV_PIX_FMT_BGRA, flags, null, null, (DoublePointer) null);
        if (context == null || context.isNull()) {
            throw new CodecException("its picture is stored as " + format.name().getString()
                    + ", which cannot be converted");
        }
        try (IntPointer out = new IntPointer((long) width * height);
                IntPointer strides = new IntPointer(4L);
                org.bytedeco.javacpp.PointerPointer<org.bytedeco.javacpp.Pointer> planes = new org.bytedeco.javacpp.PointerPointer<>(
                        4L)) {
            boolean rgb = (format.flags() & avutil.AV_PIX_FMT_FLAG_RGB) != 0;
            if (!rgb) {
                int space = frame.colorspace();
                int sws = space == avutil.AVCOL_SPC_UNSPECIFIED || space == avutil.AVCOL_SPC_RGB
                        ? height <= SD_LINES ? swscale.SWS_CS_ITU601 : swscale.SWS_CS_ITU709
                        : space;
                IntPointer factors = swscale.sws_getCoefficients(sws);
                boolean wide = full || (format.nb_components() < 3 && isGreyFull(frame));
                swscale.sws_setColorspaceDetails(context, factors, wide ? 1 : 0, factors, 1, 0, 1 << BITS, 1 << BITS);
            }
            planes.put(0, out);
            planes.put(1, (org.bytedeco.javacpp.Pointer) null);
            strides.put(new int[]{4 * width, 0, 0, 0});
            if (swscale.sws_scale(context, frame.data(), frame.linesize(), 0, height, planes, strides) != height) {
                throw new CodecException("its picture cannot be converted");
            }
            int[] argb = new int[width * height];
            out.get(argb);
            for (int i = 0; i < argb.length; i++) {
                argb[i] |= 0xFF000000;
            }
            return argb;
        } finally {
            swscale.sws_freeContext(context);
        }
    }
}
