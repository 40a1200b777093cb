package foramen.codec;

import foramen.job.NativeFolder;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;

/**
 * The picture decoders inside OpenCV, of which Foramen uses libjpeg-turbo. Safe for use by several threads: each call
 * borrows a workbench of native memory and gives it back, so that no frame allocates any.
 */
final class OpenCvPictures {
    /** Larger benches are not kept between calls (engineering default). */
    private static final long MOST_KEPT = 64L << 20;
    /** Rows packed at a time (engineering default; 256 KiB at 2048 columns). */
    private static final int STRIP = 32;
    private static final ValueLayout.OfInt WORD = ValueLayout.JAVA_INT_UNALIGNED
            .withOrder(ByteOrder.LITTLE_ENDIAN);

    private final NativeFolder natives;
    private final BlockingQueue<Bench> benches = new ArrayBlockingQueue<>(Runtime.getRuntime().availableProcessors());
    private boolean loaded;

    OpenCvPictures(NativeFolder natives) {
        this.natives = natives;
    }

    /**
     * Loads the libraries unless they are there; the first time unpacks them, which takes seconds.
     *
     * @throws CodecException when this machine cannot load them
     */
    synchronized void load() throws CodecException {
        if (loaded) {
            return;
        }
        try {
            natives.prepare();
            natives.requireUsed(Loader.getCacheDir().toPath());
            Loader.load(opencv_core.class);
            Loader.load(opencv_imgproc.class);
            Loader.load(opencv_imgcodecs.class);
            // Each call stays on its caller's thread: Foramen's jobs share the cores out, not OpenCV.
            opencv_core.setNumThreads(1);
            loaded = true;
        } catch (IOException | LinkageError | RuntimeException e) {
            throw new CodecException("the fast JPEG decoder, OpenCV, could not be started from " + natives.path(), e);
        }
    }

    /** A workbench with room for a stream of so many bytes and a picture; to be given back. */
    Bench borrow(long streamBytes, int columns, int rows, int components) {
        Bench bench = benches.poll();
        boolean holds = bench != null && bench.stream.byteSize() >= streamBytes
                && bench.picture.byteSize() >= (long) columns * rows * components
                && bench.words.byteSize() >= (long) columns * STRIP * Integer.BYTES;
        return bench != null && holds
                ? bench
                : new Bench(streamBytes + streamBytes / 2, (long) columns * rows * components,
                        (long) columns * STRIP * Integer.BYTES);
    }

    /** Takes a workbench back, unless there are enough or it is larger than is worth keeping. */
    void giveBack(Bench bench) {
        // What is not kept goes with the next collection.
        if (bench.picture.byteSize() + bench.words.byteSize() + bench.stream.byteSize() <= MOST_KEPT) {
            benches.offer(bench);
        }
    }

    /** Native memory for one picture at a time; freed by the collector once nobody holds it. */
    static final class Bench {
        private final MemorySegment stream;
        private final MemorySegment picture;
        private final MemorySegment words;
        private final BytePointer streamPointer;
        private final BytePointer picturePointer;
        private final BytePointer wordsPointer;
        private List<Strip> strips = List.of();
        private int stripColumns;
        private int stripRows;

        /**
         * Some rows of the picture.
         *
         * @param three their samples, three bytes a pixel
         * @param four where their words go
         * @param pixels how many they are
         */
        private record Strip(Mat three, Mat four, int pixels) {}

        private Bench(long streamBytes, long pictureBytes, long wordBytes) {
            Arena arena = Arena.ofAuto();
            stream = arena.allocate(streamBytes, Long.BYTES);
            picture = arena.allocate(pictureBytes, Long.BYTES);
            words = arena.allocate(wordBytes, Long.BYTES);
            streamPointer = new BytePointer(stream.asByteBuffer());
            wordsPointer = new BytePointer(words.asByteBuffer());
            picturePointer = new BytePointer(picture.asByteBuffer());
        }

        /** Where the coded stream is put. */
        MemorySegment stream() {
            return stream;
        }

        /** Where the samples come out, the components of each pixel side by side, blue first where there are three. */
        MemorySegment picture() {
            return picture;
        }

        /**
         * Packs the picture of three components that {@link #decode} left into one opaque word a pixel. Widening
         * goes through the processor's vector unit, which Java finds no way to for three bytes, and a strip at a time,
         * so that each is still in the processor's cache when it is copied.
         */
        void pack(int columns, int rows, int[] argb) {
            List<Strip> all = strips(columns, rows);
            int at = 0;
            for (Strip strip : all) {
                opencv_imgproc.cvtColor(strip.three(), strip.four(), opencv_imgproc.COLOR_BGR2BGRA);
                MemorySegment.copy(words, WORD, 0, argb, at, strip.pixels());
                at += strip.pixels();
            }
        }

        /** The strips of a picture, top to bottom; kept, because pictures of one clip are all alike. */
        private List<Strip> strips(int columns, int rows) {
            if (columns != stripColumns || rows != stripRows) {
                List<Strip> made = new ArrayList<>();
                for (int row = 0; row < rows; row += STRIP) {
                    int height = Math.min(STRIP, rows - row);
                    BytePointer start = new BytePointer(picturePointer).position(3L * row * columns);
                    made.add(new Strip(new Mat(height, columns, opencv_core.CV_8UC3, start),
                            new Mat(height, columns, opencv_core.CV_8UC4, wordsPointer), height * columns));
                }
                strips = made;
                stripColumns = columns;
                stripRows = rows;
            }
            return strips;
        }

        /**
         * Decodes the first {@code length} bytes of the stream.
         *
         * @param components 1 or 3
         * @throws CodecException when the decoder refuses or comes to another size
         */
        void decode(int length, int columns, int rows, int components) throws CodecException {
            int type = components == 1 ? opencv_core.CV_8UC1 : opencv_core.CV_8UC3;
            int flags = (components == 1 ? opencv_imgcodecs.IMREAD_GRAYSCALE : opencv_imgcodecs.IMREAD_COLOR_BGR)
                    | opencv_imgcodecs.IMREAD_IGNORE_ORIENTATION;
            try (Mat source = new Mat(1, length, opencv_core.CV_8UC1, streamPointer);
                    Mat target = new Mat(rows, columns, type, picturePointer);
                    Mat made = opencv_imgcodecs.imdecode(source, flags, target)) {
                boolean right = made.rows() == rows && made.cols() == columns && made.type() == type
                        && made.data().address() == picturePointer.address();
                if (!right) {
                    throw new CodecException("its JPEG picture is damaged");
                }
            } catch (RuntimeException e) {
                throw new CodecException("its JPEG picture is damaged", e);
            }
        }
    }
}
