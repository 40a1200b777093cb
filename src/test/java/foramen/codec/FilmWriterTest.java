package foramen.codec;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilmWriterTest {
    private static final int WIDTH = 192;
    private static final int HEIGHT = 128;

    private final Path folder;

    FilmWriterTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void everyPictureOfAnMp4IsReadBackInItsOrderAndAtItsTime() throws IOException {
        Path file = folder.resolve("film.mp4");
        double[] times = new double[48];
        try (FilmWriter film = FilmWriter.mp4(file, WIDTH, HEIGHT, 25, "Foramen 0.0.0")) {
            for (int i = 0; i < 48; i++) {
                times[i] = i * 40 + (i % 3) * 7.5;
                film.add(picture(i), times[i]);
            }
            film.finish(2000);
        }
        try (VideoStream read = new VideoCodec().open(VideoSource.of(file))) {
            assertEquals(48, read.frames());
            double[] increments = read.increments().orElseThrow();
            for (int i = 0; i < 48; i++) {
                assertEquals(i, BarcodeFilm.number(read.frame(i), WIDTH));
                assertEquals(i == 0 ? 0 : times[i] - times[i - 1], increments[i], 0.02);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"192, 128", "191, 128", "192, 127", "63, 33", "16, 16"})
    void greysAndColoursStayWithinAFewSteps(int width, int height) throws IOException {
        Path file = folder.resolve("film.mp4");
        int[] picture = smooth(width, height);
        try (FilmWriter film = FilmWriter.mp4(file, width, height, 30, "Foramen 0.0.0")) {
            film.add(picture, 0);
            film.add(picture, 33.3);
            film.finish(66.7);
        }
        try (VideoStream read = new VideoCodec().open(VideoSource.of(file))) {
            assertEquals(width + (width & 1), read.columns());
            assertEquals(height + (height & 1), read.rows());
            int[] back = read.frame(1);
            // Chroma has half the resolution, so the pixels beside the edge of the colour are left out.
            double sum = 0;
            int counted = 0;
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    if (Math.abs(x - width / 2) > 2 && Math.abs(y - height / 2) > 2) {
                        sum += apart(picture[y * width + x], back[y * read.columns() + x]);
                        counted++;
                    }
                }
            }
            assertTrue(sum / counted < 3, "mean difference of " + sum / counted);
        }
    }

    @Test
    void theIndexOfAnMp4StandsInFront() throws IOException {
        Path file = folder.resolve("film.mp4");
        try (FilmWriter film = FilmWriter.mp4(file, WIDTH, HEIGHT, 25, "Foramen 0.0.0")) {
            film.add(picture(0), 0);
            film.finish(40);
        }
        String bytes = Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1);
        assertTrue(bytes.indexOf("moov") < bytes.indexOf("mdat"), "moov after mdat");
    }

    @Test
    void aGifHasItsPicturesAndHundredths() throws IOException {
        Path file = folder.resolve("film.gif");
        ColourPalette.Census census = new ColourPalette.Census();
        int[][] pictures = {smooth(64, 48), smooth(64, 48), smooth(64, 48)};
        new Random(5).ints(400, 0, 64 * 48).forEach(i -> pictures[1][i] = 0xFFFFD400);
        new Random(6).ints(400, 0, 64 * 48).forEach(i -> pictures[2][i] = 0xFF00C8E0);
        for (int[] p : pictures) {
            census.add(p);
        }
        try (FilmWriter film = FilmWriter.gif(file, 64, 48, 30, census.palette())) {
            for (int i = 0; i < 3; i++) {
                film.add(pictures[i], i * 1000 / 30.0);
            }
            film.finish(100);
        }
        ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
        try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
            reader.setInput(in);
            assertEquals(3, reader.getNumImages(true));
            int[] first = reader.read(0).getRGB(0, 0, 64, 48, null, 0, 64);
            int worst = 0;
            for (int i = 0; i < first.length; i++) {
                worst = Math.max(worst, apart(pictures[0][i], first[i]));
            }
            assertTrue(worst <= 24, "worst difference of " + worst);
            String times = "";
            for (int i = 0; i < 3; i++) {
                var tree = (org.w3c.dom.Element) reader.getImageMetadata(i).getAsTree("javax_imageio_gif_image_1.0");
                times += ((org.w3c.dom.Element) tree.getElementsByTagName("GraphicControlExtension").item(0))
                        .getAttribute("delayTime") + " ";
            }
            assertEquals("3 4 3 ", times);
        } finally {
            reader.dispose();
        }
    }

    @Test
    void aPaletteOfGreysAloneKeepsEveryGrey() {
        ColourPalette.Census census = new ColourPalette.Census();
        int[] greys = java.util.stream.IntStream.range(0, 256).map(g -> 0xFF000000 | g * 0x010101).toArray();
        census.add(greys);
        ColourPalette palette = census.palette();
        int[] kept = java.util.Arrays.stream(greys).map(g -> palette.colours()[palette.nearest(g)]).toArray();
        assertArrayEquals(greys, kept);
    }

    @Test
    void aFolderThatIsNotThereIsSaid() {
        Path nowhere = folder.resolve("absent").resolve("film.mp4");
        CodecException e = assertThrows(CodecException.class,
                () -> FilmWriter.mp4(nowhere, 64, 48, 25, "Foramen 0.0.0").close());
        assertTrue(String.valueOf(e.getMessage()).contains("No such file"), e.getMessage());
    }

    private static int[] picture(int number) {
        byte[] grey = BarcodeFilm.picture(number);
        int[] argb = new int[WIDTH * HEIGHT];
        for (int i = 0; i < argb.length; i++) {
            argb[i] = 0xFF000000 | (grey[i] & 0xFF) * 0x010101;
        }
        return argb;
    }

    private static int[] smooth(int width, int height) {
        int[] argb = new int[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int grey = 255 * (x + y) / (width + height);
                argb[y * width + x] = 0xFF000000
                        | (y > height / 2 && x < width / 2 ? grey << 16 | 0x4000 : grey * 0x010101);
            }
        }
        return argb;
    }

    private static int apart(int a, int b) {
        return Math.max(Math.abs((a >> 16 & 0xFF) - (b >> 16 & 0xFF)),
                Math.max(Math.abs((a >> 8 & 0xFF) - (b >> 8 & 0xFF)), Math.abs((a & 0xFF) - (b & 0xFF))));
    }
}
