package foramen.dicom.write;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.dicom.data.DataSet;
import foramen.dicom.data.PresentationTag;
import foramen.dicom.data.Tag;
import foramen.dicom.io.DicomFile;
import foramen.dicom.io.DicomReader;
import foramen.domain.casefile.Case;
import foramen.domain.clip.Clip;
import foramen.domain.clip.Frame;
import foramen.domain.delivery.Exporter;
import foramen.geometry.Ellipse;
import foramen.overlay.Mark;
import foramen.overlay.OverlayOptions;
import foramen.overlay.OverlayScene;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the tools of others say of our objects; each skips itself where the tool is not installed. */
class ObjectsAgainstPeersTest {
    @ParameterizedTest
    @EnumSource
    void dciodvfyFindsNoErrorInAnyObject(PixelEncoding encoding, @TempDir Path folder) throws Exception {
        Path dciodvfy = installed("dciodvfy", "dicom3tools");
        List<String> errors = new ArrayList<>();
        for (int frames : new int[]{1, 3}) {
            for (Path file : objects(folder, encoding, frames)) {
                ObjectFixtures.run(dciodvfy.toString(), file.toString()).lines().filter(l -> l.startsWith("Error"))
                        .forEach(l -> errors.add(encoding + " × " + frames + " " + file.getFileName() + ": " + l));
            }
        }
        assertTrue(errors.isEmpty(), String.join("\n", errors));
    }

    /** dcmpschk 3.6.7 knows no UTF-8 and calls every other letter wrong; nothing else may be wrong. */
    @ParameterizedTest
    @EnumSource(names = {"RGB", "MONOCHROME2"})
    void dcmpschkFindsNothingWrongButLettersThatItDoesNotKnow(PixelEncoding encoding, @TempDir Path folder)
            throws Exception {
        Path dcmpschk = installed("dcmpschk", "dcmtk");
        try (Clip clip = ObjectFixtures.open(ObjectFixtures.clip(folder, encoding, 3))) {
            Case c = ObjectFixtures.drawn(clip);
            Path drawn = ObjectFixtures.file(folder, ObjectFixtures.presentation(), ObjectFixtures.subject(c, clip));
            String said = ObjectFixtures.run(dcmpschk.toString(), drawn.toString());
            List<String> values = said.lines().filter(l -> l.contains("Attribute value   :")).toList();
            assertTrue(values.stream().allMatch(v -> v.chars().anyMatch(ch -> ch > 126)), said);
            long errors = said.lines().filter(l -> l.startsWith("E: Error")).count();
            assertEquals(values.size(), errors, said);
        }
    }

    @Test
    void dcmp2pgmShowsTheGreysAsTheScreenAndKeepsEveryPoint(@TempDir Path folder) throws Exception {
        Path dcmp2pgm = installed("dcmp2pgm", "dcmtk");
        Path source = ObjectFixtures.clip(folder, PixelEncoding.MONOCHROME2, 3);
        try (Clip clip = ObjectFixtures.open(source)) {
            Case c = ObjectFixtures.drawn(clip);
            Path state = ObjectFixtures.file(folder, ObjectFixtures.presentation(), ObjectFixtures.subject(c, clip));
            Path saved = folder.resolve("saved.dcm");
            Path pgm = folder.resolve("out.pgm");
            String said = ObjectFixtures.run(dcmp2pgm.toString(), "-p", state.toString(), "-f", "3", "+S",
                    saved.toString(), source.toString(), pgm.toString());
            assertEquals("", said.strip());
            assertSameGreys(clip.frame(2), Files.readAllBytes(pgm));
            List<List<Double>> screen = outlines(c, clip);
            List<List<Double>> theirs = graphics(saved);
            assertEquals(2, screen.size());
            for (List<Double> outline : screen) {
                double off = theirs.stream().mapToDouble(t -> apart(outline, t)).min().orElse(1e9);
                assertTrue(off <= 0.5, "an outline of the screen is off by " + off + " pixels after DCMTK");
            }
        }
    }

    private static void assertSameGreys(Frame frame, byte[] pgm) {
        int from = pgm.length - frame.argb().length;
        for (int i = 0; i < frame.argb().length; i++) {
            int theirs = pgm[from + i] & 0xFF;
            assertTrue(Math.abs(theirs - (frame.argb()[i] & 0xFF)) <= 1, "pixel " + i + " is " + theirs);
        }
    }

    private static double apart(List<Double> a, List<Double> b) {
        double most = a.size() == b.size() ? 0 : 1e9;
        for (int i = 0; i < Math.min(a.size(), b.size()); i++) {
            most = Math.max(most, Math.abs(a.get(i) - b.get(i)));
        }
        return most;
    }

    /** The closed lines of the display list on the last frame, as x, y, x, y and so on. */
    private static List<List<Double>> outlines(Case c, Clip clip) {
        List<List<Double>> outlines = new ArrayList<>();
        for (Mark m : ObjectFixtures.composer().compose(new OverlayScene(c, clip.info(), 2, Optional.empty(),
                Optional.empty(), List.of()), new OverlayOptions(true, OverlayOptions.Info.NONE, false, Locale.ROOT))
                .marks()) {
            // An ellipse is painted in pieces and written as an ellipse.
            if (m instanceof Mark.Path p && p.closed() && p.points().size() != Ellipse.PIECES) {
                outlines.add(p.points().stream().flatMap(q -> Stream.of(q.x(), q.y())).toList());
            }
        }
        return outlines;
    }

    private static List<List<Double>> graphics(Path saved) throws IOException {
        List<List<Double>> graphics = new ArrayList<>();
        try (DicomFile file = new DicomReader().read(saved)) {
            for (DataSet item : file.data().items(PresentationTag.GRAPHIC_ANNOTATION_SEQUENCE)) {
                boolean last = item.items(Tag.REFERENCED_IMAGE_SEQUENCE).getFirst()
                        .integer(Tag.REFERENCED_FRAME_NUMBER, 0) == 3;
                for (DataSet g : item.items(PresentationTag.GRAPHIC_OBJECT_SEQUENCE)) {
                    List<Double> data = g.reals(PresentationTag.GRAPHIC_DATA);
                    if (last && g.text(PresentationTag.GRAPHIC_TYPE).equals("POLYLINE")
                            && g.contains(PresentationTag.GRAPHIC_FILLED)) {
                        graphics.add(data.subList(0, data.size() - 2));
                    }
                }
            }
        }
        return graphics;
    }

    @Test
    void dcm2pdfGivesTheDocumentBackByteForByte(@TempDir Path folder) throws Exception {
        Path dcm2pdf = installed("dcm2pdf", "dcmtk");
        try (Clip clip = ObjectFixtures.open(ObjectFixtures.clip(folder, PixelEncoding.RGB, 1))) {
            Path file = ObjectFixtures.file(folder, ObjectFixtures.pdf(),
                    ObjectFixtures.subject(ObjectFixtures.drawn(clip), clip));
            Path out = folder.resolve("out.pdf");
            ObjectFixtures.run(dcm2pdf.toString(), file.toString(), out.toString());
            byte[] back = Files.readAllBytes(out);
            assertArrayEquals(ObjectFixtures.document(), back);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"RGB", "JPEG_BASELINE"})
    void dcmdumpAndGdcmReadEveryObject(PixelEncoding encoding, @TempDir Path folder) throws Exception {
        Path dcmdump = installed("dcmdump", "dcmtk");
        Path gdcmdump = installed("gdcmdump", "libgdcm-tools");
        for (Path file : objects(folder, encoding, 3)) {
            String said = ObjectFixtures.run(dcmdump.toString(), file.toString());
            assertTrue(said.lines().noneMatch(l -> l.startsWith("E:") || l.startsWith("W:")), said);
            assertTrue(said.contains("SOPInstanceUID"), said);
            String theirs = ObjectFixtures.run(gdcmdump.toString(), file.toString());
            assertTrue(theirs.contains("(0008,0018) UI"), theirs);
        }
    }

    private static List<Path> objects(Path folder, PixelEncoding encoding, int frames) throws IOException {
        List<Path> files = new ArrayList<>();
        try (Clip clip = ObjectFixtures.open(ObjectFixtures.clip(folder, encoding, frames))) {
            for (Exporter e : ObjectFixtures.exporters()) {
                files.add(ObjectFixtures.file(folder, e, ObjectFixtures.subject(ObjectFixtures.drawn(clip), clip)));
            }
        }
        return files;
    }

    private static Path installed(String tool, String pack) {
        Optional<Path> found = ObjectFixtures.tool(tool);
        Assumptions.assumeTrue(found.isPresent(), tool + " (" + pack + ") is not installed");
        return found.get();
    }
}
