package foramen.dicom.pixel;

import foramen.codec.CodecException;
import foramen.codec.JpegCodec;
import foramen.codec.JpegHeader;
import foramen.codec.PictureCodec;
import foramen.codec.PictureHeader;
import foramen.dicom.io.DicomException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Frames that are pictures of the JPEG families; each picture says itself which, whatever the transfer syntax says. */
final class PictureFrames implements StoredFrames {
    /** A main header is not longer (engineering default). */
    private static final int HEAD = 64 << 10;
    /** So many frames may be damaged before the clip is given up (engineering default). */
    private static final int MOST_DAMAGED = 16;

    /** Markers that may follow a start mark: tables, frame headers, application data and comments. */
    private static final Set<Integer> LEADERS = Set.of(0xC0, 0xC1, 0xC2, 0xC3, 0xC4, 0xDB, 0xDD, 0xE0, 0xE1, 0xEE, 0xF7,
            0xF8, 0xFE);

    private final FrameIndex index;
    private final PixelFormat format;
    private final JpegCodec jpeg;
    private final PictureCodec pictures;
    private final PixelFormat stored;
    /** Whether the first picture is a lossy JPEG in colour of eight bits, which has a short way to the screen. */
    private boolean lossyColour;
    private final List<String> warnings = new ArrayList<>();

    /**
     * Looks at the first picture's header; decodes none yet.
     *
     * @throws DicomException when it is of a kind that cannot be decoded
     */
    PictureFrames(FrameIndex index, PixelFormat format, JpegCodec jpeg, PictureCodec pictures) throws IOException {
        this.index = index;
        this.format = format;
        this.jpeg = jpeg;
        this.pictures = pictures;
        this.stored = checked();
    }

    private PixelFormat checked() throws IOException {
        for (int i = 0; i < Math.min(MOST_DAMAGED, index.frames()); i++) {
            try {
                PictureHeader header = PictureHeader.parse(started(index.start(i, HEAD), i + 1));
                if (!isDecodable(header)) {
                    throw new DicomException("its picture is " + kind(header) + ", which Foramen cannot decode yet",
                            DicomException.NOWHERE);
                }
                checkColour(header);
                checkEnd(header);
                lossyColour = isLossyColour(header);
                return format.holding(header.precision());
            } catch (CodecException e) {
                warnings.add("Frame " + (i + 1) + " is damaged: " + e.getMessage() + ".");
            }
        }
        return format;
    }

    /** The picture with the start mark that some writers leave out; {@code warned} is the number to warn of, or 0. */
    private byte[] started(byte[] bytes, int warned) {
        boolean marker = bytes.length > 4 && bytes[0] == (byte) 0xFF && LEADERS.contains(bytes[1] & 0xFF);
        if (!marker) {
            return bytes;
        }
        if (warned > 0) {
            warnings.add("Frame " + warned + " lacks the start mark of a JPEG picture; it was put in front.");
        }
        byte[] whole = new byte[bytes.length + 2];
        whole[0] = (byte) 0xFF;
        whole[1] = (byte) 0xD8;
        System.arraycopy(bytes, 0, whole, 2, bytes.length);
        return whole;
    }

    /** Where a transfer broke off, it is the last picture that lacks its end. */
    private void checkEnd(PictureHeader header) throws IOException {
        int last = index.frames() - 1;
        byte[] bytes = index.read(last);
        if (!Framing.JPEG.endsBefore(Arrays.copyOfRange(bytes, Math.max(0, bytes.length - Framing.TAIL),
                bytes.length))) {
            warnings.add("Frame " + (last + 1) + " has no end mark; "
                    + (header.coding() == PictureHeader.Coding.JPEG_LOSSY
                            ? "if it is cut short, what is missing is shown grey."
                            : "if it is cut short, it cannot be shown."));
        }
    }

    private static boolean isDecodable(PictureHeader header) {
        boolean shape = header.components() == 1 || header.components() == 3;
        return header.coding() == PictureHeader.Coding.JPEG_LOSSY
                ? header.jpeg().map(JpegHeader::isDecodable).orElse(false)
                : shape && header.precision() <= 16;
    }

    private static String kind(PictureHeader header) {
        return header.jpeg().map(JpegHeader::kind).orElseGet(header::kind);
    }

    private void checkColour(PictureHeader header) {
        if (header.components() != 3) {
            return;
        }
        boolean ycc = JpegColour.isYcc(header, format.photometric());
        boolean labelledRgb = format.photometric().equals("RGB");
        boolean labelledYcc = format.photometric().startsWith("YBR_FULL")
                || (format.photometric().startsWith("YBR") && !header.decorrelated());
        if (ycc ? labelledRgb : labelledYcc) {
            warnings.add("The file labels its colours " + format.photometric() + ", but its JPEG pictures are "
                    + (ycc ? "YCbCr" : "RGB") + "; they are shown as such.");
        }
    }

    @Override
    public PixelFormat stored() {
        return stored;
    }

    @Override
    public List<String> warnings() {
        return List.copyOf(warnings);
    }

    @Override
    public boolean paints() {
        return lossyColour;
    }

    @Override
    public boolean paint(int number, int[] argb) throws IOException {
        if (!lossyColour) {
            return false;
        }
        byte[] bytes = started(index.read(number), 0);
        PictureHeader header = header(bytes);
        boolean alike = isLossyColour(header);
        if (alike) {
            jpeg.decodeColour(bytes, JpegColour.isYcc(header, format.photometric()), argb);
        }
        return alike;
    }

    private static boolean isLossyColour(PictureHeader header) {
        return header.coding() == PictureHeader.Coding.JPEG_LOSSY && header.components() == 3
                && header.precision() == 8;
    }

    /** The header of a frame, held to the size and bits of the clip. */
    private PictureHeader header(byte[] bytes) throws IOException {
        PictureHeader header = PictureHeader.parse(bytes);
        // Held to the file's size before anything is allocated for it.
        if (header.columns() != format.columns() || header.rows() != format.rows()) {
            throw new CodecException("its picture is " + header.columns() + " × " + header.rows()
                    + " pixels, but the file says " + format.columns() + " × " + format.rows());
        }
        PixelFormat held = format.holding(header.precision());
        if (header.components() == 1 && (held.bitsStored() != stored.bitsStored()
                || held.highBit() != stored.highBit())) {
            throw new CodecException("its picture has " + header.precision() + " bits, unlike those before it");
        }
        return header;
    }

    @Override
    public StoredFrame read(int number) throws IOException {
        byte[] bytes = started(index.read(number), 0);
        PictureHeader header = header(bytes);
        PixelFormat held = format.holding(header.precision());
        byte[] samples = header.coding() == PictureHeader.Coding.JPEG_LOSSY && header.precision() == 8
                ? jpeg.decode(bytes).samples()
                : pictures.decode(bytes, header).samples();
        boolean ycc = header.components() == 3 && JpegColour.isYcc(header, format.photometric());
        return new StoredFrame(held.of(header.components()), samples, StoredFrame.Order.BY_PIXEL,
                ycc ? StoredFrame.Colours.YCC : StoredFrame.Colours.RGB, header.precision());
    }
}
