package foramen.ui.viewer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import foramen.dicom.io.DicomFile;
import foramen.dicom.io.DicomReader;
import foramen.domain.clip.Frame;
import foramen.ui.support.Words;
import foramen.workspace.display.PictureFilter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PictureLookTest {
    /** Every grey, and one pixel of Doppler. */
    private static Frame greys() {
        int[] argb = new int[257];
        for (int v = 0; v < 256; v++) {
            argb[v] = 0xFF000000 | v << 16 | v << 8 | v;
        }
        argb[256] = 0xFFC02010;
        return new Frame(257, 1, argb);
    }

    private static int[] shown(PictureLook look) {
        int[] out = new int[257];
        look.apply(greys(), WindowLevel.NEUTRAL, out);
        return out;
    }

    @Test
    void thePlainLookShowsWhatIsStored() {
        assertArrayEquals(greys().argb(), shown(PictureLook.PLAIN));
    }

    @Test
    void invertedTwiceIsPlainAndDopplerKeepsItsHue() {
        int[] inverted = shown(PictureLook.PLAIN.turned());
        assertEquals(0xFFFFFFFF, inverted[0]);
        assertEquals(0xFF000000, inverted[255]);
        assertEquals(0xFFC02010, inverted[256]);
        assertEquals(PictureLook.PLAIN, PictureLook.PLAIN.turned().turned());
    }

    @Test
    void gammaLiftsTheDarkAndLeavesBlackAndWhite() {
        int[] lifted = shown(PictureLook.PLAIN.withGamma(2));
        assertEquals(0xFF000000, lifted[0]);
        assertEquals(0xFFFFFFFF, lifted[255]);
        // 255 * sqrt(64 / 255) = 127.7
        assertEquals(128, lifted[64] & 0xFF);
    }

    @Test
    void inEveryColourMapBrighterMeansMore() {
        for (ColourMap map : ColourMap.ALL) {
            double last = -1;
            for (int colour : map.colours()) {
                double luminance = 0.2126 * (colour >> 16 & 0xFF) + 0.7152 * (colour >> 8 & 0xFF)
                        + 0.0722 * (colour & 0xFF);
                assertTrue(luminance >= last, map.id());
                last = luminance;
            }
            assertEquals(256, map.colours().size());
        }
        assertEquals(0xFF800000, ColourMap.ALL.get(1).colours().get(64) & 0xFFFE0000);
    }

    /** What pydicom ships of the well-known palettes, PS3.6 Annex B; skipped where that is not installed. */
    @ParameterizedTest
    @CsvSource({"hot-iron, hotiron.dcm", "hot-metal-blue, hotmetalblue.dcm"})
    void thePalettesOfTheStandardAreItsOwnValueByValue(String id, String file) throws Exception {
        Path palette = Path.of("/usr/lib/python3/dist-packages/pydicom/data/palettes", file);
        assumeTrue(Files.exists(palette), "pydicom's palettes are not installed");
        List<Integer> expected = new ArrayList<>();
        try (DicomFile read = new DicomReader().read(palette)) {
            byte[] red = read.data().bytes(0x00281201);
            byte[] green = read.data().bytes(0x00281202);
            byte[] blue = read.data().bytes(0x00281203);
            for (int v = 0; v < 256; v++) {
                expected.add(0xFF000000 | (red[v] & 0xFF) << 16 | (green[v] & 0xFF) << 8 | (blue[v] & 0xFF));
            }
        }
        assertEquals(expected,
                ColourMap.ALL.stream().filter(m -> m.id().equals(id)).findFirst().orElseThrow().colours());
    }

    @Test
    void whateverTheDisplayDoesIsSaidAndANewClipIsPlain() {
        ViewerViewModel model = new ViewerViewModel(Words.in(Locale.ENGLISH, Locale.US));
        assertEquals("", model.lookWords());
        model.lookProperty().set(PictureLook.PLAIN.turned().withGamma(1.5).withMap(ColourMap.GREY.next())
                .withFilter(PictureFilter.MEDIAN));
        assertEquals("Median filter · Inverted · Gamma 1.5 · Hot iron – for the eye only", model.lookWords());
        model.showPicture(10, 10);
        assertEquals(PictureLook.PLAIN, model.lookProperty().get());
    }
}
