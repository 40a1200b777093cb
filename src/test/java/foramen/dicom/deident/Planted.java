package foramen.dicom.deident;

import foramen.codec.ImageIoJpeg;
import foramen.codec.JpegCodec;
import foramen.codec.LosslessJpegEncoder;
import foramen.codec.RleCodec;
import foramen.dicom.data.DataElement;
import foramen.dicom.data.DataSet;
import foramen.dicom.data.DataSetBuilder;
import foramen.dicom.data.Tag;
import foramen.dicom.data.TransferSyntax;
import foramen.dicom.data.Vr;
import foramen.dicom.io.DataSetCoder;
import foramen.dicom.io.DicomWriter;
import foramen.dicom.io.PixelPayload;
import foramen.domain.deident.Box;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.zip.Deflater;

/** Clips full of planted names and numbers, in attributes, headers, streams and pixels. */
final class Planted {
    static final int COLUMNS = 48;
    static final int ROWS = 40;
    static final int FRAMES = 3;
    static final Box REGION = new Box(9, 11, 30, 22);

    /** None of these may be found in a copy, in any coding. */
    static final List<String> TEXTS = List.of("Quetzalcoatl", "Xiomara", "QX-778812", "ACC-556677", "Hospital Zyx",
            "Dr. Wolfram", "Wolframsdottir", "19471213", "hidden note", "ZYXSCANNER", "PREAMBLEQX", "COMMENTQX",
            "SERIAL-9911", "1.2.276.0.99.1", "Overlay QX", "Icon QX", "trailing QX");

    private Planted() {}

    /** Everything but pixel data and its description. */
    static DataSetBuilder identity() {
        DataSet person = DataSet.builder().text(Tag.of(0x0040, 0xA123), Vr.PN, "Wolframsdottir^Eva")
                .text(Tag.of(0x0008, 0x0081), Vr.ST, "Hospital Zyx, Street 1").build();
        DataSet nested = DataSet.builder().text(Tag.PATIENT_NAME, Vr.PN, "Quetzalcoatl^Xiomara")
                .text(Tag.of(0x0008, 0x1155), Vr.UI, "1.2.276.0.99.1.77").text(Tag.of(0x0008, 0x1150), Vr.UI,
                        "1.2.840.10008.5.1.4.1.1.3.1")
                .sequence(Tag.of(0x0040, 0x1101), List.of(person)).put(privateText()).build();
        return DataSet.builder().text(Tag.SPECIFIC_CHARACTER_SET, Vr.CS, "ISO_IR 192")
                .text(Tag.IMAGE_TYPE, Vr.CS, "ORIGINAL", "PRIMARY").text(Tag.of(0x0008, 0x0012), Vr.DA, "20200229")
                .text(Tag.SOP_CLASS_UID, Vr.UI, "1.2.840.10008.5.1.4.1.1.3.1")
                .text(Tag.SOP_INSTANCE_UID, Vr.UI, "1.2.276.0.99.1.1.1").text(Tag.STUDY_DATE, Vr.DA, "20200301")
                .text(Tag.ACQUISITION_DATE_TIME, Vr.DT, "20200301101112.5+0100").text(Tag.STUDY_TIME, Vr.TM, "101112")
                .text(Tag.ACCESSION_NUMBER, Vr.SH, "ACC-556677").text(Tag.MODALITY, Vr.CS, "US")
                .text(Tag.MANUFACTURER, Vr.LO, "Acme").text(Tag.MODEL_NAME, Vr.LO, "Model for Xiomara")
                .text(Tag.INSTITUTION_NAME, Vr.LO, "Hospital Zyx").text(Tag.REFERRING_PHYSICIAN, Vr.PN, "Dr. Wolfram")
                .text(Tag.STUDY_DESCRIPTION, Vr.LO, "hidden note")
                .sequence(Tag.of(0x0008, 0x1140), List.of(nested)).text(Tag.PATIENT_NAME, Vr.PN,
                        "Quetzalcoatl^Xiomara")
                .text(Tag.PATIENT_ID, Vr.LO, "QX-778812").text(Tag.PATIENT_BIRTH_DATE, Vr.DA, "19471213")
                .text(Tag.PATIENT_SEX, Vr.CS, "F").text(Tag.of(0x0010, 0x4000), Vr.LT, "hidden note QX-778812")
                .text(Tag.of(0x0018, 0x1000), Vr.LO, "SERIAL-9911").text(Tag.FRAME_TIME, Vr.DS, "33.333 ")
                .sequence(Tag.ULTRASOUND_REGIONS, List.of(region(REGION)))
                .text(Tag.STUDY_INSTANCE_UID, Vr.UI, "1.2.276.0.99.1")
                .text(Tag.SERIES_INSTANCE_UID, Vr.UI, "1.2.276.0.99.1.1").text(Tag.of(0x0020, 0x4000), Vr.LT,
                        "seen by Wolframsdottir")
                .sequence(Tag.of(0x0088, 0x0200), List.of(DataSet.builder().text(Tag.of(0x0028, 0x4000), Vr.LT,
                        "Icon QX").build()))
                .put(privateText()).put(privateCreator()).text(Tag.of(0x6000, 0x4000), Vr.LT, "Overlay QX")
                .bytes(Tag.of(0x5000, 0x3000), Vr.OB, "Overlay QX".getBytes(StandardCharsets.US_ASCII));
    }

    static DataSet region(Box b) {
        return DataSet.builder().whole(Tag.REGION_SPATIAL_FORMAT, Vr.US, 1).whole(Tag.REGION_DATA_TYPE, Vr.US, 1)
                .whole(Tag.REGION_FLAGS, Vr.UL, 2).whole(Tag.REGION_MIN_X0, Vr.UL, b.x())
                .whole(Tag.REGION_MIN_Y0, Vr.UL, b.y()).whole(Tag.REGION_MAX_X1, Vr.UL, b.x() + b.width() - 1)
                .whole(Tag.REGION_MAX_Y1, Vr.UL, b.y() + b.height() - 1).whole(Tag.PHYSICAL_UNITS_X, Vr.US, 3)
                .whole(Tag.PHYSICAL_UNITS_Y, Vr.US, 3).real(Tag.PHYSICAL_DELTA_X, Vr.FD, 0.0123456789)
                .real(Tag.PHYSICAL_DELTA_Y, Vr.FD, -0.0098765432).build();
    }

    private static DataElement privateCreator() {
        return DataSet.builder().text(0x00090010, Vr.LO, "ZYXSCANNER").build().element(0x00090010).orElseThrow();
    }

    private static DataElement privateText() {
        return DataSet.builder().text(0x00091001, Vr.LT, "Quetzalcoatl once more").build().element(0x00091001)
                .orElseThrow();
    }

    /** The description of a picture. */
    static DataSetBuilder described(DataSetBuilder to, int columns, int rows, int samples, int bits, int frames,
            String photometric) {
        to.whole(Tag.SAMPLES_PER_PIXEL, Vr.US, samples).text(Tag.PHOTOMETRIC_INTERPRETATION, Vr.CS, photometric)
                .text(Tag.NUMBER_OF_FRAMES, Vr.IS, Integer.toString(frames)).whole(Tag.ROWS, Vr.US, rows)
                .whole(Tag.COLUMNS, Vr.US, columns).whole(Tag.BITS_ALLOCATED, Vr.US, bits)
                .whole(Tag.BITS_STORED, Vr.US, bits).whole(Tag.HIGH_BIT, Vr.US, bits - 1)
                .whole(Tag.PIXEL_REPRESENTATION, Vr.US, 0);
        return samples == 3 ? to.whole(Tag.PLANAR_CONFIGURATION, Vr.US, 0) : to;
    }

    /** A frame whose banner spells something, byte by byte: uncompressed, the name could be read in it. */
    static byte[] rgb(int frame) {
        byte[] text = "Quetzalcoatl^Xiomara QX-778812 ".getBytes(StandardCharsets.US_ASCII);
        Random random = new Random(frame);
        byte[] rgb = new byte[COLUMNS * ROWS * 3];
        for (int i = 0; i < rgb.length; i++) {
            int y = i / 3 / COLUMNS;
            rgb[i] = y < REGION.y() ? text[i % text.length] : (byte) (random.nextInt(40) + y * 4 + frame * 9);
        }
        return rgb;
    }

    private static int[] argb(byte[] rgb) {
        int[] argb = new int[rgb.length / 3];
        for (int i = 0; i < argb.length; i++) {
            argb[i] = 0xFF000000 | (rgb[3 * i] & 0xFF) << 16 | (rgb[3 * i + 1] & 0xFF) << 8 | (rgb[3 * i + 2] & 0xFF);
        }
        return argb;
    }

    /** A file of an uncompressed syntax. */
    static byte[] plain(TransferSyntax syntax) {
        ByteBuffer pixels = ByteBuffer.allocate(FRAMES * COLUMNS * ROWS * 3);
        for (int i = 0; i < FRAMES; i++) {
            pixels.put(rgb(i));
        }
        DataSet data = described(identity(), COLUMNS, ROWS, 3, 8, FRAMES, "RGB")
                .bytes(Tag.PIXEL_DATA, Vr.OB, pixels.array())
                .bytes(Tag.of(0xFFFC, 0xFFFC), Vr.OB, "trailing QX".getBytes(StandardCharsets.US_ASCII)).build();
        return disguised(new DataSetCoder(syntax, new Random(1)).file(data));
    }

    /** A file of fragments. */
    static byte[] packed(String syntax, DataSet data, List<byte[]> frames) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new DicomWriter().write(out, data, Optional.of(new PixelPayload.Encapsulated(frames)), syntax);
        return disguised(out.toByteArray());
    }

    /** The frames packed by Foramen's own coders, or {@code null} where it has none for {@code syntax}. */
    static Optional<byte[]> made(TransferSyntax syntax) throws IOException {
        List<byte[]> frames = new ArrayList<>();
        for (int i = 0; i < FRAMES; i++) {
            byte[] rgb = rgb(i);
            switch (syntax) {
                case ENCAPSULATED_UNCOMPRESSED -> frames.add(rgb);
                case DEFLATED_FRAME -> frames.add(deflated(rgb));
                case RLE -> frames.add(RleCodec.encode(List.of(plane(rgb, 0), plane(rgb, 1), plane(rgb, 2)), COLUMNS));
                case JPEG_BASELINE -> frames.add(commented(new ImageIoJpeg().encode(argb(rgb), COLUMNS, ROWS, 0.9,
                        JpegCodec.Chroma.HALF)));
                case JPEG_LOSSLESS, JPEG_LOSSLESS_SV1 -> frames.add(
                        commented(LosslessJpegEncoder.encode(rgb, COLUMNS, ROWS, 3, 8)));
                default -> {
                    return Optional.empty();
                }
            }
        }
        String photometric = syntax == TransferSyntax.JPEG_BASELINE ? "YBR_FULL_422" : "RGB";
        DataSet data = described(identity(), COLUMNS, ROWS, 3, 8, FRAMES, photometric).build();
        return Optional.of(packed(syntax.uid(), data, frames));
    }

    private static byte[] plane(byte[] rgb, int c) {
        byte[] plane = new byte[rgb.length / 3];
        for (int i = 0; i < plane.length; i++) {
            plane[i] = rgb[3 * i + c];
        }
        return plane;
    }

    private static byte[] deflated(byte[] plain) {
        Deflater deflater = new Deflater(6, true);
        deflater.setInput(plain);
        deflater.finish();
        byte[] packed = new byte[plain.length + 1000];
        int length = deflater.deflate(packed);
        deflater.end();
        return Arrays.copyOf(packed, length);
    }

    /** A JPEG with a comment after its start mark. */
    private static byte[] commented(byte[] jpeg) {
        byte[] text = "COMMENTQX Quetzalcoatl".getBytes(StandardCharsets.US_ASCII);
        ByteBuffer b = ByteBuffer.allocate(jpeg.length + 4 + text.length);
        b.put(jpeg, 0, 2).putShort((short) 0xFFFE).putShort((short) (2 + text.length)).put(text).put(jpeg, 2,
                jpeg.length - 2);
        return b.array();
    }

    /** The file with a name in its preamble and a station in its meta information. */
    static byte[] disguised(byte[] file) {
        byte[] title = "ZYXSCANNER".getBytes(StandardCharsets.US_ASCII);
        int start = 132;
        int at = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getInt(start + 8) + start + 12;
        ByteBuffer out = ByteBuffer.allocate(file.length + 8 + title.length).order(ByteOrder.LITTLE_ENDIAN);
        out.put(file, 0, at).putShort((short) 2).putShort((short) 0x16).put((byte) 'A').put((byte) 'E')
                .putShort((short) title.length).put(title).put(file, at, file.length - at);
        out.putInt(start + 8, at - start - 12 + 8 + title.length);
        out.put(0, "PREAMBLEQX".getBytes(StandardCharsets.US_ASCII));
        return out.array();
    }

    /** Which of the planted texts are in {@code bytes}, in whatever coding and case. */
    static List<String> foundIn(byte[] bytes) {
        List<String> found = new ArrayList<>();
        List<Charset> codings = List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE);
        String all = new String(bytes, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
        for (String text : TEXTS) {
            for (Charset coding : codings) {
                String coded = new String(text.getBytes(coding), StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
                if (all.contains(coded)) {
                    found.add(text + " in " + coding);
                }
            }
        }
        return found;
    }
}
