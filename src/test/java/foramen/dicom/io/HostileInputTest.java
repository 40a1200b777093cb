package foramen.dicom.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.dicom.data.DataElement;
import foramen.dicom.data.DataSet;
import foramen.dicom.data.Tag;
import foramen.dicom.data.TransferSyntax;
import foramen.dicom.data.Vr;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a file made to do harm may try, and what it gets. */
class HostileInputTest {
    private static final String EXPLICIT = TransferSyntax.EXPLICIT_LITTLE_ENDIAN.uid();
    private static final DicomLimits TIGHT = new DicomLimits(4, 50, 1000, 3000, 10, 100_000);

    private static DicomFile read(byte[] bytes) throws IOException {
        return new DicomReader().read(new MemoryByteSource(bytes));
    }

    private static DicomFile tight(DicomBytes body) throws IOException {
        return new DicomReader(TIGHT).read(new MemoryByteSource(DicomBytes.file(EXPLICIT, body.bytes())));
    }

    private static DicomBytes start() {
        return DicomBytes.explicit().text(Tag.MODALITY, "CS", "US");
    }

    @ParameterizedTest
    @ValueSource(longs = {0x7FFFFFFFL, 0x80000000L, 0xFFFFFFF0L, 0xFFFFFFFEL, 1_000_000L})
    void noLengthIsBelievedBeforeItIsHeldAgainstWhatIsThere(long length) throws IOException {
        for (String vr : new String[]{"OB", "UT", "UN"}) {
            DicomFile file = read(DicomBytes.file(EXPLICIT, start().header(0x00420011, vr, length).raw(new byte[10])
                    .bytes()));
            assertEquals("US", file.data().text(Tag.MODALITY));
            assertTrue(file.warnings().getFirst().contains("claims " + length + " bytes where 10 are left"));
        }
        DicomFile item = read(DicomBytes.file(EXPLICIT, start().header(Tag.ULTRASOUND_REGIONS, "SQ", length)
                .mark(Tag.ITEM, length).number(Tag.REGION_SPATIAL_FORMAT, "US", 2, 1).bytes()));
        assertEquals(1, item.data().items(Tag.ULTRASOUND_REGIONS).getFirst().integer(Tag.REGION_SPATIAL_FORMAT, 0));
        DicomFile fragment = read(DicomBytes.file(TransferSyntax.RLE.uid(),
                start().header(Tag.PIXEL_DATA, "OB", DicomBytes.UNDEFINED).mark(Tag.ITEM, 0).mark(Tag.ITEM, length)
                        .raw(new byte[10]).bytes()));
        assertEquals(10, assertInstanceOf(PixelDataLocation.Encapsulated.class, fragment.pixels().orElseThrow())
                .length(0));
        DicomFile table = read(DicomBytes.file(TransferSyntax.RLE.uid(),
                start().header(Tag.PIXEL_DATA, "OB", DicomBytes.UNDEFINED).mark(Tag.ITEM, length).raw(new byte[10])
                        .bytes()));
        assertTrue(table.warnings().getFirst().contains("10 bytes are there"));
        DicomFile pixels = read(DicomBytes.file(EXPLICIT, start().header(Tag.PIXEL_DATA, "OB", length)
                .raw(new byte[10]).bytes()));
        assertEquals(10, ((PixelDataLocation.Native) pixels.pixels().orElseThrow()).length());
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void sequencesDoNotNestWithoutEnd(boolean open) {
        DicomBytes deep = start();
        for (int i = 0; i < 100_000; i++) {
            deep.header(Tag.ULTRASOUND_REGIONS, "SQ", open ? DicomBytes.UNDEFINED : 0x7FFFFFFF)
                    .mark(Tag.ITEM, open ? DicomBytes.UNDEFINED : 0x7FFFFFFF);
        }
        DicomException e = assertThrows(DicomException.class, () -> read(DicomBytes.file(EXPLICIT, deep.bytes())));
        assertTrue(e.offset() > 0 && String.valueOf(e.getMessage()).contains("deeper than 64 levels"));
    }

    @Test
    void elementsItemsAndFragmentsAreCounted() {
        DicomBytes elements = start();
        for (int i = 0; i < 60; i++) {
            elements.text(0x00111000 + i, "SH", "");
        }
        DicomBytes items = start().header(Tag.ULTRASOUND_REGIONS, "SQ", DicomBytes.UNDEFINED);
        DicomBytes fragments = start().header(Tag.PIXEL_DATA, "OB", DicomBytes.UNDEFINED);
        for (int i = 0; i < 60; i++) {
            items.mark(Tag.ITEM, 0);
            fragments.mark(Tag.ITEM, 0);
        }
        for (DicomBytes body : List.of(elements, items, fragments)) {
            DicomException e = assertThrows(DicomException.class, () -> tight(body));
            assertTrue(e.offset() > 0 && String.valueOf(e.getMessage()).contains("has more than"), e.getMessage());
        }
    }

    @Test
    void valuesBeyondTheirShareOfMemoryStayInTheFile() throws IOException {
        DicomBytes many = start();
        for (int i = 0; i < 5; i++) {
            many.bytes(0x00111000 + i, "OB", new byte[900]);
        }
        byte[] large = new byte[1002];
        large[1001] = 7;
        DicomBytes item = DicomBytes.explicit().bytes(0x00111010, "OB", large);
        many.header(Tag.ULTRASOUND_REGIONS, "SQ", 8 + item.bytes().length).mark(Tag.ITEM, item.bytes().length)
                .raw(item.bytes());
        DicomFile file = tight(many);
        assertInstanceOf(DataElement.Value.class, file.data().element(0x00111002).orElseThrow());
        assertInstanceOf(DataElement.Bulk.class, file.data().element(0x00111003).orElseThrow());
        DataSet nested = file.data().items(Tag.ULTRASOUND_REGIONS).getFirst();
        assertInstanceOf(DataElement.Bulk.class, nested.element(0x00111010).orElseThrow());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new DicomWriter().rewrite(out, file);
        DataSet again = read(out.toByteArray()).data();
        assertArrayEquals(large, again.items(Tag.ULTRASOUND_REGIONS).getFirst().bytes(0x00111010));
        assertEquals(900, again.bytes(0x00111004).length);
    }

    @Test
    void picturesInsideItemsHaveAShareOfMemoryToo() {
        DicomBytes icon = start().header(0x00880200, "SQ", DicomBytes.UNDEFINED).mark(Tag.ITEM, DicomBytes.UNDEFINED)
                .header(Tag.PIXEL_DATA, "OB", DicomBytes.UNDEFINED);
        for (int i = 0; i < 5; i++) {
            icon.mark(Tag.ITEM, 900).raw(new byte[900]);
        }
        DicomException e = assertThrows(DicomException.class, () -> tight(icon));
        assertTrue(String.valueOf(e.getMessage()).contains("too long to be held in memory"));
    }

    @Test
    void aDeflatedDataSetDoesNotGrowWithoutEnd() {
        byte[] bomb = DicomBytes.file(TransferSyntax.DEFLATED.uid(), DataSetCoder.deflated(new byte[10 << 20]));
        assertTrue(bomb.length < 20_000);
        DicomException e = assertThrows(DicomException.class,
                () -> new DicomReader(TIGHT).read(new MemoryByteSource(bomb)));
        assertTrue(String.valueOf(e.getMessage()).contains("grows beyond 100000 bytes"));
    }

    @Test
    void aValueOfNothingButSeparatorsIsNotAMillionTexts() throws IOException {
        byte[] separators = new byte[2 << 20];
        Arrays.fill(separators, (byte) '\\');
        DataSet d = read(DicomBytes.file(EXPLICIT, start().bytes(0x00080119, "UC", separators)
                .bytes(0x00420011, "OB", separators).bytes()))
                .data();
        assertEquals(200_000, d.strings(0x00080119).size());
        assertEquals(200_000, d.reals(0x00420011).size());
    }

    @ParameterizedTest
    @CsvSource({"MZ, Windows program", "\u007fELF, program", "#!/bin/sh, script", "%PDF-1.7, PDF document"})
    void aFileThatIsSomethingElseAsWellIsSaidToBe(String mark, String what) throws IOException {
        byte[] bytes = DicomBytes.file(EXPLICIT, start().bytes());
        System.arraycopy(mark.getBytes(StandardCharsets.ISO_8859_1), 0, bytes, 0, mark.length());
        DicomFile file = read(bytes);
        assertTrue(file.warnings().getFirst().contains("byte 0") && file.warnings().getFirst().contains(what));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new DicomWriter().rewrite(out, file);
        assertArrayEquals(new byte[128], Arrays.copyOf(out.toByteArray(), 128));
    }

    @Test
    void aTiffPreambleIsLegitimate() throws IOException {
        byte[] bytes = DicomBytes.file(EXPLICIT, start().bytes());
        System.arraycopy("II*\0".getBytes(StandardCharsets.ISO_8859_1), 0, bytes, 0, 4);
        assertEquals(List.of(), read(bytes).warnings());
    }

    @Test
    void warningsHaveAnEnd() throws IOException {
        DicomBytes odd = start();
        for (int i = 0; i < 5000; i++) {
            odd.bytes(0x00111000 + (i % 200) + ((i / 200) << 16), "SH", new byte[1]);
        }
        assertTrue(read(DicomBytes.file(EXPLICIT, odd.bytes())).warnings().size() <= 50);
    }

    @Test
    void nothingIsReadAsAnotherKindThanItsBytesAllow() {
        DataSet d = DataSet.builder().put(new DataElement.Value(Tag.ROWS, Vr.US, new byte[1]))
                .put(new DataElement.Value(Tag.PHYSICAL_DELTA_X, Vr.FD, new byte[7]))
                .put(new DataElement.Value(Tag.FRAME_INCREMENT_POINTER, Vr.AT, new byte[3])).build();
        assertTrue(d.integer(Tag.ROWS).isEmpty());
        assertTrue(d.real(Tag.PHYSICAL_DELTA_X).isPresent(), "four of seven bytes are a float");
        assertTrue(d.whole(Tag.FRAME_INCREMENT_POINTER).isEmpty());
        assertEquals(0, d.longs(Tag.ROWS).length);
    }
}
