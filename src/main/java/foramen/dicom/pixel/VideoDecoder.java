package foramen.dicom.pixel;

import foramen.codec.VideoCodec;
import foramen.codec.VideoStream;
import foramen.dicom.data.DataSet;
import foramen.dicom.data.Tag;
import foramen.dicom.data.TransferSyntax;
import foramen.dicom.io.DicomException;
import foramen.dicom.io.DicomFile;
import foramen.dicom.io.PixelDataLocation;
import foramen.domain.clip.Frame;
import foramen.domain.clip.FrameTiming;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The frames of a film: MPEG-2, H.264 or HEVC (PS3.5 8.2.5 to 8.2.9). The film's own count and size are what can be
 * shown, so they win over Number of Frames, Rows and Columns; each disagreement is a warning with both numbers.
 */
public final class VideoDecoder implements FrameDecoder {
    /** Coded pictures are whole blocks of 16; one that lacks its cropping is larger by less than that. */
    private static final int BLOCK = 16;

    private final VideoStream stream;
    private final int columns;
    private final int rows;
    private final boolean statedSize;
    private final List<String> warnings = new ArrayList<>();

    /** Whether {@code file} holds a film. */
    public static boolean isVideo(DicomFile file) {
        return file.pixels().isPresent()
                && file.transferSyntax().filter(s -> s.pixels() == TransferSyntax.Pixels.VIDEO).isPresent();
    }

    /**
     * Reads the film once to count its frames; decodes the first.
     *
     * @throws IOException when it cannot be decoded
     */
    public VideoDecoder(DicomFile file, VideoCodec codec) throws IOException {
        PixelDataLocation location = file.pixels()
                .orElseThrow(() -> new DicomException("it holds no picture", DicomException.NOWHERE));
        VideoBytes bytes = new VideoBytes(file.source(), location);
        if (bytes.size() == 0) {
            throw new DicomException("its pixel data is empty", DicomException.NOWHERE);
        }
        if (location instanceof PixelDataLocation.Native) {
            warnings.add("The film does not lie in fragments as its transfer syntax asks; it was read all the same.");
        }
        this.stream = codec.open(bytes);
        warnings.addAll(stream.warnings());
        count(file.data());
        int statedColumns = file.data().integer(Tag.COLUMNS, 0);
        int statedRows = file.data().integer(Tag.ROWS, 0);
        boolean padded = isPadded(stream.columns(), statedColumns) && isPadded(stream.rows(), statedRows);
        this.columns = padded ? statedColumns : stream.columns();
        this.rows = padded ? statedRows : stream.rows();
        this.statedSize = padded;
        size(statedColumns, statedRows);
    }

    private static boolean isPadded(int coded, int stated) {
        return stated > 0 && coded >= stated && coded - stated < BLOCK;
    }

    private void count(DataSet data) {
        OptionalInt stated = data.integer(Tag.NUMBER_OF_FRAMES);
        if (stated.isEmpty() || stated.getAsInt() != stream.frames()) {
            warnings.add((stated.isPresent()
                    ? "The file states " + stated.getAsInt() + " frames, "
                    : "The file does not state its number of frames, ") + "but its film holds " + stream.frames()
                    + ".");
        }
    }

    private void size(int statedColumns, int statedRows) {
        if (stream.columns() == statedColumns && stream.rows() == statedRows) {
            return;
        }
        String both = "The file states pictures of " + statedColumns + " × " + statedRows + " pixels, but its film has "
                + stream.columns() + " × " + stream.rows();
        warnings.add(statedSize
                ? both + "; the padding at the right and the bottom is left out."
                : both + "; it is shown in the film's size and without calibration, for none is stated for that.");
    }

    @Override
    public int frames() {
        return stream.frames();
    }

    @Override
    public int columns() {
        return columns;
    }

    @Override
    public int rows() {
        return rows;
    }

    @Override
    public boolean isStatedSize() {
        return statedSize;
    }

    @Override
    public List<String> warnings() {
        return List.copyOf(warnings);
    }

    @Override
    public Optional<FrameTiming> timing() {
        return stream.increments().map(steps -> FrameTiming.vector(steps, "the film's time stamps"))
                .or(() -> stream.frameMillis().stream()
                        .mapToObj(ms -> FrameTiming.uniform(frames(), ms, "the film's frame rate")).findFirst());
    }

    @Override
    public Frame decode(int number) throws IOException {
        int[] argb = stream.frame(number);
        if (columns == stream.columns()) {
            return new Frame(columns, rows, rows == stream.rows() ? argb : Arrays.copyOf(argb, columns * rows));
        }
        int[] cropped = new int[columns * rows];
        for (int y = 0; y < rows; y++) {
            System.arraycopy(argb, y * stream.columns(), cropped, y * columns, columns);
        }
        return new Frame(columns, rows, cropped);
    }

    @Override
    public void close() {
        stream.close();
    }
}
