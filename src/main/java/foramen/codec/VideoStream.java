package foramen.codec;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avutil;

/**
 * An open film: the nth picture in the order of showing, exactly, in any order of asking. Safe for use by several
 * threads, which take turns at the decoder and convert colours side by side.
 */
public final class VideoStream implements AutoCloseable {
    private final FilmParts parts;
    private final PictureOrder order;
    private final PictureFinder finder;
    private final int columns;
    private final int rows;
    private final int pictures;
    private final List<String> warnings;
    private boolean closed;

    VideoStream(FilmParts parts, FilmSurvey survey) {
        this.parts = parts;
        this.order = survey.order();
        this.finder = survey.finder();
        this.columns = survey.columns();
        this.rows = survey.rows();
        this.pictures = survey.pictures();
        this.warnings = new ArrayList<>(survey.warnings());
    }

    /** Width of a picture in pixels, as it is meant to be seen. */
    public int columns() {
        return columns;
    }

    /** Height of a picture in pixels, as it is meant to be seen. */
    public int rows() {
        return rows;
    }

    /** How many pictures there are, at least one. */
    public int frames() {
        return pictures;
    }

    /** The coding's short name as FFmpeg has it, such as {@code h264}. */
    public String coding() {
        return parts.coding();
    }

    /** What was odd about the film and what was done about it, one sentence each. */
    public List<String> warnings() {
        return List.copyOf(warnings);
    }

    /** The step from picture to picture in milliseconds as the film states it, where it does. */
    public OptionalDouble frameMillis() {
        double rate = parts.rate();
        return rate > 0 ? OptionalDouble.of(1000 / rate) : OptionalDouble.empty();
    }

    /**
     * Milliseconds from the picture before, for each picture; the first is nought. Empty where the film has no time
     * stamps. A step backwards, which only a broken film has, is given as it is.
     */
    public Optional<double[]> increments() {
        if (!parts.hasTimes()) {
            return Optional.empty();
        }
        double tick = parts.tickMillis();
        double[] steps = new double[pictures];
        for (int n = 1; n < pictures; n++) {
            steps[n] = tick * (parts.index().stamp(order.packet(n)) - parts.index().stamp(order.packet(n - 1)));
        }
        return Optional.of(steps);
    }

    /**
     * Decodes one picture.
     *
     * @param number from 0, in the order of showing
     * @return {@code columns × rows} packed opaque pixels, row by row; the caller may keep them
     * @throws CodecException when it is damaged; others may still be good
     * @throws IOException when the film's bytes cannot be had
     * @throws IndexOutOfBoundsException when there is no such picture
     */
    public int[] frame(int number) throws IOException {
        Objects.checkIndex(number, pictures);
        AVFrame found = find(number);
        try {
            if (found.width() != columns || found.height() != rows) {
                throw new CodecException(
                        "it is " + found.width() + " × " + found.height() + " pixels, unlike the first");
            }
            return VideoColours.argb(found, parts.codecId());
        } finally {
            avutil.av_frame_free(found);
        }
    }

    private synchronized AVFrame find(int number) throws IOException {
        if (closed) {
            throw new CodecException("its film has been closed");
        }
        parts.allowPicture();
        boolean whole = false;
        try {
            Optional<AVFrame> found = finder.find(number);
            whole = true;
            return found.orElseThrow(() -> new CodecException("its picture in the film is damaged"));
        } finally {
            if (!whole) {
                parts.decoder().lose();
            }
        }
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            parts.close();
        }
    }
}
