package foramen.dicom.pixel;

import foramen.codec.CodecException;
import foramen.codec.JpegCodec;
import foramen.codec.PictureCodec;
import foramen.dicom.data.TransferSyntax;
import foramen.dicom.io.DicomException;
import foramen.dicom.io.DicomFile;
import foramen.dicom.io.PixelDataLocation;
import foramen.domain.clip.Frame;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Decodes any frame of a DICOM file, in any order, from several threads at once. */
public final class PixelDecoder implements FrameDecoder {
    private final DicomFile file;
    private final PixelFormat format;
    private final FrameIndex index;
    private final List<String> warnings = new ArrayList<>();
    private final StoredFrames stored;
    private final Rendering rendering;

    /**
     * Finds the frames of {@code file}; decodes none yet.
     *
     * @throws DicomException when there is no picture, or one that cannot be decoded; the message ends a sentence that
     *         starts with the file's name and "cannot be shown:"
     */
    public PixelDecoder(DicomFile file, JpegCodec jpeg, PictureCodec pictures) throws IOException {
        this.file = file;
        this.format = PixelFormat.of(file.data());
        TransferSyntax.Pixels packing = packing();
        this.index = FrameIndex.of(file, format, framing(packing));
        this.stored = switch (packing) {
            case JPEG -> new PictureFrames(index, format, jpeg, pictures);
            case RLE -> new RleFrames(index, format);
            case NATIVE, UNCOMPRESSED -> new PlainFrames(index, format, false);
            case DEFLATED -> new PlainFrames(index, format, true);
            case VIDEO, OTHER -> throw problem("it is compressed with "
                    + file.transferSyntax().map(TransferSyntax::title).orElse("an unknown method")
                    + ", which Foramen cannot decode");
        };
        this.rendering = new Rendering(file.data(), stored, index.frames());
        warnings.addAll(index.warnings());
        warnings.addAll(stored.warnings());
        warnings.addAll(rendering.warnings());
    }

    private static DicomException problem(String reason) {
        return new DicomException(reason, DicomException.NOWHERE);
    }

    /** How the frames are packed: as the transfer syntax says, unless the pixel data itself shows otherwise. */
    private TransferSyntax.Pixels packing() throws IOException {
        Optional<TransferSyntax> syntax = file.transferSyntax();
        PixelDataLocation location = file.pixels().orElseThrow(() -> problem("it holds no picture"));
        boolean encapsulated = location instanceof PixelDataLocation.Encapsulated;
        if (!encapsulated && (syntax.isEmpty() || syntax.get().isEncapsulated())) {
            warnings.add("The pixels are stored uncompressed although the transfer syntax says otherwise.");
            return TransferSyntax.Pixels.NATIVE;
        }
        if (encapsulated && (syntax.isEmpty() || !syntax.get().isEncapsulated())) {
            byte[] head = FrameIndex.of(file, format, Framing.UNMARKED).start(0, 3);
            boolean jpegStart = head.length == 3 && Framing.startsJpeg(head);
            warnings.add(
                    "The pixels lie in fragments although the transfer syntax does not say so; they were taken for "
                            + (jpegStart ? "JPEG." : "uncompressed ones."));
            return jpegStart ? TransferSyntax.Pixels.JPEG : TransferSyntax.Pixels.UNCOMPRESSED;
        }
        return syntax.orElseThrow().pixels();
    }

    private Framing framing(TransferSyntax.Pixels packing) {
        return switch (packing) {
            case JPEG -> Framing.JPEG;
            case RLE -> Framing.rle(format);
            default -> Framing.UNMARKED;
        };
    }

    @Override
    public int frames() {
        return index.frames();
    }

    @Override
    public int columns() {
        return format.columns();
    }

    @Override
    public int rows() {
        return format.rows();
    }

    /** How the pixels are described. */
    public PixelFormat format() {
        return format;
    }

    @Override
    public List<String> warnings() {
        return List.copyOf(warnings);
    }

    @Override
    public Frame decode(int number) throws IOException {
        if (!stored.paints()) {
            return new Frame(format.columns(), format.rows(), rendering.argb(stored.read(number)));
        }
        int[] argb = new int[format.pixels()];
        decode(number, argb);
        return new Frame(format.columns(), format.rows(), argb);
    }

    @Override
    public void decode(int number, int[] argb) throws IOException {
        if (!stored.paint(number, argb)) {
            int[] made = rendering.argb(stored.read(number));
            System.arraycopy(made, 0, argb, 0, made.length);
        }
    }

    /**
     * The samples of frame {@code number}, counted from 0, as they are stored, for whoever stores them again.
     *
     * @throws DicomException or {@link CodecException} when this one cannot be decoded
     */
    public StoredFrame samples(int number) throws IOException {
        return stored.read(number);
    }

    /**
     * Whether the colours are best stored again as shown: lossy JPEG, whose short way to the screen rounds otherwise
     * than the one over its samples, colours over a part of the range, and single bits.
     */
    public boolean isBestStoredAsShown() {
        return stored.paints() || format.photometric().startsWith("YBR_PARTIAL") || format.bitsAllocated() == 1;
    }

    /** The stored value, of one sample a pixel, that is shown darkest. */
    public int darkest() throws IOException {
        return rendering.darkest();
    }
}
