package foramen.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import foramen.codec.VideoCodec;
import foramen.codec.VideoSource;
import foramen.codec.VideoStream;
import foramen.domain.clip.Frame;
import foramen.domain.delivery.DeliveryCheck;
import foramen.domain.delivery.ExportKind;
import foramen.domain.delivery.ExportSubject;
import ij.gui.Roi;
import ij.io.FileInfo;
import ij.io.RoiDecoder;
import ij.io.TiffDecoder;
import java.awt.image.BufferedImage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;

/** Opens what this room writes: pictures are decoded, films counted, documents, outlines and tables parsed. */
public final class ReportCheck implements DeliveryCheck {
    private static final Set<String> PICTURES = Set.of("png", "jpg", "tif");

    @Override
    public Set<ExportKind> kinds() {
        Set<ExportKind> kinds = EnumSet.noneOf(ExportKind.class);
        for (ExportKind kind : ExportKind.values()) {
            if (kind.group() != ExportKind.Group.DICOM) {
                kinds.add(kind);
            }
        }
        return kinds;
    }

    @Override
    public void check(ExportKind kind, Path file, ExportSubject subject) throws IOException {
        if (kind == ExportKind.IMAGEJ_STACK) {
            stack(file, subject);
        } else if (PICTURES.contains(kind.extension())) {
            picture(kind, file, subject);
        } else {
            switch (kind.extension()) {
                case "mp4" -> film(file, subject);
                case "gif" -> animation(file, subject);
                case "pdf" -> document(file);
                case "zip" -> entries(kind, file);
                case "json" -> new ObjectMapper().readTree(Files.readAllBytes(file));
                case "csv" -> table(file);
                default -> throw new IOException("nobody here can open " + kind.extension());
            }
        }
    }

    private static void picture(ExportKind kind, Path file, ExportSubject subject) throws IOException {
        BufferedImage picture = ImageIO.read(file.toFile());
        if (picture == null || picture.getWidth() < subject.clip().info().columns()
                || picture.getHeight() < subject.clip().info().rows()) {
            throw new IOException("the picture is smaller than the frame, or none");
        }
        if (kind == ExportKind.CLEAN_IMAGE || kind == ExportKind.CLEAN_TIFF) {
            Frame frame = subject.clip().frame(subject.frameIndex());
            int[] row = new int[frame.columns()];
            for (int y = 0; y < frame.rows(); y++) {
                picture.getRGB(0, y, row.length, 1, row, 0, row.length);
                for (int x = 0; x < row.length; x++) {
                    if (((row[x] ^ frame.argb(x, y)) & 0xFFFFFF) != 0) {
                        throw new IOException("its pixels are not those of the frame");
                    }
                }
            }
        }
    }

    private static void film(Path file, ExportSubject subject) throws IOException {
        try (VideoStream film = new VideoCodec().open(VideoSource.of(file))) {
            if (film.frames() != subject.clip().info().frames()) {
                throw new IOException(
                        "it has " + film.frames() + " pictures instead of " + subject.clip().info().frames());
            }
            film.frame(film.frames() - 1);
        }
    }

    /** Fewer pictures than frames are meant: browsers show none for less than two hundredths of a second. */
    private static void animation(Path file, ExportSubject subject) throws IOException {
        try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw new IOException("it is no animation");
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in);
                int pictures = reader.getNumImages(true);
                if (pictures < 1 || pictures > subject.clip().info().frames()) {
                    throw new IOException("it has " + pictures + " pictures");
                }
            } finally {
                reader.dispose();
            }
        }
    }

    private static void document(Path file) throws IOException {
        try (PDDocument pdf = Loader.loadPDF(file.toFile())) {
            if (pdf.getNumberOfPages() < 1) {
                throw new IOException("it has no page");
            }
        }
    }

    private static void entries(ExportKind kind, Path file) throws IOException {
        int count = 0;
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
            for (ZipEntry e = zip.getNextEntry(); e != null; e = zip.getNextEntry()) {
                byte[] content = zip.readAllBytes();
                Roi roi = kind == ExportKind.IMAGEJ_ROIS ? RoiDecoder.openFromByteArray(content) : null;
                if (content.length == 0 || (kind == ExportKind.IMAGEJ_ROIS && roi == null)) {
                    throw new IOException("its entry " + e.getName() + " cannot be read");
                }
                count++;
            }
        }
        if (count == 0) {
            throw new IOException("it has no entry");
        }
    }

    private static void stack(Path file, ExportSubject subject) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            FileInfo[] pages = new TiffDecoder(in, "stack").getTiffInfo();
            int frames = pages == null || pages.length == 0 ? 0 : pages.length == 1 ? pages[0].nImages : pages.length;
            if (frames != subject.clip().info().frames()) {
                throw new IOException("it has " + frames + " frames instead of " + subject.clip().info().frames());
            }
        }
    }

    /** Every row has as many fields as the first; a quoted field may hold commas and line ends (RFC 4180). */
    private static void table(Path file) throws IOException {
        try (BufferedReader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            int expected = -1;
            int fields = 1;
            int row = 1;
            boolean quoted = false;
            boolean any = false;
            for (int c = in.read(); c >= 0; c = in.read()) {
                any = any || (c != '\r' && c != '\n');
                if (c == '"') {
                    quoted = !quoted;
                } else if (!quoted && c == ',') {
                    fields++;
                } else if (!quoted && c == '\n') {
                    expected = expected < 0 ? fields : expected;
                    if (any && fields != expected) {
                        throw new IOException("row " + row + " has " + fields + " fields instead of " + expected);
                    }
                    fields = 1;
                    any = false;
                    row++;
                }
            }
            if (quoted || expected < 0) {
                throw new IOException("the table breaks off");
            }
        }
    }
}
