package foramen.codec;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.ffmpeg.global.swscale;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerPointer;

/** What a film's pictures are before they are encoded: how packed RGB becomes the coder's own form. */
sealed interface FilmPaper extends AutoCloseable {
    /** Width as coded, in pixels. */
    int columns();

    /** Height as coded, in pixels. */
    int rows();

    /** FFmpeg's number of the form. */
    int pixelFormat();

    /** FFmpeg's number of the range of values. */
    int range();

    /** FFmpeg's number of the matrix, primaries and transfer, which H.273 gives the same number. */
    int matrix();

    /** Puts one picture into {@code frame}. */
    void fill(int[] argb, AVFrame frame) throws CodecException;

    @Override
    void close();

    /** Luma and halved chroma, as H.264 players take it. */
    final class Yuv implements FilmPaper {
        private static final int BITS = 16;

        private final int width;
        private final int height;
        private final IntPointer picture;
        private final PointerPointer<Pointer> planes = new PointerPointer<>(4L);
        private final IntPointer strides = new IntPointer(4L);
        private final SwsContext context;

        Yuv(int width, int height) throws CodecException {
            this.width = width;
            this.height = height;
            this.picture = new IntPointer((long) columns() * rows());
            this.context = swscale.sws_getContext(columns(), rows(), avutil.AV_PIX_FMT_BGR0, columns(), rows(),
                    avutil.AV_PIX_FMT_YUV420P, swscale.SWS_AREA | swscale.SWS_ACCURATE_RND, null, null,
                    (DoublePointer) null);
            if (context == null || context.isNull()) {
                throw new CodecException("pictures of " + width + " × " + height + " pixels cannot be converted");
            }
            IntPointer factors = swscale.sws_getCoefficients(swscale.SWS_CS_ITU709);
            swscale.sws_setColorspaceDetails(context, factors, 1, factors, 0, 0, 1 << BITS, 1 << BITS);
            planes.put(0, picture);
            strides.put(new int[]{4 * columns(), 0, 0, 0});
        }

        @Override
        public int columns() {
            return width + (width & 1);
        }

        @Override
        public int rows() {
            return height + (height & 1);
        }

        @Override
        public int pixelFormat() {
            return avutil.AV_PIX_FMT_YUV420P;
        }

        @Override
        public int range() {
            return avutil.AVCOL_RANGE_MPEG;
        }

        @Override
        public int matrix() {
            return avutil.AVCOL_SPC_BT709;
        }

        @Override
        public void fill(int[] argb, AVFrame frame) throws CodecException {
            if (columns() == width) {
                picture.position(0).put(argb, 0, width * height);
            } else {
                for (int y = 0; y < height; y++) {
                    picture.position((long) y * columns()).put(argb, y * width, width);
                }
                picture.position(0);
            }
            if (swscale.sws_scale(context, planes, strides, 0, rows(), frame.data(), frame.linesize()) != rows()) {
                throw new CodecException("a picture of the film cannot be converted");
            }
        }

        @Override
        public void close() {
            swscale.sws_freeContext(context);
            picture.close();
            planes.close();
            strides.close();
        }
    }

    /** One byte a pixel and a palette, as GIF has it. */
    final class Indexed implements FilmPaper {
        private static final int PALETTE_BYTES = 1024;

        private final int width;
        private final int height;
        private final ColourPalette palette;
        private final byte[] row;

        Indexed(int width, int height, ColourPalette palette) {
            this.width = width;
            this.height = height;
            this.palette = palette;
            this.row = new byte[width];
        }

        @Override
        public int columns() {
            return width;
        }

        @Override
        public int rows() {
            return height;
        }

        @Override
        public int pixelFormat() {
            return avutil.AV_PIX_FMT_PAL8;
        }

        @Override
        public int range() {
            return avutil.AVCOL_RANGE_JPEG;
        }

        @Override
        public int matrix() {
            return avutil.AVCOL_SPC_UNSPECIFIED;
        }

        @Override
        public void fill(int[] argb, AVFrame frame) {
            BytePointer pixels = frame.data(0);
            int stride = frame.linesize(0);
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    row[x] = (byte) palette.nearest(argb[y * width + x]);
                }
                pixels.position((long) y * stride).put(row, 0, width);
            }
            ByteBuffer colours = ByteBuffer.allocate(PALETTE_BYTES).order(ByteOrder.nativeOrder());
            for (int c : palette.colours()) {
                colours.putInt(c);
            }
            frame.data(1).position(0).put(colours.array(), 0, PALETTE_BYTES);
        }

        @Override
        public void close() {
            // Nothing of it lives outside the heap.
        }
    }
}
