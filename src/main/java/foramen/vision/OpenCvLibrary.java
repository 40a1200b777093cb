package foramen.vision;

import foramen.job.NativeFolder;
import java.io.IOException;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.global.opencv_video;

/**
 * OpenCV's libraries, unpacked and loaded when first needed, so that a start without them does not wait.
 *
 * <p>Safe for use by several threads. The first load unpacks some tens of megabytes: work for a job.
 */
public final class OpenCvLibrary {
    private final NativeFolder natives;
    private boolean loaded;

    /** OpenCV unpacked into {@code natives}. */
    public OpenCvLibrary(NativeFolder natives) {
        this.natives = natives;
    }

    /**
     * Loads the libraries unless they are there.
     *
     * @throws VisionException when this machine cannot load them; everything that does without goes on working
     */
    public synchronized void load() throws VisionException {
        if (loaded) {
            return;
        }
        try {
            natives.prepare();
            natives.requireUsed(Loader.getCacheDir().toPath());
            Loader.load(opencv_core.class);
            Loader.load(opencv_imgproc.class);
            Loader.load(opencv_video.class);
            loaded = true;
        } catch (IOException | LinkageError | RuntimeException e) {
            throw new VisionException("Following an outline needs OpenCV, which could not be started from "
                    + natives.path() + "; draw the outlines by hand or interpolate between them.", e);
        }
    }

    /** The version of the loaded library, such as 4.13.0. */
    public String version() throws VisionException {
        load();
        return opencv_core.CV_VERSION();
    }
}
