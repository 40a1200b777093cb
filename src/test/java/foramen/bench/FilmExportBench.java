package foramen.bench;

import com.sun.management.OperatingSystemMXBean;
import foramen.codec.FilmWriter;
import foramen.domain.annotation.Annotation;
import foramen.domain.casefile.Case;
import foramen.domain.clip.Clip;
import foramen.domain.clip.ClipInfo;
import foramen.domain.clip.Frame;
import foramen.domain.clip.FrameRef;
import foramen.domain.clip.FrameTiming;
import foramen.domain.delivery.ExportSubject;
import foramen.job.Progress;
import foramen.report.FilmExporter;
import foramen.report.PaintedPictures;
import foramen.testing.Cases;
import foramen.testing.FakeClip;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** How fast 300 annotated frames of 1024 × 768 become a film, beside the encoder alone on the same pictures. */
public final class FilmExportBench {
    private static final int COLUMNS = 1024;
    private static final int ROWS = 768;
    private static final int FRAMES = 300;
    /** Different pictures; a clip repeats them, so that they fit into memory. */
    private static final int PICTURES = 16;
    private static final double MILLIS = 1000.0 / 30;

    private FilmExportBench() {}

    /** {@code FilmExportBench [ROUNDS]}. */
    public static void main(String[] args) throws IOException {
        int rounds = args.length == 0 ? 5 : Integer.parseInt(args[0]);
        ExportSubject subject = subject();
        List<PaintedPictures.Picture> pictures = PaintedPictures.of(subject, PICTURES);
        FilmExporter exporter = PaintedPictures.exporter();
        double[] whole = new double[rounds];
        double[] alone = new double[rounds];
        for (int r = -1; r < rounds; r++) {
            long worked = worked();
            double encoder = encoder(pictures);
            double encoderWork = (worked() - worked) / 1e6 / FRAMES;
            worked = worked();
            long start = System.nanoTime();
            exporter.write(subject, OutputStream.nullOutputStream(), Progress.NONE);
            double export = FRAMES * 1e9 / (System.nanoTime() - start);
            System.out.printf("processor time for a frame: export %.1f ms, encoder alone %.1f ms%n",
                    (worked() - worked) / 1e6 / FRAMES, encoderWork);
            if (r >= 0) {
                whole[r] = export;
                alone[r] = encoder;
            }
        }
        double[] ratio = new double[rounds];
        for (int r = 0; r < rounds; r++) {
            ratio[r] = whole[r] / alone[r];
        }
        Arrays.sort(whole);
        Arrays.sort(alone);
        Arrays.sort(ratio);
        System.out.printf(
                "%d frames of %d x %d: export %.0f frames/s, encoder alone %.0f, ratio %.2f (medians of %d)%n",
                FRAMES, COLUMNS, ROWS, whole[rounds / 2], alone[rounds / 2], ratio[rounds / 2], rounds);
    }

    /** Processor time of this process so far, of all threads, native ones too, in nanoseconds. */
    private static long worked() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    /** The pictures lie painted in memory; what is measured is what {@link FilmWriter} does: to 4:2:0, encoded, and written. */
    private static double encoder(List<PaintedPictures.Picture> pictures) throws IOException {
        Path file = Files.createTempFile("film-bench", ".mp4");
        try {
            long start = System.nanoTime();
            try (FilmWriter film = FilmWriter.mp4(file, pictures.getFirst().width(), pictures.getFirst().height(),
                    30, "bench")) {
                for (int i = 0; i < FRAMES; i++) {
                    film.add(pictures.get(i % PICTURES).argb(), i * MILLIS);
                }
                film.finish(FRAMES * MILLIS);
            }
            return FRAMES * 1e9 / (System.nanoTime() - start);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    /** A case with an outline on every frame. */
    private static ExportSubject subject() {
        Clip clip = new Speckle();
        String uid = clip.info().identity().sopInstanceUid();
        Case c = Cases.full();
        Annotation nerve = c.annotations().getFirst();
        for (int i = 0; i < FRAMES; i++) {
            c = c.withAnnotation(new Annotation("bench-" + i, new FrameRef(uid, i), nerve.shape(),
                    nerve.structureId(), nerve.laterality(), nerve.level(), nerve.plane(), "", false, "",
                    Cases.NOW));
        }
        return new ExportSubject(c, clip, 0, Cases.NOW, "Dr Bench", "bench");
    }

    /** Frames of grey speckle. */
    private static final class Speckle implements Clip {
        private final int[][] pictures = new int[PICTURES][COLUMNS * ROWS];
        private final ClipInfo info;

        Speckle() {
            Random random = new Random(1);
            for (int[] picture : pictures) {
                int grey = 60;
                for (int i = 0; i < picture.length; i++) {
                    grey = Math.clamp(grey + random.nextInt(13) - 6, 0, 200);
                    picture[i] = 0xFF000000 | grey * 0x10101;
                }
            }
            ClipInfo i = FakeClip.calibrated().info();
            info = new ClipInfo(i.identity(), COLUMNS, ROWS, FrameTiming.uniform(FRAMES, MILLIS, "Frame Time"),
                    i.photometric(), i.calibration(), i.patient(), i.laterality(), i.acquired(), i.origin(),
                    i.warnings());
        }

        @Override
        public ClipInfo info() {
            return info;
        }

        @Override
        public Frame frame(int index) {
            return new Frame(COLUMNS, ROWS, pictures[index % PICTURES].clone());
        }

        @Override
        public void read(int index, int[] argb) {
            System.arraycopy(pictures[index % PICTURES], 0, argb, 0, argb.length);
        }

        @Override
        public void close() {}
    }
}
