package foramen.dicom.deident;

import foramen.dicom.data.DataSet;
import foramen.dicom.data.PresentationTag;
import foramen.dicom.data.SegmentationTag;
import foramen.dicom.data.Tag;
import foramen.dicom.data.TransferSyntax;
import foramen.dicom.data.Uid;
import foramen.dicom.io.DicomFile;
import foramen.dicom.io.DicomReader;
import foramen.dicom.io.PixelDataLocation;
import foramen.dicom.io.PixelPayload;
import foramen.dicom.write.InputProfile;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A presentation state or a segmentation that is open to be copied: what was drawn, and no picture. */
final class OpenDrawing implements Closeable {
    /** The classes of presentation states that are taken. */
    static final Set<String> STATES = Set.of(Uid.GRAYSCALE_PRESENTATION_STATE, Uid.COLOR_PRESENTATION_STATE);
    private static final int FRAME_OF_REFERENCE = Tag.of(0x0020, 0x0052);
    /** More masks than that are copied by nobody at once (engineering default). */
    private static final long MOST_BYTES = 1L << 30;

    private final Path path;
    private final DicomFile file;
    private final byte[] masks;

    private OpenDrawing(Path path, DicomFile file, byte[] masks) {
        this.path = path;
        this.file = file;
        this.masks = masks;
    }

    /** Whether {@code data} is of a kind that is taken here. */
    static boolean is(DataSet data) {
        String sopClass = data.text(Tag.SOP_CLASS_UID);
        return STATES.contains(sopClass) || sopClass.equals(Uid.SEGMENTATION);
    }

    /**
     * Opens {@code path}; empty where it is no such object.
     *
     * @throws DeidentException with the reason where it is one that cannot be copied
     */
    static Optional<OpenDrawing> open(Path path) throws IOException, DeidentException {
        DicomFile file;
        try {
            file = new DicomReader().read(path);
        } catch (IOException e) {
            // Whoever opens it as an image says better what is wrong.
            return Optional.empty();
        }
        boolean opened = false;
        try {
            if (!is(file.data())) {
                return Optional.empty();
            }
            OpenDrawing drawing = new OpenDrawing(path, file,
                    file.data().text(Tag.SOP_CLASS_UID).equals(Uid.SEGMENTATION) ? masks(file) : new byte[0]);
            drawing.requireKnownColours();
            opened = true;
            return Optional.of(drawing);
        } finally {
            if (!opened) {
                file.close();
            }
        }
    }

    private void requireKnownColours() throws DeidentException {
        boolean colour = data().text(Tag.SOP_CLASS_UID).equals(Uid.COLOR_PRESENTATION_STATE);
        if (colour && !Arrays.equals(data().bytes(PresentationTag.ICC_PROFILE), InputProfile.sRgb())) {
            throw refused("its colour profile is a block of bytes that nobody looked into; export the presentation"
                    + " state again from the de-identified clip");
        }
        if (!colour && isState() && file.pixels().isPresent()) {
            throw refused("it holds pixels where its kind has none");
        }
    }

    private static DeidentException refused(String reason) {
        return new DeidentException(DeidentException.Kind.REFUSED, reason);
    }

    /** The bits of a binary segmentation, those after the last pixel set to nothing. */
    private static byte[] masks(DicomFile file) throws IOException, DeidentException {
        DataSet data = file.data();
        boolean binary = data.text(SegmentationTag.SEGMENTATION_TYPE).equals("BINARY")
                && data.integer(Tag.BITS_ALLOCATED, 0) == 1 && data.integer(Tag.SAMPLES_PER_PIXEL, 0) == 1;
        if (!binary || !data.text(FRAME_OF_REFERENCE).isBlank()) {
            throw refused(binary
                    ? "it is a segmentation in space; only those on frames of a clip are copied"
                    : "it is a segmentation whose pixels are more than inside and outside, and could be a picture");
        }
        long pixels = pixels(data) * data.integer(Tag.NUMBER_OF_FRAMES, 0);
        long bytes = (pixels + 7) / 8;
        if (!(file.pixels().orElse(null) instanceof PixelDataLocation.Native n) || n.tag() != Tag.PIXEL_DATA
                || n.bigEndian()) {
            throw refused("its pixels are packed; only plain segmentations are copied");
        }
        if (bytes < 1 || bytes > MOST_BYTES || n.length() < bytes) {
            throw new DeidentException(DeidentException.Kind.FAILED, "it is cut short before its last frame");
        }
        byte[] bits = file.source().read(n.offset(), bytes);
        if (pixels % 8 != 0) {
            bits[bits.length - 1] &= (byte) ((1 << (pixels % 8)) - 1);
        }
        return bits;
    }

    private static long pixels(DataSet data) {
        return (long) data.integer(Tag.ROWS, 0) * data.integer(Tag.COLUMNS, 0);
    }

    DataSet data() {
        return file.data();
    }

    DicomFile file() {
        return file;
    }

    Path path() {
        return path;
    }

    long bytes() throws IOException {
        return Files.size(path);
    }

    boolean isState() {
        return STATES.contains(data().text(Tag.SOP_CLASS_UID));
    }

    String syntax() {
        return file.transferSyntax().map(TransferSyntax::title).orElse("unknown");
    }

    /** How many frames there are; none in a presentation state. */
    int frames() {
        return isState() ? 0 : data().integer(Tag.NUMBER_OF_FRAMES, 0);
    }

    int columns() {
        return isState() ? 0 : data().integer(Tag.COLUMNS, 0);
    }

    int rows() {
        return isState() ? 0 : data().integer(Tag.ROWS, 0);
    }

    /** The masks as they are written; none in a presentation state. */
    Optional<PixelPayload> payload() {
        return isState()
                ? Optional.empty()
                : Optional.of(new PixelPayload.Native(8, List.of(masks.clone())));
    }

    /** The SHA-256 of each frame's bits, the first of them in the lowest bit of the first byte. */
    List<String> hashes() {
        long pixels = pixels(data());
        List<String> hashes = new ArrayList<>();
        for (int f = 0; f < frames(); f++) {
            byte[] frame = new byte[(int) ((pixels + 7) / 8)];
            for (long i = 0; i < pixels; i++) {
                long at = f * pixels + i;
                int bit = masks[(int) (at / 8)] >> (at % 8) & 1;
                frame[(int) (i / 8)] |= (byte) (bit << (i % 8));
            }
            hashes.add(sha256(frame));
        }
        return hashes;
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
