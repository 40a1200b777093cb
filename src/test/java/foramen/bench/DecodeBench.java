package foramen.bench;

import foramen.codec.TurboJpeg;
import foramen.dicom.io.DicomFile;
import foramen.dicom.io.DicomReader;
import foramen.dicom.io.PixelDataLocation;
import foramen.dicom.read.DicomClip;
import foramen.dicom.read.DicomClipReader;
import foramen.dicom.write.PixelEncoding;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;

/**
 * Decoding of a 300-frame colour clip of 1024 × 768 in JPEG baseline, against libjpeg-turbo and the toolkits that are
 * installed, in one run.
 *
 * <p>libjpeg-turbo is asked twice: through its own {@code tjbench}, and, frame by frame in turn with ours, through the
 * system's libturbojpeg, both by the clock of the thread's processor time, which a busy machine disturbs least. Argument:
 * a folder to work in (some 750 MB), else a temporary one.
 */
public final class DecodeBench {
    private static final int PIXELS = BenchClip.COLUMNS * BenchClip.ROWS;
    private static final int ROUNDS = 3;
    private static final Pattern FPS = Pattern.compile("Frame rate: +([0-9.]+) fps");

    private final Path folder;
    private final Path clip;
    private final List<byte[]> frames;

    private DecodeBench(Path folder) throws IOException {
        this.folder = folder;
        this.clip = folder.resolve("bench-clip.dcm");
        if (!Files.exists(clip)) {
            BenchClip.write(clip, BenchClip.FRAMES, PixelEncoding.JPEG_BASELINE);
        }
        this.frames = frames(clip);
    }

    /** Measures and prints. */
    public static void main(String[] args) throws Exception {
        Path folder = args.length > 0 ? Path.of(args[0]) : Files.createTempDirectory("foramen-bench");
        DecodeBench bench = new DecodeBench(folder);
        bench.run();
    }

    private static List<byte[]> frames(Path clip) throws IOException {
        List<byte[]> streams = new ArrayList<>();
        try (DicomFile file = new DicomReader().read(clip)) {
            if (file.pixels().orElseThrow() instanceof PixelDataLocation.Encapsulated e) {
                for (int i = 0; i < e.fragments(); i++) {
                    streams.add(file.source().read(e.offset(i), e.length(i)));
                }
            }
        }
        return streams;
    }

    private void run() throws Exception {
        TurboJpeg jpeg = new TurboJpeg();
        long start = System.nanoTime();
        say("fast decoder " + (jpeg.prepare() ? "loaded in " : "missing after ")
                + (System.nanoTime() - start) / 1_000_000
                + " ms");
        try (DicomClip opened = new DicomClipReader(jpeg).open(clip)) {
            inTurn(opened);
            double one = threads(opened, 1);
            int cores = Runtime.getRuntime().availableProcessors();
            double all = threads(opened, cores);
            say("Foramen, 1 thread %.1f frames/s; %d threads %.1f frames/s; ratio %.2f", one, cores, all, all / one);
            Optional<Double> tjbench = tjbench();
            tjbench.ifPresent(t -> say("tjbench %.1f frames/s; Foramen / tjbench %.3f", t, one / t));
            compare("ImageIO", one, Optional.of(imageIo()));
            compare("DCMTK", one, process("dcmdjpeg", clip.toString(), folder.resolve("theirs.dcm").toString()));
            compare("GDCM", one,
                    process("gdcmconv", "--raw", clip.toString(), folder.resolve("theirs.dcm").toString()));
            compare("pydicom", one, process("/usr/bin/python3", "-c",
                    "import pydicom,sys; d=pydicom.dcmread(sys.argv[1]); print(d.pixel_array.shape)", clip.toString()));
            Files.deleteIfExists(folder.resolve("theirs.dcm"));
        }
    }

    private static void say(String format, Object... values) {
        System.out.println(values.length == 0 ? format : String.format(Locale.ROOT, format, values));
    }

    private static void compare(String name, double ours, Optional<Double> theirs) {
        say(theirs.map(t -> String.format(Locale.ROOT, "%s %.1f frames/s; Foramen / %s %.2f", name, t, name, ours / t))
                .orElse(name + " is not installed or refuses"));
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    /** Ours and libjpeg-turbo's frame by frame in turn, so that what disturbs one disturbs the other. */
    private void inTurn(DicomClip opened) throws Exception {
        Optional<SystemTurboJpeg> turbo = SystemTurboJpeg.find(BenchClip.COLUMNS, BenchClip.ROWS);
        if (turbo.isEmpty()) {
            say("libturbojpeg is not installed");
            return;
        }
        int[] argb = new int[PIXELS];
        for (int round = 0; round <= ROUNDS; round++) {
            long ours = 0;
            long fresh = 0;
            long theirs = 0;
            for (int i = 0; i < frames.size(); i++) {
                long a = cpu();
                opened.read(i, argb);
                long b = cpu();
                turbo.get().decode(frames.get(i));
                long c = cpu();
                opened.frame(i);
                ours += b - a;
                theirs += c - b;
                fresh += cpu() - c;
            }
            if (round > 0) {
                say("in turn, processor time a frame: Foramen %.3f ms, with a frame of its own %.3f ms, libturbojpeg "
                        + "%.3f ms; speed ratio %.3f, %.3f", ours / 1e6 / frames.size(), fresh / 1e6 / frames.size(),
                        theirs / 1e6 / frames.size(), (double) theirs / ours, (double) theirs / fresh);
            }
        }
    }

    private double threads(DicomClip opened, int threads) throws Exception {
        double best = 0;
        for (int round = 0; round < ROUNDS; round++) {
            AtomicInteger next = new AtomicInteger();
            long start = System.nanoTime();
            try (ExecutorService workers = Executors.newFixedThreadPool(threads)) {
                List<Future<Integer>> all = new ArrayList<>();
                for (int t = 0; t < threads; t++) {
                    all.add(workers.submit(() -> {
                        int[] argb = new int[PIXELS];
                        int n = 0;
                        for (int i = next.getAndIncrement(); i < frames.size(); i = next.getAndIncrement()) {
                            opened.read(i, argb);
                            n++;
                        }
                        return n;
                    }));
                }
                for (Future<Integer> f : all) {
                    f.get();
                }
            }
            best = Math.max(best, frames.size() * 1e9 / (System.nanoTime() - start));
        }
        return best;
    }

    /** The best of some frames spread over the clip, each decompressed again and again in memory. */
    private Optional<Double> tjbench() throws Exception {
        double sum = 0;
        int n = 0;
        for (int i = 0; i < frames.size(); i += 60) {
            Path frame = folder.resolve("frame.jpg");
            Files.write(frame, frames.get(i));
            Optional<String> said = output("tjbench", frame.toString(), "-bgrx", "-benchtime", "1.5", "-warmup", "0.5",
                    "-nowrite");
            Files.delete(frame);
            Matcher m = FPS.matcher(said.orElse(""));
            if (!m.find()) {
                return Optional.empty();
            }
            sum += 1 / Double.parseDouble(m.group(1));
            n++;
        }
        return Optional.of(n / sum);
    }

    private double imageIo() throws IOException {
        ImageIO.setUseCache(false);
        long start = 0;
        for (int i = -60; i < frames.size(); i++) {
            start = i == 0 ? System.nanoTime() : start;
            ImageIO.read(new ByteArrayInputStream(frames.get(Math.abs(i))));
        }
        return frames.size() * 1e9 / (System.nanoTime() - start);
    }

    /** Frames a second of a tool that decodes the whole clip, its start and its output included; the best of three. */
    private Optional<Double> process(String... command) throws Exception {
        double best = 0;
        for (int i = 0; i < ROUNDS; i++) {
            long start = System.nanoTime();
            if (output(command).isEmpty()) {
                return Optional.empty();
            }
            best = Math.max(best, frames.size() * 1e9 / (System.nanoTime() - start));
        }
        return Optional.of(best);
    }

    private static Optional<String> output(String... command) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.waitFor() == 0 ? Optional.of(said) : Optional.empty();
        } catch (IOException absent) {
            return Optional.empty();
        }
    }
}
