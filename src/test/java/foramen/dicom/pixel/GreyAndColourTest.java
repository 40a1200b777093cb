package foramen.dicom.pixel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.codec.FfmpegPictures;
import foramen.codec.ImageIoJpeg;
import foramen.codec.RleCodec;
import foramen.dicom.data.Tag;
import foramen.dicom.data.TransferSyntax;
import foramen.dicom.io.DicomBytes;
import foramen.dicom.io.DicomException;
import foramen.dicom.io.DicomReader;
import foramen.dicom.io.MemoryByteSource;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;

class GreyAndColourTest {
    private static final int BLACK = 0xFF000000;
    private static final int WHITE = 0xFFFFFFFF;

    private static PixelDecoder decoder(TransferSyntax syntax, DicomBytes body) throws IOException {
        return new PixelDecoder(
                new DicomReader().read(new MemoryByteSource(DicomBytes.file(syntax.uid(), body.bytes()))),
                new ImageIoJpeg(), new FfmpegPictures());
    }

    private static int[] first(DicomBytes body) throws IOException {
        return decoder(TransferSyntax.EXPLICIT_LITTLE_ENDIAN, body).decode(0).argb();
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    private static DicomBytes grey(int columns, int bits) {
        return DicomBytes.explicit().picture(1, columns, 1, "MONOCHROME2", bits);
    }

    private static DicomBytes table(int tag, byte[] descriptor, byte[] data) {
        byte[] item = DicomBytes.explicit().bytes(Tag.LUT_DESCRIPTOR, "US", descriptor)
                .bytes(Tag.LUT_DATA, "OW", data).bytes();
        return DicomBytes.explicit().header(tag, "SQ", item.length + 8L).mark(Tag.ITEM, item.length).raw(item);
    }

    private static int opaque(int grey) {
        return BLACK | grey * 0x010101;
    }

    @Test
    void windowsFollowTheirFunction() throws IOException {
        for (String function : List.of("LINEAR", "LINEAR_EXACT", "SIGMOID")) {
            DicomBytes body = grey(4, 8).text(Tag.WINDOW_CENTER, "DS", "100").text(Tag.WINDOW_WIDTH, "DS", "50")
                    .text(Tag.VOI_LUT_FUNCTION, "CS", function).bytes(Tag.PIXEL_DATA, "OB", bytes(0, 100, 110, 200));
            int[] expected = switch (function) {
                // ((x - 99.5) / 49 + 0.5) × 255, (x - 100) / 50 + 0.5, 1 / (1 + exp(-4 (x - 100) / 50))
                case "LINEAR" -> new int[]{0, 130, 182, 255};
                case "LINEAR_EXACT" -> new int[]{0, 128, 179, 255};
                default -> new int[]{0, 128, 176, 255};
            };
            assertArrayEquals(Arrays.stream(expected).map(GreyAndColourTest::opaque).toArray(), first(body), function);
        }
    }

    @Test
    void aVoiTableMapsWhatTheModalityTableGives() throws IOException {
        DicomBytes body = grey(4, 8)
                .raw(table(Tag.MODALITY_LUT_SEQUENCE, bytes(3, 0, 10, 0, 16, 0), bytes(5, 0, 6, 0, 7, 0)).bytes())
                .raw(table(Tag.VOI_LUT_SEQUENCE, bytes(3, 0, 5, 0, 8, 0), bytes(0, 0, 51, 0, 255, 0)).bytes())
                .bytes(Tag.PIXEL_DATA, "OB", bytes(0, 11, 12, 200));
        assertArrayEquals(new int[]{BLACK, opaque(51), WHITE, WHITE}, first(body));
    }

    @Test
    void theShapeInverseTurnsGreyAndPaddingStaysBlack() throws IOException {
        DicomBytes body = grey(4, 8).number(Tag.PIXEL_PADDING_VALUE, "US", 2, 7)
                .bytes(Tag.PIXEL_DATA, "OB", bytes(0, 7, 100, 255));
        assertArrayEquals(new int[]{BLACK, BLACK, opaque(100), WHITE}, first(body));
        DicomBytes inverse = DicomBytes.explicit().picture(1, 4, 1, "MONOCHROME1", 8)
                .number(Tag.PIXEL_PADDING_VALUE, "US", 2, 7).bytes(Tag.PIXEL_DATA, "OB", bytes(0, 7, 100, 255));
        assertArrayEquals(new int[]{WHITE, BLACK, opaque(155), BLACK}, first(inverse));
        DicomBytes shape = grey(2, 8).text(Tag.PRESENTATION_LUT_SHAPE, "CS", "INVERSE")
                .bytes(Tag.PIXEL_DATA, "OB", bytes(0, 255));
        assertArrayEquals(new int[]{WHITE, BLACK}, first(shape));
    }

    @Test
    void brightnessWithoutAWindowIsTheSameForAllFramesAndSaidSo() throws IOException {
        DicomBytes body = grey(2, 16).text(Tag.NUMBER_OF_FRAMES, "IS", "3")
                .bytes(Tag.PIXEL_DATA, "OW", bytes(100, 0, 100, 0, 0, 0, 200, 0, 44, 1, 144, 1));
        PixelDecoder d = decoder(TransferSyntax.EXPLICIT_LITTLE_ENDIAN, body);
        assertArrayEquals(new int[]{opaque(64), opaque(64)}, d.decode(0).argb());
        assertArrayEquals(new int[]{BLACK, opaque(128)}, d.decode(1).argb());
        assertArrayEquals(new int[]{opaque(191), WHITE}, d.decode(2).argb());
        assertTrue(d.warnings().getFirst().contains("least value 0 and white its greatest 400, by 3 of its 3 frames"),
                d.warnings().toString());
    }

    @Test
    void partialRangeIsSpread() throws IOException {
        DicomBytes body = DicomBytes.explicit().picture(1, 2, 3, "YBR_PARTIAL_422", 8)
                .number(Tag.PLANAR_CONFIGURATION, "US", 2, 0).bytes(Tag.PIXEL_DATA, "OB", bytes(16, 235, 128, 128));
        assertArrayEquals(new int[]{BLACK, WHITE}, first(body));
    }

    @Test
    void threeBytesUnderAHalfChromaLabelAreWhatMakesThemGrey() throws IOException {
        DicomBytes rgb = DicomBytes.explicit().picture(1, 2, 3, "YBR_FULL_422", 8).bytes(Tag.PIXEL_DATA, "OB",
                bytes(200, 200, 200, 0, 0, 0));
        assertArrayEquals(new int[]{opaque(200), BLACK}, first(rgb));
        DicomBytes ybr = DicomBytes.explicit().picture(1, 2, 3, "YBR_FULL_422", 8).bytes(Tag.PIXEL_DATA, "OB",
                bytes(200, 128, 128, 0, 128, 128));
        assertArrayEquals(new int[]{opaque(200), BLACK}, first(ybr));
    }

    @Test
    void undefinedAndRetiredColoursAreRefusedByName() {
        String quarter = assertThrows(DicomException.class, () -> first(DicomBytes.explicit()
                .picture(2, 2, 3, "YBR_PARTIAL_420", 8).bytes(Tag.PIXEL_DATA, "OB", new byte[6]))).getMessage();
        assertTrue(String.valueOf(quarter).contains("YBR_PARTIAL_420"), quarter);
        String argb = assertThrows(DicomException.class, () -> first(DicomBytes.explicit()
                .picture(2, 2, 4, "ARGB", 8).bytes(Tag.PIXEL_DATA, "OB", new byte[16]))).getMessage();
        assertTrue(String.valueOf(argb).contains("ARGB"), argb);
    }

    @Test
    void foreignTextIsNotRepeated() throws IOException {
        DicomBytes body = DicomBytes.explicit().picture(1, 2, 3, "Muster^\u001b[31m", 8).bytes(Tag.PIXEL_DATA, "OB",
                bytes(1, 2, 3, 4, 5, 6));
        assertArrayEquals(new int[]{0xFF010203, 0xFF040506}, first(body));
        assertEquals("RGB", decoder(TransferSyntax.EXPLICIT_LITTLE_ENDIAN, body).format().photometric());
    }

    private static DicomBytes fragments(DicomBytes body, byte[]... fragments) {
        body.header(Tag.PIXEL_DATA, "OB", DicomBytes.UNDEFINED).mark(Tag.ITEM, 0);
        for (byte[] f : fragments) {
            byte[] even = Arrays.copyOf(f, (f.length + 1) / 2 * 2);
            body.mark(Tag.ITEM, even.length).raw(even);
        }
        return body.mark(Tag.SEQUENCE_END, 0);
    }

    @Test
    void deflatedFramesAreInflatedAndNoFurtherThanAFrame() throws IOException {
        for (boolean bare : new boolean[]{true, false}) {
            Deflater deflater = new Deflater(9, bare);
            deflater.setInput(new byte[1 << 20]);
            deflater.finish();
            byte[] packed = new byte[4096];
            packed = Arrays.copyOf(packed, deflater.deflate(packed));
            deflater.end();
            assertArrayEquals(new int[]{BLACK, BLACK},
                    decoder(TransferSyntax.DEFLATED_FRAME, fragments(grey(2, 8), packed)).decode(0).argb());
        }
        PixelDecoder cut = decoder(TransferSyntax.DEFLATED_FRAME, fragments(grey(2, 8), bytes(0x62)));
        assertThrows(IOException.class, () -> cut.decode(0));
    }

    @Test
    void rleFramesInSeveralFragmentsAreFoundByTheirHeaders() throws IOException {
        byte[] a = RleCodec.encode(List.of(bytes(1, 2, 3, 4)), 4);
        byte[] b = RleCodec.encode(List.of(bytes(9, 9, 9, 8)), 4);
        DicomBytes body = fragments(grey(4, 8).text(Tag.NUMBER_OF_FRAMES, "IS", "2"), Arrays.copyOf(a, 66),
                Arrays.copyOfRange(a, 66, a.length), b);
        PixelDecoder d = decoder(TransferSyntax.RLE, body);
        assertEquals(2, d.frames());
        assertArrayEquals(new int[]{opaque(1), opaque(2), opaque(3), opaque(4)}, d.decode(0).argb());
        assertArrayEquals(new int[]{opaque(9), opaque(9), opaque(9), opaque(8)}, d.decode(1).argb());
    }

    @Test
    void missingMarksOfAPictureAreMadeGoodWithAWord() throws IOException {
        byte[] stream = new ImageIoJpeg().encodeGrey(new byte[64], 8, 8, 0.9);
        byte[] headless = Arrays.copyOfRange(stream, 2, stream.length);
        PixelDecoder d = decoder(TransferSyntax.JPEG_BASELINE,
                fragments(DicomBytes.explicit().picture(8, 8, 1, "MONOCHROME2", 8), headless));
        assertEquals(BLACK, d.decode(0).argb(3, 3));
        assertTrue(d.warnings().getFirst().contains("lacks the start mark"), d.warnings().toString());
        byte[] endless = Arrays.copyOf(stream, stream.length - 2);
        PixelDecoder e = decoder(TransferSyntax.JPEG_BASELINE,
                fragments(DicomBytes.explicit().picture(8, 8, 1, "MONOCHROME2", 8), endless));
        assertEquals(BLACK, e.decode(0).argb(3, 3));
        assertTrue(e.warnings().getFirst().contains("has no end mark"), e.warnings().toString());
    }
}
