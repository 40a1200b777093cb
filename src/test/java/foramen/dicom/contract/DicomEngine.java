package foramen.dicom.contract;

import foramen.dicom.data.DataSet;
import foramen.domain.clip.Calibration;
import foramen.domain.clip.Frame;
import foramen.domain.clip.FrameTiming;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;

/** What a DICOM engine offers to be held to {@link DicomEngineContract}, in Foramen's own types. */
public interface DicomEngine {
    /**
     * Opens a file's bytes.
     *
     * @throws IOException for which {@link #isRefusal} holds, when they are beyond reading
     */
    Opened open(byte[] bytes) throws IOException;

    /**
     * Writes an object without pixel data as a Part 10 file.
     *
     * @throws IOException for which {@link #isRefusal} holds, when the object must not be written
     */
    void write(OutputStream out, DataSet data) throws IOException;

    /** Whether {@code e} is a refusal in the engine's own words, not an accident. */
    boolean isRefusal(Exception e);

    /** The byte that a refusal blames, where a single one is to blame. */
    Optional<Long> blamedByte(Exception e);

    /** An open file. */
    interface Opened extends Closeable {
        /** Everything but file meta information and pixel data. */
        DataSet data();

        /** What was wrong with the file and what was done about it, one sentence each. */
        List<String> warnings();

        /** The pictures; refused where there are none or none that can be decoded. */
        Pictures pictures() throws IOException;

        /** Writes the file anew, pixel data and all. */
        void rewrite(OutputStream out) throws IOException;
    }

    /** The pictures of an open file. */
    interface Pictures {
        /** How many there are. */
        int frames();

        /** How large they are, in pixels. */
        long pixels();

        /** Decodes one, from 0; refused where that one cannot be decoded. */
        Frame frame(int index) throws IOException;

        /** What a pixel measures. */
        Calibration calibration();

        /** When each frame is shown. */
        FrameTiming timing();

        /** What was wrong with the pictures and what was done about it, one sentence each. */
        List<String> warnings();
    }
}
