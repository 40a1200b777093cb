package foramen.codec;

import org.bytedeco.ffmpeg.avutil.AVComponentDescriptor;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVPixFmtDescriptor;
import org.bytedeco.ffmpeg.global.avutil;

/** A decoded frame in any of FFmpeg's pixel formats of whole bytes to interleaved samples. */
final class FrameSamples {
    private static final long ODD_FORMATS = avutil.AV_PIX_FMT_FLAG_BE | avutil.AV_PIX_FMT_FLAG_PAL
            | avutil.AV_PIX_FMT_FLAG_BITSTREAM | avutil.AV_PIX_FMT_FLAG_HWACCEL | avutil.AV_PIX_FMT_FLAG_BAYER
            | avutil.AV_PIX_FMT_FLAG_FLOAT | avutil.AV_PIX_FMT_FLAG_XYZ;

    private FrameSamples() {}

    /** Copies the samples out, as {@link RawPicture#samples} describes them. */
    static byte[] interleaved(AVFrame frame, PictureHeader header) throws CodecException {
        AVPixFmtDescriptor format = avutil.av_pix_fmt_desc_get(frame.format());
        int n = header.components();
        boolean fits = format != null && (format.flags() & ODD_FORMATS) == 0 && format.nb_components() == n
                && (n == 1 || (format.log2_chroma_w() == 0 && format.log2_chroma_h() == 0));
        if (!fits || frame.width() != header.columns() || frame.height() != header.rows()) {
            throw new CodecException("its picture is not what its header declares");
        }
        int width = header.precision() <= 8 ? 1 : 2;
        byte[] samples = new byte[Math.multiplyExact(Math.multiplyExact(header.columns(), header.rows()), n * width)];
        byte[][] planes = new byte[4][];
        for (int c = 0; c < n; c++) {
            AVComponentDescriptor component = format.comp(c);
            int p = component.plane();
            if (planes[p] == null) {
                planes[p] = plane(frame, p);
            }
            copy(planes[p], frame.linesize(p), component, header, samples, c * width);
        }
        return samples;
    }

    private static byte[] plane(AVFrame frame, int p) throws CodecException {
        int stride = frame.linesize(p);
        if (stride <= 0 || frame.data(p).isNull()) {
            throw new CodecException("its picture is not what its header declares");
        }
        byte[] plane = new byte[Math.multiplyExact(stride, frame.height())];
        frame.data(p).get(plane);
        return plane;
    }

    private static void copy(byte[] plane, int stride, AVComponentDescriptor component, PictureHeader header,
            byte[] samples, int first) {
        int depth = component.depth();
        int step = component.step();
        // The decoders fill the format's depth from the top.
        int down = component.shift() + Math.max(0, depth - header.precision());
        int mask = (1 << header.precision()) - 1;
        // FFmpeg shifts signed samples up to make them positive; the top bit turned over gives two's complement back.
        int turned = header.signed() ? 1 << (header.precision() - 1) : 0;
        int width = header.precision() <= 8 ? 1 : 2;
        int pixel = header.components() * width;
        int at = first;
        for (int y = 0; y < header.rows(); y++) {
            int from = y * stride + component.offset();
            for (int x = 0; x < header.columns(); x++, from += step, at += pixel) {
                int word = depth <= 8 ? plane[from] & 0xFF : (plane[from] & 0xFF) | (plane[from + 1] & 0xFF) << 8;
                int v = (word >> down & mask) ^ turned;
                samples[at] = (byte) v;
                if (width == 2) {
                    samples[at + 1] = (byte) (v >> 8);
                }
            }
        }
    }
}
