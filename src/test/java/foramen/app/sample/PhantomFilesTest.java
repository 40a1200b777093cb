package foramen.app.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.app.Terminal;
import foramen.job.CancelledException;
import foramen.job.Progress;
import foramen.phantom.PhantomCatalog;
import foramen.phantom.PhantomClip;
import foramen.phantom.PhantomGenerator;
import foramen.phantom.PhantomSample;
import foramen.phantom.PhantomSpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The committed clips are what the phantom writes. */
class PhantomFilesTest {
    private final Path folder;

    PhantomFilesTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void everyCommittedClipAndTruthIsWhatThePhantomWritesByteForByte() {
        Map<PhantomSpec, List<PhantomSample>> clips = PhantomCatalog.samples(PhantomCatalog.STANDARD_SEED).stream()
                .collect(Collectors.groupingBy(PhantomSample::spec));
        // Side by side, for one clip takes some seconds; they share nothing.
        List<String> different = clips.entrySet().parallelStream()
                .flatMap(e -> write(e.getKey(), e.getValue()).stream())
                .flatMap(file -> difference(file).stream()).sorted().toList();
        assertEquals(List.of(), different);
    }

    private List<Path> write(PhantomSpec spec, List<PhantomSample> samples) {
        PhantomClip clip = new PhantomGenerator().generate(spec, Progress.NONE);
        List<Path> files = new ArrayList<>();
        for (PhantomSample sample : samples) {
            files.addAll(write(folder, sample, clip));
        }
        return files;
    }

    private static List<Path> write(Path folder, PhantomSample sample, PhantomClip clip) {
        try {
            return PhantomFiles.write(folder, sample, clip);
        } catch (IOException e) {
            throw new UncheckedIOException(sample.name(), e);
        }
    }

    private static Optional<String> difference(Path written) {
        try {
            Path committed = Terminal.sample(String.valueOf(written.getFileName()));
            long at = Files.mismatch(written, committed);
            return at < 0 ? Optional.empty() : Optional.of(committed + " differs from byte " + at + " on");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void anotherSeedMakesOtherBytesOfTheSameScene() throws IOException {
        List<Path> one = writeBrief("1", 1);
        List<Path> again = writeBrief("again", 1);
        List<Path> two = writeBrief("2", 2);
        assertEquals(-1, Files.mismatch(one.getFirst(), again.getFirst()));
        assertEquals(-1, Files.mismatch(one.getLast(), again.getLast()));
        assertNotEquals(-1, Files.mismatch(one.getFirst(), two.getFirst()));
        assertEquals(one.getFirst().getFileName(), two.getFirst().getFileName());
        assertEquals(SampleTruth.read(one.getLast()).frames(), SampleTruth.read(two.getLast()).frames());
    }

    private List<Path> writeBrief(String name, long seed) throws IOException {
        PhantomSample sample = brief(seed);
        return write(Files.createDirectory(folder.resolve(name)), sample,
                new PhantomGenerator().generate(sample.spec(), Progress.NONE));
    }

    /** The last sample of the set, cut to three frames. */
    private static PhantomSample brief(long seed) {
        PhantomSample s = PhantomCatalog.samples(seed).getLast();
        PhantomSpec p = s.spec();
        return new PhantomSample(s.name(), new PhantomSpec(p.scene(), p.side(), p.swollenNerve(), p.calcification(), 3,
                p.columns(), p.rows(), p.frameMillis(), p.seed(), p.identity()), s.encoding(), s.pair(),
                s.description());
    }

    @Test
    void aCancelledRunLeavesNoClipBehind() throws IOException {
        Progress cancelled = new Progress() {
            @Override
            public void report(double fraction, String message) {}

            @Override
            public boolean isCancelled() {
                return true;
            }
        };
        Assertions.assertThrows(CancelledException.class, () -> PhantomFiles.write(folder, 1, cancelled));
        try (var files = Files.list(folder)) {
            assertTrue(files.findAny().isEmpty());
        }
    }
}
