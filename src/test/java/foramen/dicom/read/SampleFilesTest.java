package foramen.dicom.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.dicom.data.DataSet;
import foramen.dicom.data.Tag;
import foramen.dicom.io.DicomFile;
import foramen.dicom.io.DicomReader;
import foramen.domain.clip.ClipException;
import foramen.domain.clip.Frame;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Scanner;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleFilesTest {
    /** DCMTK believes a wrong label here: the tag says RGB, the JFIF stream is YCbCr. */
    private static final String MISLABELLED = "google-dicomweb-adapter/example.dcm";

    private final DicomClipReader reader = new DicomClipReader();

    @Test
    void everyFileOpensOrSaysInOneSentenceWhyNot() throws Exception {
        List<String> wrong = new ArrayList<>();
        int opened = 0;
        for (Path file : SampleFiles.all()) {
            long start = System.nanoTime();
            String name = String.valueOf(file.getFileName());
            try (DicomClip clip = reader.open(file)) {
                clip.frame(0);
                opened++;
            } catch (ClipException e) {
                String said = String.valueOf(e.getMessage());
                if (!said.contains(name) || !said.endsWith(".") || said.contains("..") || said.contains("\n")) {
                    wrong.add(file + ": " + said);
                }
            } catch (RuntimeException e) {
                wrong.add(file + ": " + e);
            }
            if (System.nanoTime() - start > 2_000_000_000L) {
                wrong.add(file + " takes longer than two seconds");
            }
        }
        assertEquals(List.of(), wrong);
        assertTrue(opened > 200, opened + " files opened");
    }

    @Test
    void decodedPixelsEqualThoseOfDcmtk(@TempDir Path folder) throws Exception {
        Assumptions.assumeTrue(SampleFiles.isInstalled("dcmj2pnm"), "dcmj2pnm (DCMTK) is not installed");
        List<String> wrong = new ArrayList<>();
        int compared = 0;
        for (Path file : SampleFiles.all()) {
            if (file.endsWith(MISLABELLED) || file.toString().contains("fuzz")) {
                continue;
            }
            try (DicomClip clip = reader.open(file)) {
                Frame ours = clip.frame(0);
                Path theirs = folder.resolve("frame.pnm");
                Files.deleteIfExists(theirs);
                List<String> command = new ArrayList<>(List.of("dcmj2pnm", "+F", "1", "+op", "-O"));
                command.addAll(greyOptions(file));
                command.addAll(List.of(file.toString(), theirs.toString()));
                SampleFiles.run(command);
                boolean bits = clip.description().bitsStored() == 1;
                // DCMTK takes its brightness from one frame, Foramen from several, so that it does not change.
                boolean apart = command.contains("+Wm") && clip.info().frames() > 1;
                if (Files.exists(theirs) && !bits && !apart) {
                    compared++;
                    int difference = difference(ours, Files.readAllBytes(theirs));
                    // DCMTK cuts YCbCr to whole numbers where the standard's formula rounds; a window spreads the one
                    // by which twelve-bit lossy samples may differ.
                    boolean spread = clip.description().lossy() && clip.description().bitsStored() > 8;
                    if (difference > (spread ? 3 : clip.info().photometric().startsWith("YBR") ? 2 : 1)) {
                        wrong.add(file + " differs by " + difference);
                    }
                }
            } catch (ClipException e) {
                // The test above holds the sentence to account; here is only what can be compared.
                assertTrue(String.valueOf(e.getMessage()).endsWith("."));
            }
        }
        assertEquals(List.of(), wrong);
        assertTrue(compared > 80, compared + " files compared");
    }

    private static List<String> greyOptions(Path file) throws Exception {
        try (DicomFile read = new DicomReader().read(file)) {
            DataSet d = read.data();
            boolean grey = d.integer(Tag.SAMPLES_PER_PIXEL, 1) == 1
                    && !d.text(Tag.PHOTOMETRIC_INTERPRETATION).startsWith("PALETTE");
            if (grey && d.real(Tag.WINDOW_WIDTH).orElse(0) > 0) {
                return List.of("+Wi", "1");
            }
            // DCMTK does not look for windows in functional groups.
            for (DataSet group : grey ? d.items(Tag.SHARED_FUNCTIONAL_GROUPS) : List.<DataSet>of()) {
                for (DataSet window : group.items(Tag.FRAME_VOI_LUT_SEQUENCE)) {
                    return List.of("+Ww", window.text(Tag.WINDOW_CENTER), window.text(Tag.WINDOW_WIDTH));
                }
            }
            return grey && d.integer(Tag.BITS_STORED, 8) > 8 ? List.of("+Wm") : List.of();
        }
    }

    /** The greatest difference of any sample; pictures of different size differ by 999. */
    private static int difference(Frame ours, byte[] pnm) {
        boolean grey = pnm[1] == '5';
        Scanner head = new Scanner(new String(pnm, 0, Math.min(pnm.length, 100), StandardCharsets.ISO_8859_1));
        head.next();
        int columns = head.nextInt();
        int rows = head.nextInt();
        if (columns != ours.columns() || rows != ours.rows()) {
            return 999;
        }
        int from = pnm.length - columns * rows * (grey ? 1 : 3);
        int most = 0;
        for (int i = 0; i < columns * rows; i++) {
            for (int c = 0; c < 3; c++) {
                int theirs = pnm[from + (grey ? i : 3 * i + c)] & 0xFF;
                most = Math.max(most, Math.abs(theirs - (ours.argb()[i] >> (16 - 8 * c) & 0xFF)));
            }
        }
        return most;
    }
}
