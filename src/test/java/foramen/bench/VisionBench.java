package foramen.bench;

import foramen.geometry.Point;
import foramen.geometry.Polygon;
import foramen.job.NativeFolder;
import foramen.job.Progress;
import foramen.testing.HardCases;
import foramen.testing.PhantomFrames;
import foramen.testing.ShadowCases;
import foramen.vision.EdgeCost;
import foramen.vision.Filters;
import foramen.vision.GreyFrame;
import foramen.vision.KeyOutline;
import foramen.vision.Livewire;
import foramen.vision.OneClickOutline;
import foramen.vision.OneClickOutline.Contrast;
import foramen.vision.OneClickOutline.Limits;
import foramen.vision.OpenCvLibrary;
import foramen.vision.Propagation;
import foramen.vision.TrackedOutline;
import foramen.vision.Wand;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/**
 * The figures of the algorithms on pixels. Arguments: {@code click [folder]}, {@code follow [folder]}, {@code drift},
 * {@code shadows} for shadows that were tried and such that were held out, {@code real FOLDER} with stills
 * {@code images_*.png} and masks {@code masks_*.png}, {@code return FOLDER} with real films {@code *.mp4} or stills in
 * turn, or {@code time}.
 */
public final class VisionBench {
    private VisionBench() {}

    /** Runs one of the benches. */
    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args.length > 1 ? args[1] : System.getProperty("foramen.samples", "sample-dicom"));
        switch (args.length == 0 ? "" : args[0]) {
            case "click" -> click(folder);
            case "follow" -> follow(folder);
            case "drift" -> drift(folder, "all");
            case "shadows" -> {
                drift(folder, "tried");
                drift(folder, "heldout");
            }
            case "real" -> real(folder);
            case "return" -> new ReturnBench(propagation()).run(folder);
            case "time" -> time(folder);
            default -> System.out.println("click | follow | drift | shadows | real FOLDER | return FOLDER | time");
        }
    }

    private static void click(Path folder) throws IOException {
        Map<String, List<Double>> dice = new LinkedHashMap<>();
        int[] doubts = new int[4];
        for (String name : PhantomFrames.NAMES) {
            PhantomFrames clip = PhantomFrames.read(folder, name);
            double mm = clip.mmPerPixel();
            Limits limits = Limits.ofMillimetres(15, 200, 0.9, 1 / mm, 1 / mm);
            List<Double> here = dice.computeIfAbsent(name, n -> new ArrayList<>());
            for (int i = 0; i < clip.count(); i += 10) {
                Polygon truth = clip.nerve(i);
                for (Point p : PhantomFrames.clicks(truth)) {
                    here.add(dice(truth, OneClickOutline.propose(clip.frame(i), p, limits, Contrast.BRIGHTER,
                            Progress.NONE), doubts));
                }
            }
        }
        print("one click, Dice", dice);
        printDoubts(doubts);
    }

    /** @param doubts counts outlines below a Dice of 0.8 that are said to be doubtful or not, then the others */
    private static double dice(Polygon truth, OneClickOutline.Proposal proposal, int[] doubts) {
        if (proposal instanceof OneClickOutline.Proposal.Found f) {
            double dice = PhantomFrames.dice(truth, f.outline());
            doubts[(dice < 0.8 ? 0 : 2) + (f.isDoubtful() ? 1 : 0)]++;
            return dice;
        }
        return 0;
    }

    private static void printDoubts(int[] n) {
        System.out.printf(Locale.ROOT, "outlines of Dice < 0.8: %d, doubtful %.1f %%; others: %d, doubtful %.1f %%%n",
                n[0] + n[1], percent(n[1], n[0]), n[2] + n[3], percent(n[3], n[2]));
    }

    private static Propagation propagation() {
        return new Propagation(new OpenCvLibrary(NativeFolder.ofThisProcess()));
    }

    private static void follow(Path folder) throws IOException {
        Propagation propagation = propagation();
        Map<String, List<Double>> dice = new LinkedHashMap<>();
        Map<String, List<Double>> area = new LinkedHashMap<>();
        int flags = 0;
        for (String name : PhantomFrames.NAMES) {
            PhantomFrames clip = PhantomFrames.read(folder, name);
            for (int key : new int[]{0, 30, 59}) {
                for (TrackedOutline t : propagation.run(clip, 0, clip.count() - 1,
                        List.of(new KeyOutline(key, clip.nerve(key))), Progress.NONE)) {
                    if (t.frame() != key) {
                        Polygon truth = clip.nerve(t.frame());
                        dice.computeIfAbsent(name, n -> new ArrayList<>()).add(PhantomFrames.dice(truth, t.outline()));
                        area.computeIfAbsent(name, n -> new ArrayList<>())
                                .add(Math.abs(t.outline().area() / truth.area() - 1));
                        flags += t.drift() ? 1 : 0;
                    }
                }
            }
        }
        print("followed over 60 frames, Dice", dice);
        print("followed over 60 frames, area off by", area);
        System.out.println("flagged " + flags);
    }

    private static void drift(Path folder, String which) throws IOException {
        Propagation propagation = propagation();
        Map<String, int[]> tally = new LinkedHashMap<>();
        int[] all = new int[4];
        for (int k = 0; k < 6; k++) {
            PhantomFrames clip = PhantomFrames.read(folder, PhantomFrames.NAMES.get(k));
            PhantomFrames other = PhantomFrames.read(folder, PhantomFrames.NAMES.get((k + 4) % 6));
            List<HardCases.Case> cases = switch (which) {
                case "tried" -> ShadowCases.tried(clip);
                case "heldout" -> ShadowCases.heldOut(clip);
                default -> HardCases.of(clip, other);
            };
            for (HardCases.Case hard : cases) {
                int[] here = tally.computeIfAbsent(hard.name(), n -> new int[4]);
                for (TrackedOutline t : propagation.run(hard.frames(), 0, clip.count() - 1,
                        List.of(new KeyOutline(0, hard.truth().apply(0))), Progress.NONE)) {
                    boolean bad = PhantomFrames.dice(hard.truth().apply(t.frame()), t.outline()) < 0.8;
                    int at = (bad ? 0 : 2) + (t.drift() ? 1 : 0);
                    here[at] += t.frame() == 0 ? 0 : 1;
                    all[at] += t.frame() == 0 ? 0 : 1;
                }
            }
        }
        tally.put("all", all);
        tally.forEach((name, n) -> System.out.printf(Locale.ROOT,
                "%-16s Dice < 0.8: %4d, flagged %5.1f %%   others: %4d, flagged %5.1f %%%n", name, n[0] + n[1],
                percent(n[1], n[0]), n[2] + n[3], percent(n[3], n[2])));
    }

    private static double percent(int part, int rest) {
        return part + rest == 0 ? Double.NaN : 100.0 * part / (part + rest);
    }

    /** Real stills: each mask region is clicked in its middle; it may be darker or brighter than its surroundings. */
    private static void real(Path folder) throws IOException {
        Map<String, List<Double>> dice = new LinkedHashMap<>();
        int[] doubts = new int[4];
        List<Path> masks;
        try (Stream<Path> files = Files.list(folder)) {
            masks = files.filter(f -> f.getFileName().toString().startsWith("masks_")).sorted().toList();
        }
        for (Path mask : masks) {
            GreyFrame frame = grey(folder.resolve(mask.getFileName().toString().replace("masks_", "images_")));
            for (MaskRegions.Region region : MaskRegions.of(ImageIO.read(mask.toFile()))) {
                Polygon truth = region.outline();
                Limits limits = new Limits(truth.area() / 4, truth.area() * 4, 0);
                for (Point p : MaskRegions.clicks(truth)) {
                    for (Contrast contrast : Contrast.values()) {
                        dice.computeIfAbsent(contrast + ", " + region.label(), n -> new ArrayList<>())
                                .add(dice(truth, OneClickOutline.propose(frame, p, limits, contrast, Progress.NONE),
                                        doubts));
                    }
                }
            }
        }
        print("real stills, one click, Dice", dice);
        printDoubts(doubts);
    }

    static GreyFrame grey(Path file) throws IOException {
        BufferedImage image = ImageIO.read(file.toFile());
        int w = image.getWidth();
        int h = image.getHeight();
        return GreyFrame.of(image.getRGB(0, 0, w, h, null, 0, w), w, h);
    }

    private static void time(Path folder) throws IOException {
        PhantomFrames clip = PhantomFrames.read(folder, PhantomFrames.NAMES.get(4));
        GreyFrame one = enlarged(clip.frame(0));
        Polygon nerve = clip.nerve(0).scaled(1024.0 / 576, 768.0 / 432);
        Propagation propagation = propagation();
        List<GreyFrame> large = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            large.add(enlarged(clip.frame(i)));
        }
        Map<String, List<Double>> millis = new LinkedHashMap<>();
        Point from = nerve.vertices().getFirst();
        Livewire wire = new Livewire(EdgeCost.of(one, Progress.NONE));
        GreyFrame smooth = Filters.gaussian(one, 1.5);
        for (int round = 0; round < 12; round++) {
            boolean keep = round >= 4;
            took(millis, "livewire, cost of a frame", keep, () -> EdgeCost.of(one, Progress.NONE));
            Point far = from.plus(new Point(-200 + 20 * round, 150));
            Point anchor = from.plus(new Point(round, 0));
            took(millis, "livewire, first move, 250 px", keep, () -> wire.path(anchor, far));
            took(millis, "livewire, next move", keep, () -> wire.path(anchor, far.plus(new Point(3, 2))));
            took(millis, "wand", keep, () -> Wand.outline(one, nerve.centroid(), new Wand.Settings(30, 1.5, 3, 1e9)));
            // As in the window, where a job has smoothed the frame before.
            took(millis, "wand, as dragged", keep,
                    () -> Wand.outline(smooth, nerve.centroid(), new Wand.Settings(30, 0, 3, 1e9)));
            took(millis, "median 3 × 3", keep, () -> Filters.median(one, 3));
            took(millis, "median 5 × 5", keep, () -> Filters.median(one, 5));
            took(millis, "Gaussian 1.5", keep, () -> Filters.gaussian(one, 1.5));
            took(millis, "Lee", keep, () -> Filters.lee(one));
            took(millis, "one click", keep, () -> OneClickOutline.propose(one, nerve.centroid(),
                    Limits.ofMillimetres(15, 200, 0.9, 6.7, 6.7), Contrast.BRIGHTER, Progress.NONE));
            long start = System.nanoTime();
            propagation.run(large::get, 0, 29, List.of(new KeyOutline(0, nerve)), Progress.NONE);
            if (keep) {
                millis.computeIfAbsent("propagation, a step", n -> new ArrayList<>())
                        .add((System.nanoTime() - start) / 1e6 / 29);
            }
        }
        print("milliseconds at 1024 × 768", millis);
    }

    private static void took(Map<String, List<Double>> millis, String what, boolean keep, Runnable work) {
        long start = System.nanoTime();
        work.run();
        if (keep) {
            millis.computeIfAbsent(what, n -> new ArrayList<>()).add((System.nanoTime() - start) / 1e6);
        }
    }

    private static GreyFrame enlarged(GreyFrame f) {
        return HardCases.warped(new GreyFrame(1024, 768, padded(f)),
                foramen.geometry.Affine.scale(1024.0 / f.columns(), 768.0 / f.rows()));
    }

    private static byte[] padded(GreyFrame f) {
        byte[] out = new byte[1024 * 768];
        for (int y = 0; y < f.rows(); y++) {
            System.arraycopy(f.pixels(), y * f.columns(), out, y * 1024, f.columns());
        }
        return out;
    }

    private static void print(String title, Map<String, List<Double>> values) {
        System.out.println(title);
        List<Double> all = new ArrayList<>();
        values.forEach((name, v) -> {
            all.addAll(v);
            System.out.printf(Locale.ROOT, "  %-36s %s%n", name, summary(v));
        });
        System.out.printf(Locale.ROOT, "  %-36s %s%n", "all", summary(all));
    }

    static String summary(List<Double> values) {
        List<Double> s = values.stream().sorted().toList();
        int n = s.size();
        return n == 0
                ? "none"
                : String.format(Locale.ROOT, "median %.3f  quartiles %.3f–%.3f  range %.3f–%.3f  n %d", s.get(n / 2),
                        s.get(n / 4), s.get(3 * n / 4), s.getFirst(), s.getLast(), n);
    }
}
