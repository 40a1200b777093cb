package foramen.codec;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.ffmpeg.global.swscale;
import org.bytedeco.javacpp.Loader;

/** FFmpeg's libraries, unpacked and loaded when first needed, so that files that do not need them do not wait. */
final class FfmpegLibrary {
    /** No single allocation of a decoder is larger (engineering default). */
    private static final long MOST_BYTES = 1L << 30;
    private static final String CACHE = "org.bytedeco.javacpp.cachedir";

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
            prepare();
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

    /**
     * Makes the folder and tells the loader of it. The loader reads its properties once for the process; the first to
     * come decides. Memory is freed by hand here, so its own collector and its guess at physical memory stay off.
     */
    private void prepare() throws IOException {
        if (System.getProperty(CACHE) == null) {
            boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
            if (posix) {
                Files.createDirectories(folder,
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            } else {
                Files.createDirectories(folder);
            }
            System.setProperty(CACHE, folder.toString());
            System.setProperty("org.bytedeco.javacpp.nopointergc", "true");
            System.setProperty("org.bytedeco.javacpp.maxPhysicalBytes", "0");
        }
        // Where its folder cannot be used the loader would go elsewhere without a word, in the end to the shared
        // temporary folder.
        Path asked = Path.of(System.getProperty(CACHE, ""));
        if (!Files.isWritable(asked) || !Loader.getCacheDir().toPath().toRealPath().startsWith(asked.toRealPath())) {
            throw new IOException("The folder " + asked + " cannot be written to.");
        }
    }
}
