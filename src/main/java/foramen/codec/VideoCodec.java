package foramen.codec;

import foramen.job.NativeFolder;
import java.io.IOException;
import java.nio.file.Path;

/**
 * MPEG-2, H.264, HEVC and other films through FFmpeg: bare streams, transport and program streams, MP4, MOV, AVI,
 * Matroska. Safe for use by several threads.
 */
public final class VideoCodec {
    private final FfmpegLibrary library;
    private final VideoLimits limits;

    /** With the usual limits; unpacks what it needs into the user's own folder, as {@link FfmpegPictures} does. */
    public VideoCodec() {
        this(NativeFolder.ofThisProcess().path(), VideoLimits.DEFAULT);
    }

    /** Unpacks what it needs into {@code natives}, when first used; others must not be able to write there. */
    public VideoCodec(Path natives, VideoLimits limits) {
        this.library = new FfmpegLibrary(natives);
        this.limits = limits;
    }

    /**
     * Opens the film in {@code source}, reading it once from end to end to count its pictures.
     *
     * @param source belongs to the result from now on; closed at once when opening fails
     * @throws CodecException when it is no film, or one that cannot be decoded; the message ends a sentence
     * @throws IOException when its bytes cannot be had
     */
    public VideoStream open(VideoSource source) throws IOException {
        FilmParts parts = null;
        boolean opened = false;
        try {
            library.loadFilms();
            parts = FilmParts.open(source, limits);
            VideoStream stream = new VideoStream(parts, FilmSurvey.of(parts));
            opened = true;
            return stream;
        } finally {
            if (!opened) {
                if (parts != null) {
                    parts.close();
                } else {
                    source.close();
                }
            }
        }
    }
}
