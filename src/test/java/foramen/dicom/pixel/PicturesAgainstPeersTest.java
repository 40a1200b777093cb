package foramen.dicom.pixel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.codec.FfmpegPictures;
import foramen.codec.ImageIoJpeg;
import foramen.codec.TurboJpeg;
import foramen.dicom.data.TransferSyntax;
import foramen.dicom.io.DicomFile;
import foramen.dicom.io.DicomReader;
import foramen.dicom.write.PixelEncoding;
import foramen.dicom.write.UltrasoundFixtures;
import foramen.dicom.write.UltrasoundMultiframeWriter;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lossless JPEG, JPEG-LS and JPEG 2000 against what DCMTK and pydicom make of the same files. */
class PicturesAgainstPeersTest {
    private static final String PREFIX = "1.2.840.10008.1.2.4.";
    /** Not to be compared: DCMTK cannot read its seven bits. */
    private static final List<String> APART = List.of("JLSL_08_07_0_1F.dcm");

    private final Path folder;

    PicturesAgainstPeersTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private static List<String[]> manifest(String... syntaxes) throws IOException {
        Path file = Path.of(System.getProperty("foramen.shared", "absent"), "samples", "manifest.csv");
        Assumptions.assumeTrue(Files.exists(file), "the shared sample files are not here");
        List<String[]> rows = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            // Commas inside quotes stand in two late columns, of which only the hash is wanted, and that has its form.
            String[] cells = line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1);
            if (cells[1].equals("0") && cells[11].startsWith(PREFIX)
                    && List.of(syntaxes).contains(cells[11].substring(PREFIX.length()))
                    && !APART.contains(String.valueOf(Path.of(cells[0]).getFileName()))) {
                cells[0] = file.resolveSibling(cells[0]).toString();
                rows.add(cells);
            }
        }
        return rows;
    }

    private static void assumeInstalled(String tool) {
        Assumptions.assumeTrue(Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(f -> Files.isExecutable(Path.of(f, tool))), tool + " is not installed");
    }

    private static void run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), () -> String.join(" ", command) + ": " + said);
    }

    private static PixelDecoder decoder(DicomFile file) throws IOException {
        return new PixelDecoder(file, new ImageIoJpeg(), new FfmpegPictures());
    }

    /** The stored samples of all frames as DICOM stores them uncompressed, in words of the size that the file states. */
    private static byte[] stored(DicomFile file) throws IOException {
        PixelFormat format = PixelFormat.of(file.data());
        PixelDecoder decoder = decoder(file);
        int frame = Math
                .toIntExact(format.pixels() * (long) format.samples() * Math.max(8, format.bitsAllocated()) / 8);
        byte[] all = new byte[frame * decoder.frames()];
        for (int i = 0; i < decoder.frames(); i++) {
            StoredFrame read = decoder.samples(i);
            if (file.transferSyntax().orElseThrow().isEncapsulated()) {
                widen(read, format, all, i * frame);
            } else {
                System.arraycopy(read.bytes(), 0, all, i * frame, frame);
            }
        }
        return all;
    }

    private static void widen(StoredFrame read, PixelFormat format, byte[] all, int at) {
        PixelFormat stored = read.format();
        int width = format.bitsAllocated() == 16 ? 2 : 1;
        int have = read.format().bitsAllocated() / 8;
        for (int i = 0; i < read.bytes().length / have; i++) {
            int word = (read.bytes()[have * i] & 0xFF) | (have == 2 ? (read.bytes()[2 * i + 1] & 0xFF) << 8 : 0);
            boolean whole = read.precision() > stored.bitsStored();
            int v = whole ? word : stored.value(stored.pattern(word));
            all[at + width * i] = (byte) v;
            if (width == 2) {
                all[at + 2 * i + 1] = (byte) (v >> 8);
            }
        }
    }

    /** The same without what stands above the stored bits, which is not part of the picture. */
    private static int[] meant(DicomFile file) throws IOException {
        PixelFormat format = PixelFormat.of(file.data());
        byte[] all = stored(file);
        int width = format.bitsAllocated() == 16 ? 2 : 1;
        int[] values = new int[all.length / width];
        for (int i = 0; i < values.length; i++) {
            int word = (all[width * i] & 0xFF) | (width == 2 ? (all[2 * i + 1] & 0xFF) << 8 : 0);
            values[i] = format.value(format.pattern(word));
        }
        return values;
    }

    private void equalsDcmtk(String tool, String option, List<String[]> rows, int expected) throws Exception {
        equalsDcmtk(tool, option, rows, expected, 0);
    }

    private void equalsDcmtk(String tool, String option, List<String[]> rows, int expected, int tolerance)
            throws Exception {
        assumeInstalled(tool);
        List<String> wrong = new ArrayList<>();
        for (String[] row : rows) {
            Path theirs = folder.resolve("plain.dcm");
            run(tool, option, row[0], theirs.toString());
            try (DicomFile a = new DicomReader().read(Path.of(row[0])); DicomFile b = new DicomReader().read(theirs)) {
                int difference = StoredValues.difference(meant(a), meant(b));
                if (difference > tolerance) {
                    wrong.add(row[0] + " differs by " + difference);
                }
            } catch (IOException e) {
                wrong.add(row[0] + ": " + e.getMessage());
            }
        }
        assertEquals(List.of(), wrong);
        assertEquals(expected, rows.size());
    }

    @Test
    void losslessJpegEqualsDcmtk() throws Exception {
        equalsDcmtk("dcmdjpeg", "+cn", manifest("57", "70"), 8);
    }

    @Test
    void twelveBitJpegDiffersFromDcmtkByOneAtMost() throws Exception {
        equalsDcmtk("dcmdjpeg", "+cn", manifest("51", "53", "55"), 4, 1);
    }

    @Test
    void baselineJpegInColourDiffersFromDcmtkByOneAtMost() throws Exception {
        assumeInstalled("dcmdjpeg");
        Path packed = folder.resolve("packed.dcm");
        Path theirs = folder.resolve("plain.dcm");
        TurboJpeg jpeg = new TurboJpeg();
        assertTrue(jpeg.prepare());
        new UltrasoundMultiframeWriter().write(packed, UltrasoundFixtures.object("peers"), 3,
                i -> UltrasoundFixtures.frame(333, 211, i), PixelEncoding.JPEG_BASELINE);
        run("dcmdjpeg", packed.toString(), theirs.toString());
        try (DicomFile a = new DicomReader().read(packed); DicomFile b = new DicomReader().read(theirs)) {
            PixelDecoder ours = new PixelDecoder(a, jpeg, new FfmpegPictures());
            PixelDecoder other = decoder(b);
            for (int i = 0; i < 3; i++) {
                int[] x = ours.decode(i).argb();
                int[] y = other.decode(i).argb();
                for (int k = 0; k < x.length; k++) {
                    for (int shift = 0; shift < 24; shift += 8) {
                        assertEquals(y[k] >> shift & 0xFF, x[k] >> shift & 0xFF, 1, "frame " + i + " pixel " + k);
                    }
                }
            }
        }
    }

    @Test
    void jpegLsEqualsDcmtk() throws Exception {
        equalsDcmtk("dcmdjpls", "+ud", manifest("80", "81"), 19);
    }

    @Test
    void reversibleJpeg2000HasPydicomsHash() throws Exception {
        List<String> wrong = new ArrayList<>();
        int compared = 0;
        for (String[] row : manifest("90", "91")) {
            String hash = Stream.of(row).filter(c -> c.matches("[0-9a-f]{16}")).findFirst().orElse("");
            // Two files of .91 use the irreversible wavelet, whose last bit is each decoder's own.
            boolean irreversible = row[0].endsWith("JPEG2000.dcm") || row[0].endsWith("US1_J2KI.dcm");
            if (hash.isEmpty() || irreversible) {
                continue;
            }
            try (DicomFile file = new DicomReader().read(Path.of(row[0]))) {
                byte[] digest = MessageDigest.getInstance("SHA-256").digest(stored(file));
                compared++;
                if (!HexFormat.of().formatHex(digest).startsWith(hash)) {
                    wrong.add(row[0]);
                }
            }
        }
        assertEquals(List.of(), wrong);
        assertEquals(9, compared);
    }

    @Test
    void irreversibleJpeg2000DiffersFromOpenJpegByOneAtMost() throws Exception {
        assumeInstalled("gdcmconv");
        for (String[] row : manifest("91")) {
            Path theirs = folder.resolve("plain.dcm");
            run("gdcmconv", "--raw", row[0], theirs.toString());
            try (DicomFile a = new DicomReader().read(Path.of(row[0])); DicomFile b = new DicomReader().read(theirs)) {
                int[] ours = decoder(a).decode(0).argb();
                int[] other = decoder(b).decode(0).argb();
                int most = 0;
                for (int i = 0; i < ours.length; i++) {
                    for (int shift = 0; shift < 24; shift += 8) {
                        most = Math.max(most, Math.abs((ours[i] >> shift & 0xFF) - (other[i] >> shift & 0xFF)));
                    }
                }
                assertTrue(most <= 1, row[0] + " differs by " + most);
            }
        }
    }

    @Test
    void highThroughputJpeg2000GivesItsRamp() throws Exception {
        List<String[]> rows = manifest("201", "202", "203");
        for (String[] row : rows) {
            try (DicomFile file = new DicomReader().read(Path.of(row[0]))) {
                int[] argb = decoder(file).decode(0).argb();
                if (row[0].endsWith("htj2k_lossless_parity.dcm")) {
                    for (int i = 0; i < argb.length; i++) {
                        assertEquals(0xFF000000 | 2 * i * 0x010101, argb[i]);
                    }
                }
            }
        }
        assertEquals(3, rows.size());
    }

    private void comesBack(PixelEncoding from, TransferSyntax expected, String... command) throws Exception {
        assumeInstalled(command[0]);
        Path plain = folder.resolve("plain.dcm");
        Path packed = folder.resolve("packed.dcm");
        new UltrasoundMultiframeWriter().write(plain, UltrasoundFixtures.object("peers"), 3,
                i -> UltrasoundFixtures.frame(50, 38, i), from);
        List<String> whole = new ArrayList<>(List.of(command));
        whole.addAll(List.of(plain.toString(), packed.toString()));
        run(whole.toArray(String[]::new));
        try (DicomFile a = new DicomReader().read(plain); DicomFile b = new DicomReader().read(packed)) {
            assertEquals(expected, b.transferSyntax().orElseThrow());
            PixelDecoder original = decoder(a);
            PixelDecoder copy = decoder(b);
            assertEquals(3, copy.frames());
            for (int i : new int[]{2, 0, 1}) {
                assertTrue(Arrays.equals(original.decode(i).argb(), copy.decode(i).argb()), "frame " + i);
            }
        }
    }

    @Test
    void whatDcmtkPacksComesBackFrameForFrame() throws Exception {
        for (PixelEncoding from : List.of(PixelEncoding.RGB, PixelEncoding.MONOCHROME2)) {
            comesBack(from, TransferSyntax.JPEG_LOSSLESS_SV1, "dcmcjpeg", "+e1");
            for (int predictor = 1; predictor <= 7; predictor++) {
                comesBack(from, TransferSyntax.JPEG_LOSSLESS, "dcmcjpeg", "+el", "+sv", Integer.toString(predictor));
            }
            comesBack(from, TransferSyntax.JPEG_LS, "dcmcjpls", "+el", "+il");
            comesBack(from, TransferSyntax.JPEG_LS, "dcmcjpls", "+el", "+in");
            comesBack(from, TransferSyntax.JPEG_LS, "dcmcjpls", "+el", "+fs", "1");
        }
        comesBack(PixelEncoding.PALETTE_COLOR, TransferSyntax.JPEG_LOSSLESS_SV1, "dcmcjpeg", "+e1");
    }

    @Test
    void whatGdcmPacksAsJpeg2000ComesBackFrameForFrame() throws Exception {
        comesBack(PixelEncoding.RGB, TransferSyntax.JPEG_2000_LOSSLESS, "gdcmconv", "--j2k");
        comesBack(PixelEncoding.MONOCHROME2, TransferSyntax.JPEG_2000_LOSSLESS, "gdcmconv", "--j2k");
    }
}
