package foramen.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import foramen.domain.delivery.ExportKind;
import foramen.testing.Cases;
import foramen.testing.FakeClip;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.plugins.tiff.BaselineTIFFTagSet;
import javax.imageio.plugins.tiff.TIFFDirectory;
import org.junit.jupiter.api.Test;

class PrintSizeTest {
    @Test
    void aPngSays300DotsAnInch() throws IOException {
        IIOMetadataNode root = (IIOMetadataNode) metadata(PictureFormat.PNG, "png").getAsTree("javax_imageio_png_1.0");
        IIOMetadataNode size = (IIOMetadataNode) root.getElementsByTagName("pHYs").item(0);
        assertEquals("11811", size.getAttribute("pixelsPerUnitXAxis"));
        assertEquals("11811", size.getAttribute("pixelsPerUnitYAxis"));
        assertEquals("meter", size.getAttribute("unitSpecifier"));
    }

    @Test
    void aJpegSays300DotsAnInch() throws IOException {
        IIOMetadataNode root = (IIOMetadataNode) metadata(PictureFormat.JPEG, "jpeg")
                .getAsTree("javax_imageio_jpeg_image_1.0");
        IIOMetadataNode jfif = (IIOMetadataNode) root.getElementsByTagName("app0JFIF").item(0);
        assertEquals("1", jfif.getAttribute("resUnits"));
        assertEquals("300", jfif.getAttribute("Xdensity"));
        assertEquals("300", jfif.getAttribute("Ydensity"));
    }

    @Test
    void aTiffSays300DotsAnInch() throws IOException {
        TIFFDirectory directory = TIFFDirectory.createFromMetadata(metadata(PictureFormat.TIFF, "tiff"));
        assertEquals(300, directory.getTIFFField(BaselineTIFFTagSet.TAG_X_RESOLUTION).getAsDouble(0));
        assertEquals(300, directory.getTIFFField(BaselineTIFFTagSet.TAG_Y_RESOLUTION).getAsDouble(0));
        assertEquals(BaselineTIFFTagSet.RESOLUTION_UNIT_INCH,
                directory.getTIFFField(BaselineTIFFTagSet.TAG_RESOLUTION_UNIT).getAsInt(0));
    }

    @Test
    void aPictureForPrintFillsAPageAndMakesNoPixelUp() throws IOException {
        byte[] tiff = Exports.bytes(new CleanImageExporter(ExportKind.CLEAN_PRINT, PictureFormat.TIFF), Cases.full(),
                FakeClip.calibrated());
        BufferedImage large = Exports.image(tiff);
        int factor = large.getWidth() / FakeClip.COLUMNS;
        assertEquals(PrintSize.factor(FakeClip.COLUMNS, FakeClip.ROWS), factor);
        assertEquals(FakeClip.ROWS * factor, large.getHeight());
        for (int y = 0; y < large.getHeight(); y += 7) {
            for (int x = 0; x < large.getWidth(); x += 7) {
                assertEquals(FakeClip.pixel(x / factor, y / factor, Cases.FRAME), large.getRGB(x, y));
            }
        }
    }

    @Test
    void theFactorFillsAHundredAndSeventyMillimetres() {
        assertEquals(1, PrintSize.factor(2008, 100));
        assertEquals(2, PrintSize.factor(2007, 100));
        assertEquals(8, PrintSize.factor(10, 10));
    }

    private static javax.imageio.metadata.IIOMetadata metadata(PictureFormat format, String name) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        format.write(new BufferedImage(8, 6, BufferedImage.TYPE_INT_RGB), "Foramen 0.0.0", out);
        var reader = ImageIO.getImageReadersByFormatName(name).next();
        try (var in = ImageIO.createImageInputStream(new ByteArrayInputStream(out.toByteArray()))) {
            reader.setInput(in);
            return reader.getImageMetadata(0);
        } finally {
            reader.dispose();
        }
    }
}
