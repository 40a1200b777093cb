package foramen.dicom.pixel;

import foramen.codec.CodecException;
import foramen.codec.JpegCodec;
import foramen.codec.JpegHeader;
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
public final class PixelDecoder {
    private static final int HEAD = 64 << 10;
    private static final Set<String> COLOURS = Set.of("RGB", "YBR_FULL", "YBR_FULL_422");

    private final DicomFile file;
    private final JpegCodec jpeg;
    private final PixelFormat format;
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
    public PixelDecoder(DicomFile file, JpegCodec jpeg) throws IOException {
        this.file = file;
        this.jpeg = jpeg;
        this.format = PixelFormat.of(file.data());
        this.packing = packing();
        this.index = FrameIndex.of(file, format, packing == TransferSyntax.Pixels.JPEG);
        warnings.addAll(index.warnings());
        if (packing == TransferSyntax.Pixels.JPEG) {
            checkJpeg();
        } else if (format.samples() == 3 && !COLOURS.contains(format.photometric())) {
            throw problem("colours stored as " + format.photometric() + " are not supported");
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
            boolean jpegStart = head.length == 3 && (head[0] & 0xFF) == 0xFF && (head[1] & 0xFF) == 0xD8;
            warnings.add(
                    "The pixels lie in fragments although the transfer syntax does not say so; they were taken for "
                            + (jpegStart ? "JPEG." : "uncompressed ones."));
            return jpegStart ? TransferSyntax.Pixels.JPEG : TransferSyntax.Pixels.UNCOMPRESSED;
        }
        return syntax.orElseThrow().pixels();
    }

    private void checkJpeg() throws IOException {
        JpegHeader header;
        try {
            header = JpegHeader.parse(index.start(0, HEAD));
        } catch (CodecException e) {
            warnings.add("Frame 1 is damaged: " + e.getMessage() + ".");
            return;
        }
        if (!header.isDecodable()) {
            throw problem("its picture is " + header.kind() + ", which Foramen cannot decode yet");
        }
        if (header.components().size() == 3) {
            boolean labelledRgb = format.photometric().equals("RGB");
            if (labelledRgb == JpegColour.isYcc(header, labelledRgb)) {
                warnings.add("The file labels its colours " + format.photometric() + ", but its JPEG pictures are "
                        + (labelledRgb ? "YCbCr" : "RGB") + "; they are shown as such.");
            }
        }
    }

    /** How many frames there are, at least one. */
    public int frames() {
        return index.frames();
    }

    /** How the pixels are described. */
    public PixelFormat format() {
        return format;
    }

    /** What was odd about the pixel data and what was done about it. */
    public List<String> warnings() {
        return List.copyOf(warnings);
    }

    /**
     * Decodes frame {@code number}, counted from 0.
     *
     * @throws DicomException or {@link CodecException} when this one cannot be decoded
     */
    public Frame decode(int number) throws IOException {
        byte[] bytes = index.read(number);
        int[] argb = switch (packing) {
            case JPEG -> jpeg(bytes);
            case RLE -> rle(bytes);
            case NATIVE, UNCOMPRESSED -> uncompressed(bytes);
            case OTHER -> throw problem("its compression cannot be decoded yet");
        };
        return new Frame(format.columns(), format.rows(), argb);
    }

    private int[] jpeg(byte[] bytes) throws IOException {
        JpegHeader header = JpegHeader.parse(bytes);
        if (header.columns() != format.columns() || header.rows() != format.rows()) {
            throw new CodecException("its picture is " + header.columns() + " × " + header.rows()
                    + " pixels, but the file says " + format.columns() + " × " + format.rows());
        }
        JpegCodec.Raw raw = jpeg.decode(bytes);
        if (header.components().size() == 3) {
            return ColourSamples.interleaved(raw.samples(), format.pixels(),
                    JpegColour.isYcc(header, format.photometric().equals("RGB")));
        }
        return single(raw.samples(), 8);
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
        return format.pattern(word);
    }

    private synchronized int[] table() throws IOException {
        int[] known = table;
        if (known != null) {
            return known;
        }
        int[] made;
        if (format.photometric().equals("PALETTE COLOR")) {
            made = PaletteTable.of(file.data(), format);
        } else if (packing == TransferSyntax.Pixels.JPEG) {
            made = GreyTable.of(file.data(), format, 0, 255);
        } else if (GreyTable.needsRange(file.data(), format)) {
            int[] range = range();
            made = GreyTable.of(file.data(), format, range[0], range[1]);
        } else {
            int first = format.signed() ? format.value(format.patterns() / 2) : 0;
            made = GreyTable.of(file.data(), format, first, first + format.patterns() - 1);
        }
        table = made;
        return made;
    }

    /** The least and the greatest stored value of the first frame, which set the brightness of the whole clip. */
    private int[] range() throws IOException {
        byte[] first = index.read(0);
        byte[] samples = packing == TransferSyntax.Pixels.RLE ? rleWords(first) : padded(first, format.frameBits() / 8);
        int least = Integer.MAX_VALUE;
        int most = Integer.MIN_VALUE;
        for (int i = 0; i < format.pixels(); i++) {
            int v = format.value(pattern(samples, i, format.bitsAllocated()));
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
