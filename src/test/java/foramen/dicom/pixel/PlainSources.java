package foramen.dicom.pixel;

import foramen.dicom.data.Tag;
import foramen.dicom.data.TransferSyntax;
import foramen.dicom.io.DicomBytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Uncompressed files of every kind of pixel that ultrasound has, for others to compress. */
final class PlainSources {
    static final int FRAMES = 3;

    private PlainSources() {}

    /** Secondary captures, so that every kind of pixel is allowed. */
    private static DicomBytes head() {
        return DicomBytes.explicit().text(Tag.SOP_CLASS_UID, "UI", "1.2.840.10008.5.1.4.1.1.7")
                .text(Tag.SOP_INSTANCE_UID, "UI", "1.2.3.4.5").text(Tag.STUDY_INSTANCE_UID, "UI", "1.2.3.4")
                .text(Tag.SERIES_INSTANCE_UID, "UI", "1.2.3.4.1");
    }

    private static Path file(Path folder, String name, DicomBytes body) throws IOException {
        Path file = folder.resolve(name + ".dcm");
        Files.write(file, DicomBytes.file(TransferSyntax.EXPLICIT_LITTLE_ENDIAN.uid(), body.bytes()));
        return file;
    }

    /** A ramp with steps and some unrest in it; the same for the same arguments. */
    private static int level(int x, int y, int c, int frame, int most) {
        int unrest = (x * 7919 + y * 104729 + c * 31 + frame * 17) % 13;
        int step = (x / 9 + y / 7 + c) % 3 * (most / 5);
        boolean flat = x > 20 && x < 34 && y > 4;
        return flat ? most / 3 + c : Math.min(most, (x + y + frame * 5) * most / 160 + step + unrest);
    }

    static Path grey(Path folder, int columns, int rows, int bits, boolean signed) throws IOException {
        int allocated = bits > 8 ? 16 : 8;
        int width = allocated / 8;
        byte[] words = new byte[columns * rows * FRAMES * width + (columns * rows * FRAMES * width & 1)];
        int most = (1 << bits) - 1;
        for (int i = 0; i < columns * rows * FRAMES; i++) {
            int pixel = i % (columns * rows);
            int v = level(pixel % columns, pixel / columns, 0, i / (columns * rows), most) - (signed ? most / 2 : 0);
            words[width * i] = (byte) v;
            if (width == 2) {
                words[2 * i + 1] = (byte) ((signed ? v & most : v) >> 8);
            }
        }
        DicomBytes body = head().number(Tag.SAMPLES_PER_PIXEL, "US", 2, 1)
                .text(Tag.PHOTOMETRIC_INTERPRETATION, "CS", "MONOCHROME2")
                .text(Tag.NUMBER_OF_FRAMES, "IS", Integer.toString(FRAMES)).number(Tag.ROWS, "US", 2, rows)
                .number(Tag.COLUMNS, "US", 2, columns).number(Tag.BITS_ALLOCATED, "US", 2, allocated)
                .number(Tag.BITS_STORED, "US", 2, bits).number(Tag.HIGH_BIT, "US", 2, bits - 1)
                .number(Tag.PIXEL_REPRESENTATION, "US", 2, signed ? 1 : 0)
                .bytes(Tag.PIXEL_DATA, width == 1 ? "OB" : "OW", words);
        return file(folder, "grey" + bits + (signed ? "s" : "") + "-" + columns + "x" + rows, body);
    }

    static Path colour(Path folder, int columns, int rows, String photometric, boolean planar) throws IOException {
        boolean half = photometric.equals("YBR_FULL_422");
        int pixels = columns * rows;
        byte[] bytes = new byte[pixels * FRAMES * (half ? 2 : 3) + (pixels * FRAMES * (half ? 2 : 3) & 1)];
        for (int i = 0; i < pixels * FRAMES; i++) {
            int frame = i / pixels;
            int x = i % pixels % columns;
            int y = i % pixels / columns;
            for (int c = 0; c < 3; c++) {
                byte v = (byte) level(x, y, c, frame, 255);
                if (half) {
                    bytes[i / 2 * 4 + (c == 0 ? i & 1 : 1 + c)] = v;
                } else {
                    bytes[planar ? frame * pixels * 3 + c * pixels + i % pixels : 3 * i + c] = v;
                }
            }
        }
        DicomBytes body = head().number(Tag.SAMPLES_PER_PIXEL, "US", 2, 3)
                .text(Tag.PHOTOMETRIC_INTERPRETATION, "CS", photometric)
                .number(Tag.PLANAR_CONFIGURATION, "US", 2, planar ? 1 : 0)
                .text(Tag.NUMBER_OF_FRAMES, "IS", Integer.toString(FRAMES)).number(Tag.ROWS, "US", 2, rows)
                .number(Tag.COLUMNS, "US", 2, columns).number(Tag.BITS_ALLOCATED, "US", 2, 8)
                .number(Tag.BITS_STORED, "US", 2, 8).number(Tag.HIGH_BIT, "US", 2, 7)
                .number(Tag.PIXEL_REPRESENTATION, "US", 2, 0).bytes(Tag.PIXEL_DATA, "OB", bytes);
        return file(folder, photometric + (planar ? "-planar" : "") + "-" + columns + "x" + rows, body);
    }

    static Path palette(Path folder, int columns, int rows) throws IOException {
        DicomBytes body = head().picture(rows, columns, 1, "PALETTE COLOR", 8).text(Tag.NUMBER_OF_FRAMES, "IS", "3");
        for (int c = 0; c < 3; c++) {
            body.bytes(Tag.RED_PALETTE_DESCRIPTOR + c, "US", new byte[]{0, 1, 0, 0, 16, 0});
        }
        for (int c = 0; c < 3; c++) {
            byte[] entries = new byte[512];
            for (int i = 0; i < 256; i++) {
                entries[2 * i + 1] = (byte) (i * (c + 1));
                entries[2 * i] = (byte) i;
            }
            body.bytes(Tag.RED_PALETTE_DATA + c, "OW", entries);
        }
        byte[] bytes = new byte[columns * rows * FRAMES + (columns * rows * FRAMES & 1)];
        for (int i = 0; i < columns * rows * FRAMES; i++) {
            bytes[i] = (byte) level(i % columns, i / columns % rows, 0, i / columns / rows, 255);
        }
        return file(folder, "palette", body.bytes(Tag.PIXEL_DATA, "OB", bytes));
    }
}
