package foramen.codec;

import foramen.job.NativeFolder;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * JPEG by libjpeg-turbo, which OpenCV brings; by the JDK's decoder until that is loaded and where it cannot be. Both use
 * the integer transform and interpolate chroma alike, so the pixels are the same whichever decoded them.
 *
 * <p>A start must not wait for natives: they are loaded by {@link #prepare}, or once so many pictures were decoded that
 * loading pays.
 */
public final class TurboJpeg implements JpegCodec {
    private static final Logger LOG = LoggerFactory.getLogger(TurboJpeg.class);
    /** Decoding this many takes the JDK as long as loading takes (engineering default, see docs/bench.md). */
    private static final int WORTH_LOADING = 100;

    private final OpenCvPictures pictures;
    private final JpegCodec slow = new ImageIoJpeg();
    private final AtomicInteger slowly = new AtomicInteger();
    private final AtomicBoolean loading = new AtomicBoolean();
    private volatile boolean ready;

    /** Unpacks what it needs into the user's own folder. */
    public TurboJpeg() {
        this(NativeFolder.ofThisProcess());
    }

    /** Unpacks what it needs into {@code natives}. */
    public TurboJpeg(NativeFolder natives) {
        this.pictures = new OpenCvPictures(natives);
    }

    /**
     * Loads the fast decoder, once; work for a job.
     *
     * @return whether it is there; where not, the reason is in the log and the JDK's decoder stays
     */
    public boolean prepare() {
        if (!ready && loading.compareAndSet(false, true)) {
            try {
                pictures.load();
                ready = true;
            } catch (CodecException e) {
                LOG.warn("JPEG is decoded by Java alone, which is slower", e);
            }
        }
        return ready;
    }

    private boolean fast() {
        return ready || (slowly.incrementAndGet() > WORTH_LOADING && prepare());
    }

    @Override
    public Raw decode(byte[] stream) throws CodecException {
        JpegHeader header = header(stream);
        int n = header.components().size();
        if (fast()) {
            byte[] samples = new byte[Math.multiplyExact(Math.multiplyExact(header.columns(), header.rows()), n)];
            if (decoded(stream, header, false, b -> raw(b.picture(), samples, n))) {
                return new Raw(header, samples);
            }
        }
        return slow.decode(stream);
    }

    @Override
    public void decodeColour(byte[] stream, boolean ycc, int[] argb) throws CodecException {
        JpegHeader header = header(stream);
        if (header.components().size() != 3 || argb.length != Math.multiplyExact(header.columns(), header.rows())) {
            throw new CodecException("its JPEG picture is not of the size that it declares");
        }
        if (!fast() || !decoded(stream, header, ycc, b -> b.pack(header.columns(), header.rows(), argb))) {
            slow.decodeColour(stream, ycc, argb);
        }
    }

    private static JpegHeader header(byte[] stream) throws CodecException {
        JpegHeader header = JpegHeader.parse(stream);
        if (!header.isDecodable() || header.precision() != 8) {
            throw new CodecException("it is " + header.kind());
        }
        return header;
    }

    /** What is done with decoded samples before their memory serves the next picture. */
    private interface Taker {
        void take(OpenCvPictures.Bench bench);
    }

    /** Whether the fast decoder took the picture; what it refuses, the slow one may read or explain. */
    private boolean decoded(byte[] stream, JpegHeader header, boolean ycc, Taker taker) {
        int n = header.components().size();
        OpenCvPictures.Bench bench = pictures.borrow(stream.length + (long) JpegMarkers.MOST_ADDED,
                header.columns(), header.rows(), n);
        try {
            int length = JpegMarkers.write(stream, header, ycc, bench.stream());
            bench.decode(length, header.columns(), header.rows(), n);
            taker.take(bench);
            return true;
        } catch (CodecException e) {
            LOG.debug("The fast decoder refused a picture", e);
            return false;
        } finally {
            pictures.giveBack(bench);
        }
    }

    private static void raw(MemorySegment picture, byte[] samples, int components) {
        MemorySegment.copy(picture, ValueLayout.JAVA_BYTE, 0, samples, 0, samples.length);
        if (components == 3) {
            for (int i = 0; i < samples.length; i += 3) {
                byte first = samples[i + 2];
                samples[i + 2] = samples[i];
                samples[i] = first;
            }
        }
    }

    @Override
    public byte[] encode(int[] argb, int columns, int rows, double quality, Chroma chroma) throws CodecException {
        return slow.encode(argb, columns, rows, quality, chroma);
    }

    @Override
    public byte[] encodeGrey(byte[] grey, int columns, int rows, double quality) throws CodecException {
        return slow.encodeGrey(grey, columns, rows, quality);
    }
}
