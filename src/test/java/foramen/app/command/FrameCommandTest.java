package foramen.app.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.app.Terminal;
import foramen.app.TestClips;
import foramen.dicom.read.DicomClipReader;
import foramen.domain.clip.Clip;
import foramen.domain.clip.Frame;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrameCommandTest {
    private final Path folder;
    private final Terminal terminal;

    FrameCommandTest(@TempDir Path folder) {
        this.folder = folder;
        this.terminal = new Terminal(folder.resolve("home"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a-piriformis-right-swollen", "variant-rgb", "variant-rle", "variant-monochrome2",
            "variant-palette"})
    void thePictureIsTheDecodedFramePixelForPixel(String name) throws Exception {
        Path clip = Terminal.sample(name + ".dcm");
        for (int number : List.of(1, 17, 60)) {
            Path png = folder.resolve(name + number + ".png");
            assertEquals(png + System.lineSeparator(), terminal.run("frame", clip, "-n", number, "-o", png).text());
            try (Clip opened = new DicomClipReader().open(clip)) {
                Frame frame = opened.frame(number - 1);
                BufferedImage picture = ImageIO.read(png.toFile());
                assertEquals(frame.columns(), picture.getWidth());
                assertEquals(frame.rows(), picture.getHeight());
                assertArrayEquals(frame.argb(), picture.getRGB(0, 0, frame.columns(), frame.rows(), null, 0,
                        frame.columns()));
            }
        }
    }

    @Test
    void framesAreCountedFromOne() throws Exception {
        Path clip = TestClips.calibrated(folder);
        for (int number = 1; number <= 3; number++) {
            Path png = folder.resolve(number + ".png");
            terminal.run("frame", clip, "-n", number, "-o", png).text();
            assertEquals(0xFF000000 | number * 0x101010, ImageIO.read(png.toFile()).getRGB(7, 7));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 61})
    void aFrameThatIsNotThereFailsAndWritesNothing(int number) {
        Path png = folder.resolve("x.png");
        String said = terminal.run("frame", Terminal.sample("variant-rle.dcm"), "-n", number, "-o", png).failure(1);
        assertTrue(said.contains("variant-rle.dcm has 60 frames, so there is no frame " + number), said);
        assertFalse(Files.exists(png));
    }

    @Test
    void aFolderThatIsNotThereIsNamed() {
        Path png = folder.resolve("absent").resolve("x.png");
        String said = terminal.run("frame", Terminal.sample("variant-rle.dcm"), "-o", png).failure(1);
        assertTrue(said.contains("the folder " + png.getParent() + " is not there"), said);
    }

    @Test
    void aFolderInPlaceOfAFileIsRefused() {
        String said = terminal.run("frame", Terminal.sample("variant-rle.dcm"), "-o", folder).failure(1);
        assertTrue(said.contains(folder + " is a folder"), said);
    }

    @Test
    void theClipIsNeverOverwrittenWithItsOwnPicture() throws IOException {
        Path clip = Files.copy(Terminal.sample("variant-rle.dcm"), folder.resolve("clip.dcm"));
        byte[] before = Files.readAllBytes(clip);
        String said = terminal.run("frame", clip, "-o", folder.resolve(".").resolve("clip.dcm")).failure(1);
        assertTrue(said.contains("is the clip itself"), said);
        assertArrayEquals(before, Files.readAllBytes(clip));
    }

    @Test
    void anOutputIsNeeded() {
        assertTrue(terminal.run("frame", Terminal.sample("variant-rle.dcm")).failure(2).contains("--output"));
    }
}
