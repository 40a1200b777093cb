package foramen.dicom.pixel;

import foramen.codec.CodecException;
import foramen.codec.JpegCodec;
import foramen.codec.JpegHeader;
import foramen.codec.PictureCodec;
import foramen.codec.PictureHeader;
import foramen.dicom.io.DicomException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Frames that are pictures of the JPEG families; each picture says itself which, whatever the transfer syntax says. */
final class PictureFrames implements StoredFrames {
    /** A main header is not longer (engineering default). */
    private static final int HEAD = 64 << 10;
    /** So many frames may be damaged before the clip is given up (engineering default). */
    private static final int MOST_DAMAGED = 16;

    private final FrameIndex index;
    private final PixelFormat format;
    private final JpegCodec jpeg;
    private final PictureCodec pictures;
    private final PixelFormat stored;
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
                PictureHeader header = PictureHeader.parse(index.start(i, HEAD));
                if (!isDecodable(header)) {
                    throw new DicomException("its picture is " + kind(header) + ", which Foramen cannot decode yet",
                            DicomException.NOWHERE);
                }
                checkColour(header);
                return format.holding(header.precision());
            } catch (CodecException e) {
                warnings.add("Frame " + (i + 1) + " is damaged: " + e.getMessage() + ".");
            }
        }
        return format;
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
    public StoredFrame read(int number) throws IOException {
        byte[] bytes = index.read(number);
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
        byte[] samples = header.coding() == PictureHeader.Coding.JPEG_LOSSY && header.precision() == 8
                ? jpeg.decode(bytes).samples()
                : pictures.decode(bytes, header).samples();
        boolean ycc = header.components() == 3 && JpegColour.isYcc(header, format.photometric());
        return new StoredFrame(held.of(header.components()), samples, StoredFrame.Order.BY_PIXEL,
                ycc ? StoredFrame.Colours.YCC : StoredFrame.Colours.RGB, header.precision());
    }
}
