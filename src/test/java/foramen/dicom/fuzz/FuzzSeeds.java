package foramen.dicom.fuzz;

import foramen.codec.Films;
import foramen.codec.TestStreams;
import foramen.dicom.data.DataSet;
import foramen.dicom.data.Tag;
import foramen.dicom.data.TransferSyntax;
import foramen.dicom.data.Vr;
import foramen.dicom.io.DicomBytes;
import foramen.dicom.io.DicomException;
import foramen.dicom.io.DicomFile;
import foramen.dicom.io.DicomReader;
import foramen.dicom.io.DicomWriter;
import foramen.dicom.io.MemoryByteSource;
import foramen.dicom.io.PixelPayload;
import foramen.dicom.write.PixelEncoding;
import foramen.dicom.write.UltrasoundFixtures;
import foramen.dicom.write.UltrasoundMultiframeWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.Deflater;

/** The files that are changed: made ones of every kind and, where they are, small real ones and one of each syntax. */
final class FuzzSeeds {
    private static final int SMALL = 16 << 10;
    private static final int LARGEST = 400 << 10;
    private static final int COLUMNS = 16;
    private static final int ROWS = 12;

    private FuzzSeeds() {}

    static List<FuzzSeed> all() throws IOException {
        List<FuzzSeed> seeds = new ArrayList<>();
        for (PixelEncoding encoding : PixelEncoding.values()) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            new UltrasoundMultiframeWriter().write(out, UltrasoundFixtures.object("fuzz"), 2,
                    i -> UltrasoundFixtures.frame(COLUMNS, ROWS, i), encoding);
            seeds.add(new FuzzSeed("made " + encoding, out.toByteArray()));
        }
        for (Map.Entry<String, byte[]> stream : TestStreams.all(COLUMNS, ROWS).entrySet()) {
            seeds.add(new FuzzSeed("made " + stream.getKey(), compressed(stream.getKey(), stream.getValue())));
        }
        structures(seeds);
        films(seeds);
        seeds.addAll(samples());
        return seeds;
    }

    private static byte[] compressed(String name, byte[] stream) throws IOException {
        int bits = name.contains(" 16") ? 16 : 8;
        int samples = name.endsWith("3") ? 3 : 1;
        DataSet data = DataSet.builder().text(Tag.SOP_CLASS_UID, Vr.UI, "1.2.840.10008.5.1.4.1.1.6.1")
                .text(Tag.SOP_INSTANCE_UID, Vr.UI, "2.25.1").whole(Tag.SAMPLES_PER_PIXEL, Vr.US, samples)
                .text(Tag.PHOTOMETRIC_INTERPRETATION, Vr.CS, samples == 3 ? "RGB" : "MONOCHROME2")
                .text(Tag.NUMBER_OF_FRAMES, Vr.IS, "2").whole(Tag.ROWS, Vr.US, ROWS)
                .whole(Tag.COLUMNS, Vr.US, COLUMNS).whole(Tag.BITS_ALLOCATED, Vr.US, bits)
                .whole(Tag.BITS_STORED, Vr.US, bits).whole(Tag.HIGH_BIT, Vr.US, bits - 1)
                .whole(Tag.PIXEL_REPRESENTATION, Vr.US, 0).build();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new DicomWriter().write(out, data, Optional.of(new PixelPayload.Encapsulated(List.of(stream, stream))),
                name.substring(0, name.indexOf(' ')));
        return out.toByteArray();
    }

    private static void films(List<FuzzSeed> seeds) throws IOException {
        for (String[] film : new String[][]{{"100", "b-pictures.m2v"}, {"102", "open-gop.mp4"},
                {"103", "open-gop.h264"}, {"107", "open-gop.hevc"}}) {
            byte[] stream = Films.bytes(film[1]);
            byte[] object = DicomBytes.explicit().text(Tag.SOP_CLASS_UID, "UI", "1.2.840.10008.5.1.4.1.1.3.1")
                    .text(Tag.SOP_INSTANCE_UID, "UI", "2.25.1").text(Tag.NUMBER_OF_FRAMES, "IS", "48")
                    .picture(128, 192, 3, "YBR_PARTIAL_420", 8).header(Tag.PIXEL_DATA, "OB", DicomBytes.UNDEFINED)
                    .mark(Tag.ITEM, 0).mark(Tag.ITEM, stream.length).raw(stream).mark(Tag.SEQUENCE_END, 0).bytes();
            seeds.add(new FuzzSeed("made " + film[1], DicomBytes.file("1.2.840.10008.1.2.4." + film[0], object)));
        }
    }

    private static void structures(List<FuzzSeed> seeds) {
        seeds.add(new FuzzSeed("made implicit",
                DicomBytes.file(TransferSyntax.IMPLICIT_LITTLE_ENDIAN.uid(), structure(DicomBytes.implicit()))));
        seeds.add(new FuzzSeed("made explicit",
                DicomBytes.file(TransferSyntax.EXPLICIT_LITTLE_ENDIAN.uid(), structure(DicomBytes.explicit()))));
        seeds.add(new FuzzSeed("made big endian",
                DicomBytes.file(TransferSyntax.EXPLICIT_BIG_ENDIAN.uid(), structure(DicomBytes.big()))));
        seeds.add(new FuzzSeed("made deflated", deflated(structure(DicomBytes.explicit()))));
        DicomBytes split = DicomBytes.explicit().text(Tag.SOP_CLASS_UID, "UI", "1.2.840.10008.5.1.4.1.1.3.1")
                .text(Tag.NUMBER_OF_FRAMES, "IS", "3").picture(4, 4, 1, "MONOCHROME2", 8)
                .bytes(Tag.EXTENDED_OFFSET_TABLE, "OV", new byte[24])
                .header(Tag.PIXEL_DATA, "OB", DicomBytes.UNDEFINED).mark(Tag.ITEM, 12).raw(new byte[12]);
        for (int i = 0; i < 5; i++) {
            split.mark(Tag.ITEM, 20).raw(new byte[]{(byte) 0xFF, (byte) 0xD8}).raw(new byte[16])
                    .raw(new byte[]{(byte) 0xFF, (byte) 0xD9});
        }
        seeds.add(new FuzzSeed("made split fragments",
                DicomBytes.file("1.2.840.10008.1.2.4.50", split.mark(Tag.SEQUENCE_END, 0).bytes())));
    }

    private static byte[] structure(DicomBytes to) {
        to.text(Tag.SPECIFIC_CHARACTER_SET, "CS", "\\ISO 2022 IR 87\\ISO 2022 IR 149")
                .text(Tag.SOP_CLASS_UID, "UI", "1.2.840.10008.5.1.4.1.1.6.1").text(Tag.MODALITY, "CS", "US")
                .text(0x00090010, "LO", "FUZZ").text(0x00091001, "UN", "private text")
                .text(Tag.PATIENT_NAME, "PN", "Yamada^Tarou=\u001b$B;3ED\u001b(B^\u001b$BB@O:\u001b(B");
        for (int i = 0; i < 6; i++) {
            to.header(Tag.ULTRASOUND_REGIONS, "SQ", DicomBytes.UNDEFINED).mark(Tag.ITEM, DicomBytes.UNDEFINED)
                    .number(Tag.REGION_SPATIAL_FORMAT, "US", 2, 1);
        }
        for (int i = 0; i < 6; i++) {
            to.mark(Tag.ITEM_END, 0).mark(Tag.SEQUENCE_END, 0);
        }
        return to.text(Tag.NUMBER_OF_FRAMES, "IS", "2").text(Tag.FRAME_TIME_VECTOR, "DS", "0\\33.3")
                .picture(4, 6, 1, "PALETTE COLOR", 16).bytes(0x00281101, "US", new byte[]{16, 0, 0, 0, 16, 0})
                .bytes(0x00281102, "US", new byte[]{16, 0, 0, 0, 16, 0})
                .bytes(0x00281103, "US", new byte[]{16, 0, 0, 0, 16, 0}).bytes(0x00281201, "OW", new byte[32])
                .bytes(0x00281202, "OW", new byte[32]).bytes(0x00281203, "OW", new byte[32])
                .bytes(Tag.PIXEL_DATA, "OW", new byte[96]).bytes();
    }

    /** A picture described as {@code side} pixels square, with next to nothing in it. */
    static byte[] large(int side, int samples, int bits, boolean packed) {
        DicomBytes to = DicomBytes.explicit().text(Tag.MODALITY, "CS", "US").picture(side, side, samples,
                samples == 3 ? "RGB" : "MONOCHROME2", bits);
        if (!packed) {
            return DicomBytes.file(TransferSyntax.EXPLICIT_LITTLE_ENDIAN.uid(),
                    to.bytes(Tag.PIXEL_DATA, "OW", new byte[2000]).bytes());
        }
        byte[] frame = new byte[200];
        frame[0] = (byte) (samples * bits / 8);
        for (int i = 0; i < frame[0]; i++) {
            frame[4 + 4 * i] = 64;
        }
        return DicomBytes.file(TransferSyntax.RLE.uid(), to.header(Tag.PIXEL_DATA, "OB", DicomBytes.UNDEFINED)
                .mark(Tag.ITEM, 0).mark(Tag.ITEM, 200).raw(frame).mark(Tag.SEQUENCE_END, 0).bytes());
    }

    static byte[] deflated(byte[] plain) {
        Deflater deflater = new Deflater(1, true);
        deflater.setInput(plain);
        deflater.finish();
        byte[] packed = new byte[plain.length + 1000];
        int length = deflater.deflate(packed);
        deflater.end();
        return DicomBytes.file(TransferSyntax.DEFLATED.uid(), java.util.Arrays.copyOf(packed, length));
    }

    /** Real files: all small ones, and of each transfer syntax the smallest that is not too large. */
    private static List<FuzzSeed> samples() throws IOException {
        Path folder = Path.of(System.getProperty("foramen.shared", "absent"), "samples");
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<Path> files;
        try (Stream<Path> walk = Files.walk(folder)) {
            files = walk.filter(Files::isRegularFile).sorted().toList();
        }
        List<FuzzSeed> seeds = new ArrayList<>();
        Map<String, FuzzSeed> bySyntax = new TreeMap<>();
        for (Path file : files) {
            if (Files.size(file) > LARGEST || file.toString().endsWith(".csv")) {
                continue;
            }
            byte[] bytes = Files.readAllBytes(file);
            Optional<String> syntax = syntax(bytes);
            FuzzSeed seed = new FuzzSeed(folder.relativize(file).toString(), bytes);
            if (syntax.isPresent() && bytes.length <= SMALL) {
                seeds.add(seed);
            }
            syntax.ifPresent(s -> bySyntax.merge(s, seed, (a, b) -> a.bytes().length <= b.bytes().length ? a : b));
        }
        bySyntax.values().stream().filter(s -> s.bytes().length > SMALL).forEach(seeds::add);
        return seeds;
    }

    private static Optional<String> syntax(byte[] bytes) throws IOException {
        try (DicomFile file = new DicomReader().read(new MemoryByteSource(bytes))) {
            return Optional.of(file.transferSyntaxUid());
        } catch (DicomException e) {
            // What is no DICOM file, or beyond reading, makes a poor start.
            return Optional.empty();
        }
    }
}
