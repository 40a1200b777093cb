package foramen.dicom.pixel;

import foramen.codec.CodecException;
import foramen.codec.JpegCodec;
import foramen.codec.PictureCodec;
import foramen.codec.RleCodec;
import foramen.dicom.data.TransferSyntax;
import foramen.dicom.io.DicomException;
import foramen.dicom.io.DicomFile;
import foramen.dicom.io.PixelDataLocation;
import foramen.domain.clip.Frame;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Decodes any frame of a DICOM file, in any order, from several threads at once. */
public final class PixelDecoder implements FrameDecoder {
    private static final Set<String> COLOURS = Set.of("RGB", "YBR_FULL", "YBR_FULL_422");

    private final DicomFile file;
    private final PixelFormat format;
    /** How the samples lie once they are decoded. */
    private final PixelFormat stored;
    private final Optional<PictureFrames> pictures;
    private final TransferSyntax.Pixels packing;
    private final FrameIndex index;
    private final List<String> warnings = new ArrayList<>();
    private int @Nullable [] table;

    /**
     * Finds the frames of {@code file}; decodes none yet.
     *
     * @throws DicomException when there is no picture, or one that cannot be decoded; the message ends a sentence that
     *         starts with the file's name and "cannot be shown:"
     */
    public PixelDecoder(DicomFile file, JpegCodec jpeg, PictureCodec pictures) throws IOException {
        this.file = file;
        this.format = PixelFormat.of(file.data());
        this.packing = packing();
        this.index = FrameIndex.of(file, format, packing == TransferSyntax.Pixels.JPEG);
        warnings.addAll(index.warnings());
        if (packing == TransferSyntax.Pixels.JPEG) {
            PictureFrames frames = new PictureFrames(index, format, jpeg, pictures);
            warnings.addAll(frames.warnings());
            this.pictures = Optional.of(frames);
            this.stored = frames.stored();
        } else if (format.samples() == 3 && !COLOURS.contains(format.photometric())) {
            throw problem("colours stored as " + format.photometric() + " are not supported");
        } else {
            this.pictures = Optional.empty();
            this.stored = format;
        }
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
            byte[] head = FrameIndex.of(file, format, false).start(0, 3);
            boolean jpegStart = head.length == 3 && FragmentIndex.startsPicture(head);
            warnings.add(
                    "The pixels lie in fragments although the transfer syntax does not say so; they were taken for "
                            + (jpegStart ? "JPEG." : "uncompressed ones."));
            return jpegStart ? TransferSyntax.Pixels.JPEG : TransferSyntax.Pixels.UNCOMPRESSED;
        }
        return syntax.orElseThrow().pixels();
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
        int[] argb = switch (packing) {
            case JPEG -> picture(pictures.orElseThrow().read(number));
            case RLE -> rle(index.read(number));
            case NATIVE, UNCOMPRESSED -> uncompressed(index.read(number));
            case VIDEO, OTHER -> throw problem("its compression cannot be decoded yet");
        };
        return new Frame(format.columns(), format.rows(), argb);
    }

    private int[] picture(PictureFrames.Samples decoded) throws IOException {
        if (decoded.header().components() == 3) {
            byte[] samples = decoded.bits() == 16
                    ? ColourSamples.narrowed(decoded.bytes(), format.holding(decoded.header().precision()))
                    : decoded.bytes();
            return ColourSamples.interleaved(samples, format.pixels(),
                    JpegColour.isYcc(decoded.header(), format.photometric()));
        }
        return single(decoded.bytes(), decoded.bits());
    }

    private int[] rle(byte[] bytes) throws IOException {
        if (format.bitsAllocated() == 1) {
            return single(RleCodec.decode(bytes, 1, (format.pixels() + 7) / 8).planes().getFirst(), 1);
        }
        int sampleBytes = format.bitsAllocated() / 8;
        List<byte[]> planes = RleCodec.decode(bytes, sampleBytes * format.samples(), format.pixels()).planes();
        // The planes of one sample come most significant first; put them together little-endian, sample by sample.
        byte[] joined = new byte[format.pixels() * planes.size()];
        for (int s = 0; s < format.samples(); s++) {
            for (int b = 0; b < sampleBytes; b++) {
                byte[] plane = planes.get(s * sampleBytes + sampleBytes - 1 - b);
                int at = s * format.pixels() * sampleBytes + b;
                for (byte v : plane) {
                    joined[at] = v;
                    at += sampleBytes;
                }
            }
        }
        return format.samples() == 1 ? single(joined, format.bitsAllocated()) : colour(joined, true);
    }

    private int[] uncompressed(byte[] bytes) throws IOException {
        if (format.samples() == 1) {
            return single(padded(bytes, (format.frameBits() + 7) / 8), format.bitsAllocated());
        }
        if (index instanceof NativeIndex n && n.isHalfChroma(format)) {
            return ColourSamples.halfChroma(bytes, format.pixels());
        }
        return colour(padded(bytes, format.frameBits() / 8), format.planar());
    }

    private static byte[] padded(byte[] bytes, long length) {
        return bytes.length >= length ? bytes : java.util.Arrays.copyOf(bytes, Math.toIntExact(length));
    }

    private int[] colour(byte[] samples, boolean planar) {
        byte[] narrow = format.bitsAllocated() == 16 ? ColourSamples.narrowed(samples, format) : samples;
        boolean ycc = format.photometric().startsWith("YBR");
        return planar
                ? ColourSamples.planar(narrow, format.pixels(), ycc)
                : ColourSamples.interleaved(narrow, format.pixels(), ycc);
    }

    /** One sample a pixel, grey or an index of the palette, through a table. */
    private int[] single(byte[] samples, int bits) throws IOException {
        int[] shown = table();
        int[] argb = new int[format.pixels()];
        for (int i = 0; i < argb.length; i++) {
            argb[i] = shown[pattern(samples, i, bits)];
        }
        return argb;
    }

    private int pattern(byte[] samples, int i, int bits) {
        int word = switch (bits) {
            case 1 -> samples[i >> 3] >> (i & 7) & 1;
            case 8 -> samples[i] & 0xFF;
            default -> (samples[2 * i] & 0xFF) | ((samples[2 * i + 1] & 0xFF) << 8);
        };
        return stored.pattern(word);
    }

    private synchronized int[] table() throws IOException {
        int[] known = table;
        if (known != null) {
            return known;
        }
        int[] made;
        if (format.photometric().equals("PALETTE COLOR")) {
            made = PaletteTable.of(file.data(), stored);
        } else if (GreyTable.needsRange(file.data(), stored)) {
            int[] range = range();
            made = GreyTable.of(file.data(), stored, range[0], range[1]);
        } else {
            int first = stored.signed() ? stored.value(stored.patterns() / 2) : 0;
            made = GreyTable.of(file.data(), stored, first, first + stored.patterns() - 1);
        }
        table = made;
        return made;
    }

    /** The least and the greatest stored value of the first frame, which set the brightness of the whole clip. */
    private int[] range() throws IOException {
        byte[] samples = switch (packing) {
            case JPEG -> pictures.orElseThrow().read(0).bytes();
            case RLE -> rleWords(index.read(0));
            case NATIVE, UNCOMPRESSED, VIDEO, OTHER -> padded(index.read(0), format.frameBits() / 8);
        };
        int least = Integer.MAX_VALUE;
        int most = Integer.MIN_VALUE;
        for (int i = 0; i < format.pixels(); i++) {
            int v = stored.value(pattern(samples, i, stored.bitsAllocated()));
            least = Math.min(least, v);
            most = Math.max(most, v);
        }
        return new int[]{least, most};
    }

    private byte[] rleWords(byte[] frame) throws CodecException {
        List<byte[]> planes = RleCodec.decode(frame, 2, format.pixels()).planes();
        byte[] words = new byte[2 * format.pixels()];
        for (int i = 0; i < format.pixels(); i++) {
            words[2 * i] = planes.get(1)[i];
            words[2 * i + 1] = planes.get(0)[i];
        }
        return words;
    }
}
