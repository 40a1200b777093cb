package foramen.testing;

import foramen.app.sample.SampleTruth;
import foramen.dicom.read.DicomClipReader;
import foramen.domain.clip.Clip;
import foramen.domain.clip.Frame;
import foramen.domain.clip.Scale;
import foramen.geometry.Bounds;
import foramen.geometry.Point;
import foramen.geometry.Polygon;
import foramen.vision.FrameSource;
import foramen.vision.GreyFrame;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A sample clip in grey with the truth of its sciatic nerve. */
public final class PhantomFrames implements FrameSource {
    /** The six large clips and the small one, in whose pixels a nerve is 15 × 6. */
    public static final List<String> NAMES = List.of("a-piriformis-left-normal", "a-piriformis-right-swollen",
            "b-ischial-spine-left-calcification", "b-ischial-spine-right-normal", "c-quadratus-femoris-left-normal",
            "c-quadratus-femoris-right-swollen", "variant-monochrome2");

    private final String name;
    private final List<GreyFrame> frames;
    private final SampleTruth truth;
    private final double mmPerPixel;

    private PhantomFrames(String name, List<GreyFrame> frames, SampleTruth truth, double mmPerPixel) {
        this.name = name;
        this.frames = frames;
        this.truth = truth;
        this.mmPerPixel = mmPerPixel;
    }

    /** The clip {@code name} of the samples. */
    public static PhantomFrames read(String name) throws IOException {
        return read(Path.of(System.getProperty("foramen.samples", "sample-dicom")), name);
    }

    /** The clip {@code name} in {@code folder}, its truth beside it. */
    public static PhantomFrames read(Path folder, String name) throws IOException {
        try (Clip clip = new DicomClipReader().open(folder.resolve(name + ".dcm"))) {
            List<GreyFrame> frames = new ArrayList<>();
            for (int i = 0; i < clip.info().frames(); i++) {
                Frame f = clip.frame(i);
                frames.add(GreyFrame.of(f.argb(), f.columns(), f.rows()));
            }
            Scale.Known scale = (Scale.Known) clip.info().calibration().overallScale();
            return new PhantomFrames(name, frames, SampleTruth.read(folder.resolve(name + ".truth.json")),
                    scale.mmPerPixelX());
        }
    }

    /** What it is called. */
    public String name() {
        return name;
    }

    /** How many frames. */
    public int count() {
        return frames.size();
    }

    @Override
    public GreyFrame frame(int index) {
        return frames.get(index);
    }

    /** The true outline of the sciatic nerve on frame {@code index}. */
    public Polygon nerve(int index) {
        return truth.outline(index, "sciatic-nerve").orElseThrow().polygon();
    }

    /** Millimetres per pixel, the same across and down. */
    public double mmPerPixel() {
        return mmPerPixel;
    }

    /** Places inside {@code outline} where somebody may click: its middle and eight round it, well off the border. */
    public static List<Point> clicks(Polygon outline) {
        Point c = outline.centroid();
        Bounds b = outline.bounds();
        List<Point> clicks = new ArrayList<>(List.of(c));
        for (int k = 0; k < 8; k++) {
            double t = k * Math.PI / 4 + 0.2;
            Point p = new Point(c.x() + 0.3 * b.width() * Math.cos(t), c.y() + 0.3 * b.height() * Math.sin(t));
            if (outline.contains(p)) {
                clicks.add(p);
            }
        }
        return clicks;
    }

    /** Twice the shared area over the sum of areas, by a fine grid: 1 for the same outline, 0 for nothing shared. */
    public static double dice(Polygon a, Polygon b) {
        Bounds p = a.bounds();
        Bounds q = b.bounds();
        double x1 = Math.max(p.maxX(), q.maxX());
        double y1 = Math.max(p.maxY(), q.maxY());
        double step = Math.clamp(Math.max(p.width(), q.width()) / 120, 0.1, 1);
        long one = 0;
        long two = 0;
        long both = 0;
        for (double y = Math.min(p.minY(), q.minY()) + step / 2; y < y1; y += step) {
            for (double x = Math.min(p.minX(), q.minX()) + step / 2; x < x1; x += step) {
                Point at = new Point(x, y);
                boolean inA = p.contains(at) && a.contains(at);
                boolean inB = q.contains(at) && b.contains(at);
                one += inA ? 1 : 0;
                two += inB ? 1 : 0;
                both += inA && inB ? 1 : 0;
            }
        }
        return one + two == 0 ? 0 : 2.0 * both / (one + two);
    }
}
