package foramen.codec;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * Opens pictures that are not DICOM: JPEG, PNG, TIFF, BMP and GIF. Sizes are read from the header and held against the
 * limits before anything is allocated for them.
 */
public final class PictureFiles {
    /** The longest side, that of DICOM's Rows and Columns. */
    private static final int LONGEST_SIDE = 65_535;
    /** More pixels than an 8K screen has are no ultrasound picture (engineering default). */
    private static final long MOST_PIXELS = 40_000_000;
    /** Larger files are not held in memory (engineering default). */
    private static final long MOST_BYTES = 256L << 20;

    private final JpegCodec jpeg;

    /** Opens files, JPEG by {@code jpeg}. */
    public PictureFiles(JpegCodec jpeg) {
        this.jpeg = jpeg;
    }

    /**
     * Opens {@code file}, which must start with the mark of a picture.
     *
     * @throws CodecException when it cannot be shown; the message continues a sentence about the file
     */
    public PictureFile open(Path file) throws IOException {
        byte[] head;
        try (var in = Files.newInputStream(file)) {
            head = in.readNBytes(64);
        }
        PictureFile.Kind kind = PictureFile.kindOf(head)
                .orElseThrow(() -> new CodecException("it does not start like a picture"));
        return switch (kind) {
            case JPEG -> jpeg(file);
            case PNG -> png(file);
            case TIFF -> tiff(file);
            case BMP, GIF -> single(kind, new FileImageInputStream(file.toFile()), new ArrayList<>());
        };
    }

    private PictureFile jpeg(Path file) throws IOException {
        StillJpeg still = new StillJpeg(bytes(file));
        checkSize(still.columns(), still.rows());
        List<String> warnings = new ArrayList<>();
        warnOfOrientation(still.orientation(), warnings);
        return new OpenPicture(PictureFile.Kind.JPEG, 1, still.columns(), still.rows(), still.isGrey(), warnings,
                page -> still.argb(jpeg), () -> {});
    }

    private static PictureFile png(Path file) throws IOException {
        PngChunks chunks = PngChunks.of(bytes(file));
        List<String> warnings = new ArrayList<>();
        if (chunks.isAnimated()) {
            warnings.add("The PNG is animated; only its still picture is shown.");
        }
        return single(PictureFile.Kind.PNG, new MemoryCacheImageInputStream(new ByteArrayInputStream(chunks.bare())),
                warnings);
    }

    private static PictureFile tiff(Path file) throws IOException {
        List<String> warnings = new ArrayList<>();
        List<TiffDirectory.Page> pages;
        try (RandomAccessFile raw = new RandomAccessFile(file.toFile(), "r")) {
            TiffDirectory directory = TiffDirectory.read(raw);
            pages = pages(directory, warnings);
            for (TiffDirectory.Page page : pages) {
                checkPage(page, raw.length());
            }
        }
        TiffDirectory.Page first = pages.getFirst();
        warnOfOrientation(first.orientation(), warnings);
        Pages reader = new Pages(PictureFile.Kind.TIFF, new FileImageInputStream(file.toFile()));
        boolean swap = first.orientation().swaps();
        return new OpenPicture(PictureFile.Kind.TIFF, pages.size(), swap ? first.rows() : first.columns(),
                swap ? first.columns() : first.rows(), first.samples() == 1, warnings,
                i -> reader.argb(pages.get(i).index(), pages.get(i).columns(), pages.get(i).rows(),
                        pages.get(i).orientation()),
                reader::close);
    }

    private static List<TiffDirectory.Page> pages(TiffDirectory directory, List<String> warnings)
            throws CodecException {
        List<TiffDirectory.Page> all = directory.pages().stream().filter(p -> !p.reduced()).toList();
        if (all.isEmpty()) {
            throw new CodecException("it has no page");
        }
        if (directory.imagesByImageJ() > directory.pages().size()) {
            throw new CodecException("it is an ImageJ stack of " + directory.imagesByImageJ()
                    + " pictures in ImageJ's own layout, of which other programs see only the first; save it as an AVI"
                    + " or as a TIFF of less than 4 GB");
        }
        TiffDirectory.Page first = all.getFirst();
        List<TiffDirectory.Page> alike = all.stream().filter(p -> p.columns() == first.columns()
                && p.rows() == first.rows() && p.orientation() == first.orientation()).toList();
        if (alike.size() < all.size()) {
            warnings.add((all.size() - alike.size()) + " pages of another size than the first were left out.");
        }
        if (directory.hasResolution()) {
            warnings.add("The TIFF states a resolution; it is that of a print or a screen and not of the tissue, so no"
                    + " millimetres are taken from it.");
        }
        if (first.bits() == 16) {
            warnings.add("The picture has 16 bits; it is shown with 8.");
        }
        return alike;
    }

    private static void checkPage(TiffDirectory.Page page, long fileBytes) throws CodecException {
        checkSize(page.columns(), page.rows());
        if (page.bits() > 16 || page.samples() > 4 || !page.whole()) {
            throw new CodecException("its pages have " + page.samples() + " samples of " + page.bits()
                    + (page.whole() ? " bits" : " bits that are no unsigned whole numbers")
                    + "; save it with 8 bits, grey or RGB");
        }
        if (page.tilePixels() > MOST_PIXELS || page.longestPart() > fileBytes) {
            throw new CodecException("a part of page " + (page.index() + 1) + " is larger than the whole");
        }
    }

    private static PictureFile single(PictureFile.Kind kind, ImageInputStream in, List<String> warnings)
            throws IOException {
        Pages reader = new Pages(kind, in);
        boolean opened = false;
        try {
            int[] size = reader.size();
            checkSize(size[0], size[1]);
            opened = true;
            return new OpenPicture(kind, 1, size[0], size[1], false, warnings,
                    page -> reader.argb(0, size[0], size[1], Orientation.UPRIGHT), reader::close);
        } finally {
            if (!opened) {
                reader.close();
            }
        }
    }

    private static byte[] bytes(Path file) throws IOException {
        if (Files.size(file) > MOST_BYTES) {
            throw new CodecException("it is larger than " + (MOST_BYTES >> 20) + " MB, as no such picture is");
        }
        return Files.readAllBytes(file);
    }

    private static void checkSize(int columns, int rows) throws CodecException {
        if (columns < 1 || rows < 1 || columns > LONGEST_SIDE || rows > LONGEST_SIDE
                || (long) columns * rows > MOST_PIXELS) {
            throw new CodecException("its picture of " + columns + " × " + rows + " pixels is larger than the "
                    + MOST_PIXELS / 1_000_000 + " million that Foramen shows");
        }
    }

    private static void warnOfOrientation(Orientation orientation, List<String> warnings) {
        if (orientation != Orientation.UPRIGHT) {
            warnings.add("The picture was turned the way up that its camera wrote down.");
        }
    }

    private interface Decoder {
        int[] argb(int page) throws CodecException;
    }

    private interface Closer {
        void close() throws IOException;
    }

    private record OpenPicture(Kind kind, int pages, int columns, int rows, boolean isGrey, List<String> warnings,
            Decoder decoder, Closer closer) implements PictureFile {
        OpenPicture {
            warnings = List.copyOf(warnings);
        }

        @Override
        public int[] argb(int page) throws CodecException {
            return decoder.argb(page);
        }

        @Override
        public void close() throws IOException {
            closer.close();
        }
    }

    /** The JDK's reader over an open stream; it takes one question at a time. */
    private static final class Pages {
        private final ImageInputStream in;
        private final ImageReader reader;

        Pages(PictureFile.Kind kind, ImageInputStream in) throws CodecException {
            Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(kind.name());
            if (!readers.hasNext()) {
                throw new CodecException("this Java has no decoder for a " + kind.words());
            }
            this.in = in;
            this.reader = readers.next();
            reader.setInput(in, false, true);
        }

        synchronized int[] size() throws CodecException {
            try {
                if (reader.getFormatName().equalsIgnoreCase("gif") && reader.getNumImages(true) > 1) {
                    throw new CodecException("it is an animated GIF; save it as MP4 or AVI");
                }
                return new int[]{reader.getWidth(0), reader.getHeight(0)};
            } catch (CodecException e) {
                throw e;
            } catch (IOException | RuntimeException e) {
                throw new CodecException("its header is damaged", e);
            }
        }

        synchronized int[] argb(int index, int columns, int rows, Orientation orientation) throws CodecException {
            try {
                BufferedImage image = reader.read(index);
                if (image.getWidth() != columns || image.getHeight() != rows) {
                    throw new CodecException("its picture is not of the size that it declares");
                }
                return orientation.apply(RasterColour.argb(image), columns, rows);
            } catch (CodecException e) {
                throw e;
            } catch (IOException | RuntimeException e) {
                // The JDK's readers answer damage with exceptions of many kinds.
                throw new CodecException("its picture is damaged", e);
            }
        }

        synchronized void close() throws IOException {
            reader.dispose();
            in.close();
        }
    }
}
