package foramen.codec;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.BytePointer;

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
        private final int width;
        private final int height;
        private final int[] even;
        private final int[] odd;
        private final byte[] luma;
        private final byte[] blue;
        private final byte[] red;

        Yuv(int width, int height) {
            this.width = width;
            this.height = height;
            even = new int[columns()];
            odd = new int[columns()];
            luma = new byte[columns()];
            blue = new byte[columns() / 2];
            red = new byte[columns() / 2];
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
        public void fill(int[] argb, AVFrame frame) {
            BytePointer[] planes = {frame.data(0), frame.data(1), frame.data(2)};
            for (int y = 0; y < rows(); y += 2) {
                row(argb, y, even);
                row(argb, y + 1, odd);
                Bt709.luma(even, luma);
                put(planes[0], y * frame.linesize(0), luma);
                Bt709.luma(odd, luma);
                put(planes[0], (y + 1) * frame.linesize(0), luma);
                Bt709.chroma(even, odd, blue, red);
                put(planes[1], y / 2 * frame.linesize(1), blue);
                put(planes[2], y / 2 * frame.linesize(2), red);
            }
        }

        /** What lies beyond an odd width or height is black. */
        private void row(int[] argb, int y, int[] to) {
            if (y < height) {
                System.arraycopy(argb, y * width, to, 0, width);
            } else {
                Arrays.fill(to, 0);
            }
        }

        private static void put(BytePointer plane, int at, byte[] row) {
            plane.position(at).put(row, 0, row.length);
        }

        @Override
        public void close() {
            // Nothing of it lives outside the heap.
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
