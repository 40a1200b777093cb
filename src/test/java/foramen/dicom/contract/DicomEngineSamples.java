package foramen.dicom.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.domain.clip.Frame;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** The contract on real files: each opens or is refused, and the pixels are those that another decoder saw. */
public abstract class DicomEngineSamples {
    /** Where every decoder must give the same bytes: uncompressed, RLE, deflated, JPEG 2000 without loss. */
    private static final Set<String> EXACT = Set.of("1.2.840.10008.1.2", "1.2.840.10008.1.2.1", "1.2.840.10008.1.2.2",
            "1.2.840.10008.1.2.1.99", "1.2.840.10008.1.2.5", "1.2.840.10008.1.2.4.90");

    /** The engine to be held to the contract. */
    protected abstract DicomEngine engine();

    private static Path folder() {
        Path folder = Path.of(System.getProperty("foramen.shared", "absent"), "samples");
        Assumptions.assumeTrue(Files.exists(folder.resolve("manifest.csv")), "the shared sample files are not here");
        return folder;
    }

    private static List<Map<String, String>> manifest() throws IOException {
        List<String> lines = Files.readAllLines(folder().resolve("manifest.csv"));
        List<String> names = cells(lines.getFirst());
        List<Map<String, String>> rows = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            List<String> cells = cells(line);
            Map<String, String> row = new HashMap<>();
            for (int i = 0; i < Math.min(names.size(), cells.size()); i++) {
                row.put(names.get(i), cells.get(i));
            }
            rows.add(row);
        }
        return rows;
    }

    private static List<String> cells(String line) {
        return Arrays.stream(line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1)).map(c -> c.replace("\"", ""))
                .toList();
    }

    @Test
    void everyFileOpensOrIsRefused() throws IOException {
        List<String> wrong = new ArrayList<>();
        int opened = 0;
        for (Map<String, String> row : manifest()) {
            Path file = folder().resolve(row.getOrDefault("file", ""));
            try (DicomEngine.Opened open = engine().open(Files.readAllBytes(file))) {
                open.pictures().frame(0);
                opened++;
            } catch (IOException | RuntimeException e) {
                if (!engine().isRefusal(e)) {
                    wrong.add(file + ": " + e);
                }
            }
        }
        assertEquals(List.of(), wrong);
        assertTrue(opened > 200, opened + " files opened");
    }

    @Test
    void losslessPixelsAreThoseOfTheOracle() throws Exception {
        List<String> wrong = new ArrayList<>();
        int compared = 0;
        for (Map<String, String> row : manifest()) {
            String photometric = row.getOrDefault("photometric", "");
            boolean comparable = EXACT.contains(row.getOrDefault("transfer_syntax", ""))
                    && row.getOrDefault("px_dtype", "").equals("uint8")
                    && (photometric.equals("RGB") || photometric.equals("MONOCHROME2"));
            if (!comparable || row.getOrDefault("px_sha16", "").isEmpty()) {
                continue;
            }
            Path file = folder().resolve(row.getOrDefault("file", ""));
            try (DicomEngine.Opened open = engine().open(Files.readAllBytes(file))) {
                boolean windowed = open.data().real(0x00281051).isPresent() || open.data().real(0x00281053).isPresent()
                        || open.data().contains(0x00283010) || open.data().integer(0x00280101, 8) < 8;
                if (!windowed) {
                    compared++;
                    String ours = hash(open.pictures(), photometric.equals("RGB"));
                    if (!ours.equals(row.get("px_sha16"))) {
                        wrong.add(file.toString());
                    }
                }
            }
        }
        assertEquals(List.of(), wrong);
        assertTrue(compared > 30, compared + " files compared");
    }

    /** The first digits of the SHA-256 of all samples of all frames, colours side by side. */
    private static String hash(DicomEngine.Pictures pictures, boolean colour) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        for (int f = 0; f < pictures.frames(); f++) {
            Frame frame = pictures.frame(f);
            byte[] samples = new byte[frame.argb().length * (colour ? 3 : 1)];
            int at = 0;
            for (int pixel : frame.argb()) {
                if (colour) {
                    samples[at++] = (byte) (pixel >> 16);
                    samples[at++] = (byte) (pixel >> 8);
                }
                samples[at++] = (byte) pixel;
            }
            digest.update(samples);
        }
        return HexFormat.of().formatHex(digest.digest()).substring(0, 16);
    }
}
