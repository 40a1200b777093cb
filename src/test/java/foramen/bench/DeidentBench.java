package foramen.bench;

import foramen.codec.TurboJpeg;
import foramen.dicom.data.Tag;
import foramen.dicom.data.TransferSyntax;
import foramen.dicom.deident.DeidentKey;
import foramen.dicom.deident.Deidentification;
import foramen.dicom.deident.Deidentifier;
import foramen.dicom.deident.FileProof;
import foramen.dicom.deident.ScannerMasks;
import foramen.dicom.io.DicomFile;
import foramen.dicom.io.DicomReader;
import foramen.domain.deident.Box;
import foramen.domain.deident.PixelPolicy;
import foramen.job.Progress;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How fast clips are copied without their patient, with the check of every frame after re-decoding. */
public final class DeidentBench {
    private static final int ROUNDS = 5;

    private DeidentBench() {}

    /** {@code DeidentBench FILE...}. */
    public static void main(String[] args) throws Exception {
        Path folder = Files.createTempDirectory("deident-bench");
        Deidentifier deidentifier = new Deidentifier(new Deidentification(DeidentKey.of(new byte[32]), Set.of(),
                new PixelPolicy(List.of(), List.of(new Box(0, 0, 64, 16)), PixelPolicy.WithoutRegions.REFUSE), Map.of(),
                "bench"), ScannerMasks.open(folder.resolve("none.json")), new TurboJpeg());
        for (String arg : args) {
            Path file = Path.of(arg);
            double[] millis = new double[ROUNDS];
            List<FileProof> proofs = new ArrayList<>();
            for (int r = -1; r < ROUNDS; r++) {
                ThreadMXBean threads = ManagementFactory.getThreadMXBean();
                long start = threads.getCurrentThreadCpuTime();
                Path copy = folder.resolve("copy-" + r + ".dcm");
                proofs.add(deidentifier.copyTo(copy, file, Progress.NONE));
                if (r >= 0) {
                    millis[r] = (threads.getCurrentThreadCpuTime() - start) / 1e6;
                }
                Files.delete(copy);
            }
            Arrays.sort(millis);
            print(file, proofs.getFirst(), millis[ROUNDS / 2]);
        }
    }

    private static void print(Path file, FileProof proof, double millis) throws Exception {
        try (DicomFile f = new DicomReader().read(file)) {
            int frames = proof.frames().size();
            double megabytes = (double) frames * proof.columns() * proof.rows()
                    * f.data().integer(Tag.SAMPLES_PER_PIXEL, 1) * f.data().integer(Tag.BITS_ALLOCATED, 8) / 8 / 1e6;
            System.out.printf("| %s | %d × %d, %d | %.1f | %.0f | %.1f |%n",
                    f.transferSyntax().map(TransferSyntax::title).orElse("?"), proof.columns(), proof.rows(), frames,
                    millis / frames, megabytes / millis * 1e3, (double) proof.bytes() / proof.sourceBytes());
        }
    }
}
