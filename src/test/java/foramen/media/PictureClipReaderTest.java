package foramen.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.domain.clip.Clip;
import foramen.domain.clip.ClipException;
import foramen.domain.clip.ClipFormat.Fit;
import foramen.domain.clip.Scale;
import foramen.domain.patient.Patient;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PictureClipReaderTest {
    private static final int W = 24;
    private static final int H = 16;

    private final PictureClipReader reader = new PictureClipReader();

    @TempDir
    private Path folder = Path.of("unset");

    private static BufferedImage picture(int type) {
        BufferedImage image = new BufferedImage(W, H, type);
        for (int y = 0; y < H; y++) {
            for (int x = 0; x < W; x++) {
                int[] samples = {x * 10, y * 15, 200, 255};
                int scale = type == BufferedImage.TYPE_USHORT_GRAY ? 257 : 1;
                for (int b = 0; b < image.getRaster().getNumBands(); b++) {
                    image.getRaster().setSample(x, y, b, samples[b] * scale);
                }
            }
        }
        return image;
    }

    private Path write(BufferedImage image, String format) throws IOException {
        Path file = folder.resolve("a." + format);
        assertTrue(ImageIO.write(image, format, file.toFile()), format);
        return file;
    }

    private Path tiff(BufferedImage... pages) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("tiff").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.prepareWriteSequence(null);
            for (BufferedImage page : pages) {
                writer.writeToSequence(new IIOImage(page, null, null), null);
            }
            writer.endWriteSequence();
        } finally {
            writer.dispose();
        }
        return Files.write(folder.resolve("a.tif"), bytes.toByteArray());
    }

    private Clip open(Path file) throws ClipException {
        return reader.open(file, String.valueOf(file.getFileName()));
    }

    private String refusal(byte[] bytes) throws IOException {
        Path file = Files.write(folder.resolve("bad"), bytes);
        return String.valueOf(assertThrows(ClipException.class, () -> {
            try (Clip clip = open(file)) {
                clip.frame(0);
            }
        }).getMessage());
    }

    @Test
    void aPictureHasNoPatientNoSideAndNoScaleAndSaysSo() throws IOException {
        try (Clip clip = open(write(picture(BufferedImage.TYPE_3BYTE_BGR), "png"))) {
            assertEquals(Patient.UNKNOWN, clip.info().patient());
            assertTrue(clip.info().calibration().overallScale() instanceof Scale.Unknown);
            assertTrue(clip.info().warnings().getFirst().contains("no patient, side or scale"));
            assertTrue(clip.info().identity().sopInstanceUid().startsWith("2.25."));
        }
    }

    @Test
    void greyValuesOfEveryLosslessKindComeOutAsTheyAreStored() throws IOException {
        for (String format : List.of("png", "bmp", "tiff")) {
            for (int type : List.of(BufferedImage.TYPE_BYTE_GRAY, BufferedImage.TYPE_USHORT_GRAY)) {
                if (format.equals("bmp") && type == BufferedImage.TYPE_USHORT_GRAY) {
                    continue;
                }
                try (Clip clip = open(write(picture(type), format))) {
                    assertEquals(0xFF000000 | 70 * 0x010101, clip.frame(0).argb(7, 3), format + " " + type);
                }
            }
        }
    }

    @Test
    void transparencyIsLaidOnBlack() throws IOException {
        BufferedImage image = new BufferedImage(1, 1, BufferedImage.TYPE_INT_ARGB);
        image.setRGB(0, 0, 0x80FF8000);
        try (Clip clip = open(write(image, "png"))) {
            assertEquals(0xFF804000, clip.frame(0).argb(0, 0));
        }
    }

    @Test
    void thePagesOfATiffAreFramesAndThoseOfAnotherSizeAreLeftOut() throws IOException {
        BufferedImage small = new BufferedImage(4, 4, BufferedImage.TYPE_BYTE_GRAY);
        BufferedImage other = new BufferedImage(W, H, BufferedImage.TYPE_BYTE_GRAY);
        Path file = tiff(picture(BufferedImage.TYPE_BYTE_GRAY), small, other);
        try (Clip clip = open(file)) {
            assertEquals(2, clip.info().frames());
            assertEquals(0xFF000000, clip.frame(1).argb(7, 3));
            assertEquals(0xFF464646, clip.frame(0).argb(7, 3));
            String said = String.join(" ", clip.info().warnings());
            assertTrue(said.contains("1 pages of another size"), said);
            assertTrue(said.contains("25 frames a second"), said);
        }
    }

    @Test
    void theResolutionOfATiffIsNeverTakenForMillimetres() throws IOException {
        try (Clip clip = open(Files.write(folder.resolve("a.tif"), tinyTiff(4, 4, 42, 8, "")))) {
            assertTrue(String.join(" ", clip.info().warnings()).contains("no millimetres are taken"));
            assertTrue(clip.info().calibration().overallScale() instanceof Scale.Unknown);
            assertEquals(0xFF050505, clip.frame(0).argb(1, 1));
        }
    }

    @Test
    void tiffsThatAreNotReadOrDangerousAreRefusedInASentence() throws IOException {
        assertTrue(refusal(tinyTiff(4, 4, 43, 8, "")).contains("BigTIFF"));
        assertTrue(refusal(tinyTiff(4, 4, 42, 8, "ImageJ=1.53\nimages=90\n")).contains("ImageJ stack of 90"));
        assertTrue(refusal(tinyTiff(60_000, 60_000, 42, 8, "")).contains("60000 × 60000 pixels is larger"));
        assertTrue(refusal(tinyTiff(4, 4, 42, 32, "")).contains("32 bits"));
        byte[] circle = tinyTiff(4, 4, 42, 8, "");
        ByteBuffer.wrap(circle).order(ByteOrder.LITTLE_ENDIAN).putInt(8 + 2 + 12 * 11, 8);
        assertTrue(refusal(circle).contains("runs in a circle (at byte 8)"));
    }

    @Test
    void aHugePngIsRefusedBeforeItIsUnpackedAndItsTextsAreNotLookedAt() throws IOException {
        byte[] png = Files.readAllBytes(write(picture(BufferedImage.TYPE_BYTE_GRAY), "png"));
        byte[] huge = png.clone();
        ByteBuffer.wrap(huge).putInt(16, 60_000).putInt(20, 60_000);
        assertTrue(refusal(huge).contains("larger"));
        assertTrue(refusal(Arrays.copyOf(png, png.length - 20)).contains("cut short (at byte"));
    }

    @Test
    void aJpegMadeForPrintIsRefused() throws IOException {
        byte[] jpeg = Files.readAllBytes(write(picture(BufferedImage.TYPE_3BYTE_BGR), "jpg"));
        int sof = indexOf(jpeg, (byte) 0xFF, (byte) 0xC0);
        byte[] cmyk = new byte[jpeg.length + 3];
        System.arraycopy(jpeg, 0, cmyk, 0, sof + 19);
        System.arraycopy(jpeg, sof + 19, cmyk, sof + 22, jpeg.length - sof - 19);
        cmyk[sof + 3] = 20;
        cmyk[sof + 9] = 4;
        cmyk[sof + 19] = 4;
        cmyk[sof + 20] = 0x11;
        assertTrue(refusal(cmyk).contains("CMYK"), refusal(cmyk));
    }

    @Test
    void aPhotographStandsTheWayUpThatTheCameraWroteDown() throws IOException {
        BufferedImage image = new BufferedImage(W, H, BufferedImage.TYPE_3BYTE_BGR);
        for (int x = 0; x < W; x++) {
            for (int y = 0; y < H / 2; y++) {
                image.setRGB(x, y, 0xFFFFFFFF);
            }
        }
        byte[] jpeg = Files.readAllBytes(write(image, "jpg"));
        byte[] exif = exif(6);
        byte[] turned = new byte[jpeg.length + exif.length];
        System.arraycopy(jpeg, 0, turned, 0, 2);
        System.arraycopy(exif, 0, turned, 2, exif.length);
        System.arraycopy(jpeg, 2, turned, 2 + exif.length, jpeg.length - 2);
        try (Clip clip = open(Files.write(folder.resolve("turned.jpg"), turned))) {
            assertEquals(H, clip.info().columns());
            assertEquals(W, clip.info().rows());
            // Orientation 6: the stored top is the right-hand side.
            assertTrue((clip.frame(0).argb(H - 2, 5) & 255) > 240);
            assertTrue((clip.frame(0).argb(1, 5) & 255) < 15);
            assertTrue(String.join(" ", clip.info().warnings()).contains("turned the way up"));
        }
    }

    @Test
    void textThatBeginsLikeAPictureIsNone() {
        assertEquals(Fit.NO, reader.fit("BMI 23, no complaints at all so far".getBytes(StandardCharsets.UTF_8)));
        assertEquals(Fit.NO, reader.fit(new byte[0]));
    }

    @Test
    void damagedPicturesBringNoOtherExceptionThanTheirOwn() throws IOException {
        Random random = new Random(11);
        List<byte[]> seeds = List.of(Files.readAllBytes(write(picture(BufferedImage.TYPE_3BYTE_BGR), "png")),
                Files.readAllBytes(write(picture(BufferedImage.TYPE_3BYTE_BGR), "jpg")),
                Files.readAllBytes(tiff(picture(BufferedImage.TYPE_3BYTE_BGR))),
                Files.readAllBytes(write(picture(BufferedImage.TYPE_3BYTE_BGR), "gif")),
                Files.readAllBytes(write(picture(BufferedImage.TYPE_3BYTE_BGR), "bmp")));
        int shown = 0;
        for (int i = 0; i < Integer.getInteger("foramen.picture.mutations", 600); i++) {
            byte[] bytes = seeds.get(i % seeds.size()).clone();
            for (int n = 0; n < 1 + random.nextInt(4); n++) {
                bytes[8 + random.nextInt(bytes.length - 8)] = (byte) random.nextInt(256);
            }
            Path file = Files.write(folder.resolve("mutated"), bytes);
            try (Clip clip = open(file)) {
                clip.frame(0);
                shown++;
            } catch (ClipException e) {
                assertFalse(String.valueOf(e.getMessage()).isBlank());
            }
        }
        assertTrue(shown > 0);
    }

    private static int indexOf(byte[] bytes, byte a, byte b) {
        for (int i = 0; i + 1 < bytes.length; i++) {
            if (bytes[i] == a && bytes[i + 1] == b) {
                return i;
            }
        }
        throw new AssertionError("There is no such marker");
    }

    private static byte[] exif(int orientation) {
        ByteBuffer b = ByteBuffer.allocate(36).putShort((short) 0xFFE1).putShort((short) 34);
        b.put("Exif\0\0MM\0*".getBytes(StandardCharsets.ISO_8859_1)).putInt(8).putShort((short) 1);
        b.putShort((short) 274).putShort((short) 3).putInt(1).putShort((short) orientation).putShort((short) 0);
        return b.array();
    }

    /** One strip of 4 × 4 grey pixels, each its own number, with whatever the directory is to claim. */
    private static byte[] tinyTiff(int columns, int rows, int magic, int bits, String description) {
        byte[] text = Arrays.copyOf(description.getBytes(StandardCharsets.US_ASCII),
                Math.max(8, description.length() + 1));
        int data = 8 + 2 + 12 * 11 + 4;
        ByteBuffer b = ByteBuffer.allocate(data + 16 + 8 + text.length).order(ByteOrder.LITTLE_ENDIAN);
        b.put((byte) 'I').put((byte) 'I').putShort((short) magic).putInt(8).putShort((short) 11);
        int[][] fields = {{256, 4, 1, columns}, {257, 4, 1, rows}, {258, 3, 1, bits}, {259, 3, 1, 1}, {262, 3, 1, 1},
                {270, 2, text.length, data + 24}, {273, 4, 1, data}, {277, 3, 1, 1}, {278, 4, 1, rows}, {279, 4, 1, 16},
                {282, 5, 1, data + 16}};
        for (int[] f : fields) {
            b.putShort((short) f[0]).putShort((short) f[1]).putInt(f[2]).putInt(f[3]);
        }
        b.putInt(0);
        for (int i = 0; i < 16; i++) {
            b.put((byte) i);
        }
        return b.putInt(300).putInt(1).put(text).array();
    }
}
