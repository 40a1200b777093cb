package foramen.report;

import foramen.domain.clip.Clip;
import foramen.domain.clip.ClipException;
import foramen.domain.clip.ClipInfo;
import foramen.domain.clip.Frame;
import foramen.domain.clip.Scale;
import foramen.domain.delivery.ExportKind;
import foramen.domain.delivery.ExportSubject;
import foramen.domain.delivery.Exporter;
import foramen.job.Progress;
import ij.ImagePlus;
import ij.ImageStack;
import ij.VirtualStack;
import ij.io.FileInfo;
import ij.io.TiffEncoder;
import ij.measure.Calibration;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/**
 * Writes the whole clip as a TIFF stack with its scale and its frame interval, as ImageJ and Fiji read them.
 *
 * <p>ImageJ knows one scale for a whole image; where the clip has several, or none, the stack is left in pixels.
 */
public final class ImageJStackExporter implements Exporter {
    /** ImageJ writes offsets of 32 bits. */
    private static final long MOST_BYTES = 0xFFFF_0000L;

    @Override
    public ExportKind kind() {
        return ExportKind.IMAGEJ_STACK;
    }

    @Override
    public void write(ExportSubject subject, OutputStream out, Progress progress) throws IOException {
        progress.report(0, "Writing the ImageJ stack");
        ClipInfo info = subject.clip().info();
        boolean grey = isGrey(subject.clip().frame(subject.frameIndex()));
        long bytes = (long) info.frames() * info.columns() * info.rows() * (grey ? 1 : 3);
        if (bytes > MOST_BYTES) {
            throw new IOException("The clip unpacks to more than the 4 GB that a TIFF stack can hold; export a film.");
        }
        ImagePlus stack = new ImagePlus("Foramen " + subject.casefile().id().shortName(),
                new Frames(subject.clip(), grey, progress));
        calibrate(stack, subject);
        FileInfo file = stack.getFileInfo();
        file.nImages = info.frames();
        file.virtualStack = stack.getStack() instanceof VirtualStack v ? v : null;
        file.description = description(stack, info) + "software=" + MadeBy.words(subject) + "\n";
        try {
            BufferedOutputStream buffer = new BufferedOutputStream(out, 1 << 16);
            new TiffEncoder(file).write(buffer);
            buffer.flush();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        progress.report(1, "ImageJ stack written");
    }

    private static void calibrate(ImagePlus stack, ExportSubject subject) {
        Calibration scale = stack.getCalibration();
        subject.calibration().uniformScale().ifPresent((Scale.Known known) -> {
            scale.pixelWidth = known.mmPerPixelX();
            scale.pixelHeight = known.mmPerPixelY();
            scale.setUnit("mm");
        });
        var timing = subject.clip().info().timing();
        scale.frameInterval = timing.durationMillis() / timing.frames() / 1000;
        scale.fps = timing.framesPerSecond();
        stack.setCalibration(scale);
        stack.setDimensions(1, 1, subject.clip().info().frames());
    }

    /** What ImageJ itself would put into Image Description. */
    private static String description(ImagePlus stack, ClipInfo info) {
        Calibration scale = stack.getCalibration();
        StringBuilder text = new StringBuilder("ImageJ=1.54\nimages=").append(info.frames());
        if (info.frames() > 1) {
            text.append("\nframes=").append(info.frames());
        }
        if (scale.scaled()) {
            text.append("\nunit=mm");
        }
        text.append("\nfinterval=").append(scale.frameInterval).append("\nfps=").append(scale.fps)
                .append("\nloop=false\n");
        return text.toString();
    }

    private static boolean isGrey(Frame frame) {
        for (int p : frame.argb()) {
            if ((p >> 16 & 0xFF) != (p & 0xFF) || (p >> 8 & 0xFF) != (p & 0xFF)) {
                return false;
            }
        }
        return true;
    }

    /** The frames one after the other, none of them kept. */
    private static final class Frames extends VirtualStack {
        private final Clip clip;
        private final boolean grey;
        private final Progress progress;

        Frames(Clip clip, boolean grey, Progress progress) {
            super(clip.info().columns(), clip.info().rows(), null, "");
            this.clip = clip;
            this.grey = grey;
            this.progress = progress;
        }

        @Override
        public int getSize() {
            return clip.info().frames();
        }

        @Override
        public int size() {
            return getSize();
        }

        @Override
        public ImageProcessor getProcessor(int n) {
            progress.checkCancelled();
            progress.report((n - 1.0) / getSize(), "Frame " + n + " of " + getSize());
            try {
                Frame frame = clip.frame(n - 1);
                return grey ? grey(frame) : new ColorProcessor(frame.columns(), frame.rows(), frame.argb());
            } catch (ClipException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static ByteProcessor grey(Frame frame) {
            byte[] levels = new byte[frame.argb().length];
            for (int i = 0; i < levels.length; i++) {
                levels[i] = (byte) frame.argb()[i];
            }
            return new ByteProcessor(frame.columns(), frame.rows(), levels);
        }

        @Override
        public String getSliceLabel(int n) {
            return "frame " + n;
        }

        @Override
        public int getBitDepth() {
            return grey ? 8 : 24;
        }
    }
}
