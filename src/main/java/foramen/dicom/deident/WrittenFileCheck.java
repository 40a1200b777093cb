package foramen.dicom.deident;

import static foramen.dicom.deident.CleanAttributes.require;

import foramen.codec.FfmpegPictures;
import foramen.codec.JpegCodec;
import foramen.dicom.data.DataDictionary;
import foramen.dicom.data.DataElement;
import foramen.dicom.data.DataSet;
import foramen.dicom.data.Tag;
import foramen.dicom.io.DicomFile;
import foramen.dicom.io.DicomReader;
import foramen.dicom.pixel.PixelDecoder;
import foramen.dicom.pixel.StoredFrame;
import foramen.job.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Reads a copy again, with nothing taken from its making but what must not be in it, and holds it to its promises. */
final class WrittenFileCheck {
    /** What gives millimetres and times; kept byte for byte. */
    private static final List<Integer> SCALE_AND_TIME = List.of(Tag.ULTRASOUND_REGIONS, Tag.PIXEL_SPACING,
            Tag.PIXEL_SPACING_CALIBRATION_TYPE, Tag.PIXEL_ASPECT_RATIO, Tag.DEPTH_OF_SCAN_FIELD,
            Tag.IMAGER_PIXEL_SPACING, Tag.NOMINAL_SCANNED_PIXEL_SPACING, Tag.FRAME_TIME, Tag.FRAME_TIME_VECTOR,
            Tag.FRAME_INCREMENT_POINTER, Tag.CINE_RATE, Tag.RECOMMENDED_DISPLAY_FRAME_RATE, Tag.ACTUAL_FRAME_DURATION,
            Tag.START_TRIM, Tag.STOP_TRIM, Tag.PREFERRED_PLAYBACK_SEQUENCING);

    private final DataSet source;
    private final AttributeCleaner cleaner;
    private final MaskedPixels pixels;
    private final PixelPlan plan;
    private final Deidentification how;
    private final JpegCodec jpeg;

    WrittenFileCheck(DataSet source, AttributeCleaner cleaner, MaskedPixels pixels, PixelPlan plan,
            Deidentification how, JpegCodec jpeg) {
        this.source = source;
        this.cleaner = cleaner;
        this.pixels = pixels;
        this.plan = plan;
        this.how = how;
        this.jpeg = jpeg;
    }

    /** Checks {@code written}. */
    void check(Path written, Progress progress) throws IOException, DeidentException {
        CleanAttributes.preamble(written);
        try (DicomFile file = new DicomReader().read(written)) {
            new CleanAttributes(cleaner, how.options(), source.text(Tag.SOP_CLASS_UID)).check(file);
            scale(file.data());
            frames(file, progress);
        }
    }

    private void scale(DataSet copy) throws DeidentException {
        for (int tag : SCALE_AND_TIME) {
            Optional<DataElement> before = source.element(tag);
            boolean removed = cleaner.changes().stream()
                    .anyMatch(c -> c.tag() == tag && c.reason() == Reason.DISGUISED);
            require(removed || before.equals(copy.element(tag)) || alike(before, copy.element(tag)),
                    Tag.format(tag) + " is not what it was");
        }
    }

    /** Byte for byte, but for the padding that an odd length gets and for what no region has by the standard. */
    private static boolean alike(Optional<DataElement> before, Optional<DataElement> after) {
        if (before.isEmpty() || after.isEmpty()) {
            return before.isEmpty() && after.isEmpty();
        }
        return switch (before.get()) {
            case DataElement.Sequence s -> after.get() instanceof DataElement.Sequence t
                    && s.items().size() == t.items().size()
                    && java.util.stream.IntStream.range(0, s.items().size())
                            .allMatch(i -> alike(s.items().get(i), t.items().get(i)));
            case DataElement.Value v -> after.get() instanceof DataElement.Value w
                    && Arrays.equals(even(v), even(w));
            default -> false;
        };
    }

    private static boolean alike(DataSet before, DataSet after) {
        return before.elements().stream()
                .filter(e -> Tag.group(e.tag()) == Tag.group(Tag.ULTRASOUND_REGIONS)
                        && DataDictionary.standard().find(e.tag()).isPresent())
                .allMatch(e -> alike(Optional.of(e), after.element(e.tag())));
    }

    private static byte[] even(DataElement.Value value) {
        byte[] bytes = Arrays.copyOf(value.bytes(), value.length() + (value.length() & 1));
        if (bytes.length > value.length()) {
            bytes[value.length()] = value.vr().padding();
        }
        return bytes;
    }

    private void frames(DicomFile file, Progress progress) throws IOException, DeidentException {
        List<String> expected = pixels.kept();
        PixelTrace trace = new PixelTrace(plan.mask().orElse(null));
        try (PixelDecoder decoder = new PixelDecoder(file, jpeg, new FfmpegPictures())) {
            require(decoder.frames() == expected.size(), "it has " + decoder.frames() + " frames instead of "
                    + expected.size());
            for (int i = 0; i < expected.size(); i++) {
                progress.checkCancelled();
                progress.report((double) i / expected.size(), "Checking frame " + (i + 1) + " of " + expected.size());
                StoredFrame frame = decoder.samples(i).byPixel();
                require(trace.of(frame).equals(expected.get(i)), "frame " + (i + 1) + " differs where it was kept");
                require(trace.isFilled(frame, pixels.filling()),
                        "frame " + (i + 1) + " is not overwritten everywhere");
            }
        }
    }
}
