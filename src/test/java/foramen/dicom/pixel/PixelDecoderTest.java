package foramen.dicom.pixel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.codec.CodecException;
import foramen.codec.FfmpegPictures;
import foramen.codec.ImageIoJpeg;
import foramen.codec.JpegCodec;
import foramen.dicom.data.Tag;
import foramen.dicom.data.TransferSyntax;
import foramen.dicom.io.DicomBytes;
import foramen.dicom.io.DicomException;
import foramen.dicom.io.DicomReader;
import foramen.dicom.io.MemoryByteSource;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class PixelDecoderTest {
    private static final String EXPLICIT = TransferSyntax.EXPLICIT_LITTLE_ENDIAN.uid();
    private static final int BLACK = 0xFF000000;
    private static final int WHITE = 0xFFFFFFFF;

    private static DicomBytes head() {
        return DicomBytes.explicit().text(Tag.SOP_CLASS_UID, "UI", "1.2.840.10008.5.1.4.1.1.6.1");
    }

    private static PixelDecoder decoder(String syntax, DicomBytes body) throws IOException {
        return new PixelDecoder(
                new DicomReader().read(new MemoryByteSource(DicomBytes.file(syntax, body.bytes()))), new ImageIoJpeg(),
                new FfmpegPictures());
    }

    private static int[] first(DicomBytes body) throws IOException {
        return decoder(EXPLICIT, body).decode(0).argb();
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    private static DicomBytes rgb(int planar, int... values) {
        return head().picture(1, 2, 3, "RGB", 8).number(Tag.PLANAR_CONFIGURATION, "US", 2, planar)
                .bytes(Tag.PIXEL_DATA, "OB", bytes(values));
    }

    @Test
    void coloursLieSideBySideOrPlaneByPlane() throws IOException {
        int[] expected = {0xFF010203, 0xFF0A0B0C};
        assertArrayEquals(expected, first(rgb(0, 1, 2, 3, 10, 11, 12)));
        assertArrayEquals(expected, first(rgb(1, 1, 10, 2, 11, 3, 12)));
    }

    @Test
    void chromaOfTwoPixelsIsShared() throws IOException {
        DicomBytes body = head().picture(1, 2, 3, "YBR_FULL_422", 8).bytes(Tag.PIXEL_DATA, "OB",
                bytes(255, 0, 128, 128));
        assertArrayEquals(new int[]{WHITE, BLACK}, first(body));
        // Three bytes a pixel contradict the label.
        DicomBytes full = head().picture(1, 2, 3, "YBR_FULL_422", 8).bytes(Tag.PIXEL_DATA, "OB",
                bytes(255, 128, 128, 0, 128, 128));
        assertArrayEquals(new int[]{WHITE, BLACK}, first(full));
    }

    @Test
    void eightBitGreyIsShownAsItIsAndMonochrome1Inverted() throws IOException {
        assertArrayEquals(new int[]{0xFF070707, 0xFFC8C8C8},
                first(head().picture(1, 2, 1, "MONOCHROME2", 8).bytes(Tag.PIXEL_DATA, "OB", bytes(7, 200))));
        assertArrayEquals(new int[]{WHITE, BLACK},
                first(head().picture(1, 2, 1, "MONOCHROME1", 8).bytes(Tag.PIXEL_DATA, "OB", bytes(0, 255))));
    }

    @Test
    void sixteenBitsGoThroughTheWindowOrTheirOwnRange() throws IOException {
        byte[] words = bytes(0, 0, 0, 1, 0, 2, 0, 4);
        assertArrayEquals(new int[]{BLACK, 0xFF404040, 0xFF808080, WHITE},
                first(head().picture(1, 4, 1, "MONOCHROME2", 16).bytes(Tag.PIXEL_DATA, "OW", words)));
        DicomBytes windowed = head().picture(1, 4, 1, "MONOCHROME2", 16).text(Tag.WINDOW_CENTER, "DS", "256")
                .text(Tag.WINDOW_WIDTH, "DS", "2").bytes(Tag.PIXEL_DATA, "OW", words);
        assertArrayEquals(new int[]{BLACK, WHITE, WHITE, WHITE}, first(windowed));
    }

    @Test
    void singleBitsFollowOneAnotherAcrossFrames() throws IOException {
        PixelDecoder d = decoder(EXPLICIT, head().picture(1, 3, 1, "MONOCHROME2", 1)
                .text(Tag.NUMBER_OF_FRAMES, "IS", "2").bytes(Tag.PIXEL_DATA, "OB", bytes(0b00_110_001, 0)));
        assertArrayEquals(new int[]{WHITE, BLACK, BLACK}, d.decode(0).argb());
        assertArrayEquals(new int[]{BLACK, WHITE, WHITE}, d.decode(1).argb());
    }

    @Test
    void aPaletteClampsItsIndices() throws IOException {
        DicomBytes body = head().picture(1, 4, 1, "PALETTE COLOR", 8);
        for (int c = 0; c < 3; c++) {
            body.bytes(Tag.RED_PALETTE_DESCRIPTOR + c, "US", bytes(2, 0, 5, 0, 16, 0));
        }
        for (int c = 0; c < 3; c++) {
            body.bytes(Tag.RED_PALETTE_DATA + c, "OW", bytes(0, 0x10 + c, 0, 0x20 + c));
        }
        body.bytes(Tag.PIXEL_DATA, "OB", bytes(0, 5, 6, 99));
        assertArrayEquals(new int[]{0xFF101112, 0xFF101112, 0xFF202122, 0xFF202122}, first(body));
    }

    @Test
    void aSegmentedPaletteIsExpanded() throws DicomException {
        // Discrete 10, 20; linear 4 steps to 60; the first segment again; then the second, 8 bytes from the start.
        int[] expanded = SegmentedPalette.expand(new int[]{0, 2, 10, 20, 1, 4, 60, 2, 1, 0, 0, 2, 1, 8, 0}, 12, false);
        assertArrayEquals(new int[]{10, 20, 30, 40, 50, 60, 10, 20, 30, 40, 50, 60}, expanded);
        int[] octets = SegmentedPalette.expand(new int[]{0, 2, 10, 20, 1, 4, 60, 2, 1, 4, 0, 0, 0}, 12, true);
        assertArrayEquals(new int[]{10, 20, 30, 40, 50, 60, 60, 60, 60, 60}, octets);
        assertThrows(DicomException.class, () -> SegmentedPalette.expand(new int[]{9, 9}, 8, false));
    }

    private static DicomBytes jpegs(List<byte[]> fragments, int stated, int columns, int rows) {
        DicomBytes body = head().picture(rows, columns, 3, "YBR_FULL_422", 8);
        if (stated > 0) {
            body.text(Tag.NUMBER_OF_FRAMES, "IS", Integer.toString(stated));
        }
        body.header(Tag.PIXEL_DATA, "OB", DicomBytes.UNDEFINED).mark(Tag.ITEM, 0);
        fragments.forEach(f -> body.mark(Tag.ITEM, f.length).raw(f));
        return body.mark(Tag.SEQUENCE_END, 0);
    }

    private static byte[] stream(int grey) throws CodecException {
        int[] argb = new int[64];
        Arrays.fill(argb, BLACK | (grey * 0x010101));
        byte[] s = new ImageIoJpeg().encode(argb, 8, 8, 0.9, JpegCodec.Chroma.HALF);
        return Arrays.copyOf(s, (s.length + 1) / 2 * 2);
    }

    @Test
    void framesInSeveralFragmentsAreFoundByTheirEndMarks() throws IOException {
        byte[] a = stream(40);
        byte[] b = stream(200);
        List<byte[]> pieces = List.of(Arrays.copyOf(a, 100), Arrays.copyOfRange(a, 100, a.length), b);
        for (int stated : new int[]{2, 0}) {
            PixelDecoder d = decoder(TransferSyntax.JPEG_BASELINE.uid(), jpegs(pieces, stated, 8, 8));
            assertEquals(2, d.frames());
            assertEquals(200, d.decode(1).argb(3, 3) & 0xFF, 1);
            assertEquals(40, d.decode(0).argb(3, 3) & 0xFF, 1);
            assertEquals(stated == 0 ? 1 : 0, d.warnings().size());
        }
    }

    @Test
    void aDamagedFrameLeavesTheOthersGood() throws IOException {
        PixelDecoder d = decoder(TransferSyntax.JPEG_BASELINE.uid(),
                jpegs(List.of(stream(40), bytes(1, 2, 3, 4), stream(90)), 3, 8, 8));
        assertThrows(CodecException.class, () -> d.decode(1));
        assertEquals(90, d.decode(2).argb(0, 0) & 0xFF, 1);
    }

    @Test
    void aStreamOfAnotherSizeIsRefused() throws IOException {
        PixelDecoder d = decoder(TransferSyntax.JPEG_BASELINE.uid(), jpegs(List.of(stream(1)), 1, 9, 8));
        assertThrows(CodecException.class, () -> d.decode(0));
    }

    @Test
    void aWrongNumberOfFramesIsCorrectedWithAWord() throws IOException {
        DicomBytes body = head().picture(1, 2, 1, "MONOCHROME2", 8).text(Tag.NUMBER_OF_FRAMES, "IS", "9")
                .bytes(Tag.PIXEL_DATA, "OB", bytes(1, 2, 3, 4));
        PixelDecoder d = decoder(EXPLICIT, body);
        assertEquals(2, d.frames());
        assertTrue(d.warnings().getFirst().contains("states 9 frames"));
    }
}
