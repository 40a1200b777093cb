package foramen.media;

import foramen.codec.CodecException;
import foramen.codec.VideoCodec;
import foramen.codec.VideoSource;
import foramen.codec.VideoStream;
import foramen.domain.anatomy.Laterality;
import foramen.domain.clip.Calibration;
import foramen.domain.clip.ClipException;
import foramen.domain.clip.ClipFormat;
import foramen.domain.clip.ClipInfo;
import foramen.domain.clip.ClipReader;
import foramen.domain.clip.ContentUid;
import foramen.domain.clip.FrameTiming;
import foramen.domain.patient.Patient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Opens MP4, MOV, AVI, Matroska, MPEG and bare streams as clips without patient, regions or scale. Such a clip is known
 * by an identifier made from its content, so that what is drawn on it is found again wherever the file lies.
 */
public final class FilmClipReader implements ClipReader, ClipFormat {
    private final VideoCodec codec;

    /** A reader that loads its decoders when the first film is opened. */
    public FilmClipReader() {
        this(new VideoCodec());
    }

    /** A reader with a codec of the caller's. */
    public FilmClipReader(VideoCodec codec) {
        this.codec = codec;
    }

    /**
     * Whether a file that starts like this is likely a film, by its content; its name is not asked.
     *
     * @param head the first bytes, up to {@link FilmSniff#HEAD} of them
     */
    public static boolean isFilm(byte[] head) {
        return FilmSniff.isFilm(head);
    }

    @Override
    public Fit fit(byte[] head) {
        return FilmSniff.isFilm(head) ? Fit.YES : Fit.NO;
    }

    @Override
    public FilmClip open(Path file) throws ClipException {
        Path last = file.getFileName();
        return open(file, last == null ? file.toString() : last.toString());
    }

    /**
     * Opens {@code file}.
     *
     * @param name what to call it in sentences; its path may be that of a nameless copy
     * @throws ClipException with one sentence that names the file and the cause
     */
    @Override
    public FilmClip open(Path file, String name) throws ClipException {
        if (!Files.exists(file)) {
            throw new ClipException("There is no file " + file + ".");
        }
        if (Files.isDirectory(file)) {
            throw new ClipException(name + " is a folder; name a file in it.");
        }
        VideoStream stream = null;
        boolean opened = false;
        try {
            if (Files.size(file) == 0) {
                throw new ClipException(name + " is empty; copy it again from its source.");
            }
            stream = codec.open(VideoSource.of(file));
            FilmClip clip = new FilmClip(name, stream, info(file, stream));
            opened = true;
            return clip;
        } catch (ClipException e) {
            throw e;
        } catch (CodecException e) {
            throw new ClipException(name + " cannot be shown: " + e.getMessage() + ".", e);
        } catch (IOException e) {
            throw new ClipException(name + " cannot be read; check that you may open it.", e);
        } finally {
            if (!opened && stream != null) {
                stream.close();
            }
        }
    }

    private static ClipInfo info(Path file, VideoStream stream) throws IOException {
        List<String> warnings = new ArrayList<>();
        warnings.add("A film names no patient, side or scale: check whose it is, and measure in pixels only.");
        warnings.addAll(stream.warnings());
        return new ClipInfo(new ClipInfo.ClipIdentity("", ContentUid.of(file), "", "", ""), stream.columns(),
                stream.rows(), timing(stream, warnings), "RGB", Calibration.none(), Patient.UNKNOWN,
                Laterality.UNSPECIFIED,
                Optional.empty(), new ClipInfo.Origin("", "", "", "", ""), warnings);
    }

    private static FrameTiming timing(VideoStream stream, List<String> warnings) {
        Optional<double[]> steps = stream.increments();
        if (steps.isPresent() && stream.frames() > 1) {
            return FrameTiming.vector(steps.get(), "the film's time stamps");
        }
        if (stream.frameMillis().isPresent()) {
            return FrameTiming.uniform(stream.frames(), stream.frameMillis().getAsDouble(), "the film's frame rate");
        }
        if (stream.frames() > 1) {
            warnings.add("The film does not say how fast it plays; 25 frames a second are assumed.");
        }
        return FrameTiming.uniform(stream.frames(), FrameTiming.DEFAULT_FRAME_MILLIS, "default");
    }
}
