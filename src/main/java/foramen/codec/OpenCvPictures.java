package foramen.codec;

import foramen.job.NativeFolder;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.bytedeco.opencv.opencv_core.Mat;

/**
 * The picture decoders inside OpenCV, of which Foramen uses libjpeg-turbo. Safe for use by several threads: each call
 * borrows a workbench of native memory and gives it back, so that no frame allocates any.
 */
final class OpenCvPictures {
    /** Larger benches are not kept between calls (engineering default). */
    private static final long MOST_KEPT = 64L << 20;

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
            Loader.load(opencv_imgcodecs.class);
            loaded = true;
        } catch (IOException | LinkageError | RuntimeException e) {
            throw new CodecException("the fast JPEG decoder, OpenCV, could not be started from " + natives.path(), e);
        }
    }

    /** A workbench with room for a stream and a picture of so many bytes; to be given back. */
    Bench borrow(long streamBytes, long pictureBytes) {
        Bench bench = benches.poll();
        return bench != null && bench.stream.byteSize() >= streamBytes && bench.picture.byteSize() >= pictureBytes
                ? bench
                : new Bench(streamBytes + streamBytes / 2, pictureBytes);
    }

    /** Takes a workbench back, unless there are enough or it is larger than is worth keeping. */
    void giveBack(Bench bench) {
        // What is not kept goes with the next collection.
        if (bench.picture.byteSize() + bench.stream.byteSize() <= MOST_KEPT) {
            benches.offer(bench);
        }
    }

    /** Native memory for one picture at a time; freed by the collector once nobody holds it. */
    static final class Bench {
        private final MemorySegment stream;
        private final MemorySegment picture;
        private final BytePointer streamPointer;
        private final BytePointer picturePointer;

        private Bench(long streamBytes, long pictureBytes) {
            Arena arena = Arena.ofAuto();
            stream = arena.allocate(streamBytes, Long.BYTES);
            picture = arena.allocate(pictureBytes, Long.BYTES);
            streamPointer = new BytePointer(stream.asByteBuffer());
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
