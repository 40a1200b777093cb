package foramen.codec;

import foramen.job.NativeFolder;
import java.io.IOException;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.ffmpeg.global.swscale;
import org.bytedeco.javacpp.Loader;

/** FFmpeg's libraries, unpacked and loaded when first needed, so that files that do not need them do not wait. */
final class FfmpegLibrary {
    /** No single allocation of a decoder is larger (engineering default). */
    private static final long MOST_BYTES = 1L << 30;

    private final Path folder;
    private boolean loaded;
    private boolean films;

    FfmpegLibrary(Path folder) {
        this.folder = folder;
    }

    /** Loads the libraries unless they are there. */
    synchronized void load() throws CodecException {
        if (loaded) {
            return;
        }
        try {
            NativeFolder natives = new NativeFolder(folder);
            natives.prepare();
            natives.requireUsed(Loader.getCacheDir().toPath());
            Loader.load(avcodec.class);
            avutil.av_log_set_level(avutil.AV_LOG_QUIET);
            avutil.av_max_alloc(MOST_BYTES);
            loaded = true;
        } catch (IOException | LinkageError | RuntimeException e) {
            throw new CodecException("the decoder for it, FFmpeg, could not be started from " + folder, e);
        }
    }

    /** Loads what films need besides, unless it is there. */
    synchronized void loadFilms() throws CodecException {
        load();
        if (films) {
            return;
        }
        try {
            Loader.load(avformat.class);
            Loader.load(swscale.class);
            films = true;
        } catch (LinkageError | RuntimeException e) {
            throw new CodecException("the reader for films, FFmpeg, could not be started from " + folder, e);
        }
    }

    /** The licence under which the loaded library was built, in its own words. */
    String licence() throws CodecException {
        load();
        return avcodec.avcodec_license().getString();
    }
}
