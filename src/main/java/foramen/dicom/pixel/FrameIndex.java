package foramen.dicom.pixel;

import foramen.dicom.io.DicomException;
import foramen.dicom.io.DicomFile;
import foramen.dicom.io.PixelDataLocation;
import java.io.IOException;
import java.util.List;

/** Where each frame of a clip lies. Safe for use by several threads. */
interface FrameIndex {
    /** The most frames a clip may have (fact sheet, section 8). */
    int MOST_FRAMES = 100_000;

    /** How many frames there are. */
    int frames();

    /** The bytes of frame {@code index}, from 0. */
    byte[] read(int index) throws IOException;

    /** The first bytes of frame {@code index}, at most {@code most} of them. */
    byte[] start(int index, int most) throws IOException;

    /** What was odd about the pixel data and what was done about it. */
    List<String> warnings();

    /**
     * Finds the frames.
     *
     * @param framing what tells in fragments where a frame starts and ends
     */
    static FrameIndex of(DicomFile file, PixelFormat format, Framing framing) throws IOException {
        PixelDataLocation location = file.pixels()
                .orElseThrow(() -> new DicomException("it holds no picture", DicomException.NOWHERE));
        return switch (location) {
            case PixelDataLocation.Native n -> NativeIndex.of(file, n, format);
            case PixelDataLocation.Encapsulated e -> FragmentIndex.of(file, e, framing);
        };
    }
}
