package foramen.dicom.pixel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever DCMTK packs, in whatever syntax, means to Foramen what it means to DCMTK, frame for frame. */
class PackedByDcmtkTest {
    private final Path folder;
    private final List<String> wrong = new ArrayList<>();
    private int compared;

    PackedByDcmtkTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private static void assumeInstalled(String... tools) {
        for (String tool : tools) {
            Assumptions.assumeTrue(Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                    .anyMatch(f -> Files.isExecutable(Path.of(f, tool))), tool + " is not installed");
        }
    }

    private static String run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return process.waitFor() == 0 ? "" : "fails: " + said.lines().skip(1).filter(l -> l.length() > 3).toList();
    }

    /** Packs {@code source} with {@code packer}, unpacks it with {@code unpacker}, and compares both readings. */
    private void compare(Path source, List<String> packer, List<String> unpacker, int tolerance) throws Exception {
        Path packed = folder.resolve("packed.dcm");
        Path plain = folder.resolve("plain.dcm");
        String name = source.getFileName() + " by " + String.join(" ", packer);
        List<String> pack = new ArrayList<>(packer);
        pack.addAll(List.of(source.toString(), packed.toString()));
        List<String> unpack = new ArrayList<>(unpacker);
        unpack.addAll(List.of(packed.toString(), plain.toString()));
        String failed = run(pack) + run(unpack);
        if (!failed.isEmpty()) {
            wrong.add(name + " " + failed);
            return;
        }
        try {
            int difference = StoredValues.difference(StoredValues.of(packed), StoredValues.of(plain));
            compared++;
            if (difference > tolerance) {
                wrong.add(name + " differs by " + difference);
            }
        } catch (IOException e) {
            wrong.add(name + ": " + e.getMessage());
        }
    }

    private List<Path> greys(int most) throws IOException {
        List<Path> files = new ArrayList<>();
        for (int bits : new int[]{8, 10, 12, 16}) {
            if (bits <= most) {
                files.add(PlainSources.grey(folder, 51, 37, bits, false));
                files.add(PlainSources.grey(folder, 51, 37, bits, true));
            }
        }
        return files;
    }

    private List<Path> colours() throws IOException {
        return List.of(PlainSources.colour(folder, 50, 37, "RGB", false),
                PlainSources.colour(folder, 51, 36, "RGB", true));
    }

    private List<Path> stored() throws IOException {
        return List.of(PlainSources.colour(folder, 50, 37, "YBR_FULL", false),
                PlainSources.colour(folder, 51, 36, "YBR_FULL", true), PlainSources.palette(folder, 51, 37));
    }

    private void assertCompared(int expected) {
        assertEquals(List.of(), wrong);
        assertEquals(expected, compared);
    }

    @Test
    void lossyJpegOfEveryProcessDiffersByOneAtMost() throws Exception {
        assumeInstalled("dcmcjpeg", "dcmdjpeg");
        List<String> unpacker = List.of("dcmdjpeg", "+cn");
        for (String process : List.of("+eb", "+ee", "+es", "+ep")) {
            for (Path grey : greys(12)) {
                boolean eight = grey.toString().contains("grey8");
                if (eight || !process.equals("+eb")) {
                    compare(grey, List.of("dcmcjpeg", process, "+q", "95", eight ? "+be" : "+bt"), unpacker, 1);
                }
            }
            for (Path colour : colours()) {
                for (String chroma : List.of("+s4", "+s2", "+n1")) {
                    compare(colour, List.of("dcmcjpeg", process, chroma), unpacker, 1);
                    if (!process.equals("+eb")) {
                        compare(colour, List.of("dcmcjpeg", process, chroma, "+bt"), unpacker, 1);
                    }
                }
                compare(colour, List.of("dcmcjpeg", process, "+cr"), unpacker, 1);
            }
        }
        assertCompared(70);
    }

    @Test
    void losslessJpegOfEveryPredictorIsTheSame() throws Exception {
        assumeInstalled("dcmcjpeg", "dcmdjpeg");
        List<Path> sources = new ArrayList<>(greys(16));
        sources.addAll(colours());
        sources.addAll(stored());
        for (Path source : sources) {
            compare(source, List.of("dcmcjpeg", "+e1"), List.of("dcmdjpeg", "+cn"), 0);
            for (int predictor = 1; predictor <= 7; predictor += source.toString().contains("grey12-") ? 1 : 5) {
                compare(source, List.of("dcmcjpeg", "+el", "+sv", Integer.toString(predictor)),
                        List.of("dcmdjpeg", "+cn"), 0);
            }
        }
        assertTrue(compared > 40);
        assertCompared(compared);
    }

    @Test
    void jpegLsOfEveryInterleavingIsTheSame() throws Exception {
        assumeInstalled("dcmcjpls", "dcmdjpls");
        List<String> unpacker = List.of("dcmdjpls");
        for (Path grey : greys(16)) {
            compare(grey, List.of("dcmcjpls", "+el"), unpacker, 0);
            // DCMTK refuses to pack signed samples with loss.
            if (!grey.toString().contains("s-")) {
                compare(grey, List.of("dcmcjpls", "+en", "+md", "3"), unpacker, 0);
            }
        }
        List<Path> sources = new ArrayList<>(colours());
        sources.addAll(stored());
        for (Path colour : sources) {
            for (String interleave : List.of("+il", "+is", "+in")) {
                compare(colour, List.of("dcmcjpls", "+el", interleave), unpacker, 0);
                if (!colour.toString().contains("palette")) {
                    compare(colour, List.of("dcmcjpls", "+en", "+md", "2", interleave), unpacker, 0);
                }
            }
        }
        for (String parameters : List.of("+t1 5 +t2 9 +t3 30", "+rs 31", "+fs 1", "-ot")) {
            List<String> packer = new ArrayList<>(List.of("dcmcjpls", "+el"));
            packer.addAll(List.of(parameters.split(" ")));
            compare(greys(16).getFirst(), packer, unpacker, 0);
        }
        assertTrue(compared > 40);
        assertCompared(compared);
    }

    @Test
    void rleAndTheUncompressedSyntaxesAreTheSame() throws Exception {
        assumeInstalled("dcmcrle", "dcmdrle", "dcmconv");
        List<Path> sources = new ArrayList<>(greys(16));
        sources.addAll(colours());
        sources.addAll(stored());
        for (Path source : sources) {
            compare(source, List.of("dcmcrle"), List.of("dcmdrle"), 0);
            for (String syntax : List.of("+te", "+tb", "+ti", "+td")) {
                compare(source, List.of("dcmconv", syntax), List.of("dcmconv", "+te"), 0);
            }
        }
        Path half = PlainSources.colour(folder, 50, 37, "YBR_FULL_422", false);
        for (String syntax : List.of("+te", "+tb", "+ti", "+td")) {
            compare(half, List.of("dcmconv", syntax), List.of("dcmconv", "+te"), 0);
        }
        assertTrue(compared > 60);
        assertCompared(compared);
    }
}
