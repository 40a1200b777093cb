package foramen.phantom;

import foramen.domain.anatomy.Laterality;
import foramen.domain.anatomy.StructureCatalog;
import foramen.geometry.Point;
import foramen.geometry.Polygon;
import foramen.phantom.SceneModel.Layer;
import foramen.phantom.SceneModel.Shape;
import foramen.phantom.SceneModel.Surface;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * Reads a scene table. Its shapes: {@code layer} bottom,tilt,wave; {@code band} x,top,bottom at stations from medial
 * to lateral; {@code oval} x,z,width,height,tilt in degrees; {@code surface} x,z along a cortex. The tables have
 * lateral to the right, as a left side shows it; a right side is mirrored.
 */
final class SceneReader {
    /** The lesion's area in the facts' scene table: 1.5 times the normal one. */
    private static final double SWOLLEN_AREA = 1.5;
    private static final int OVAL_POINTS = 52;
    private static final int SMALL_OVAL_POINTS = 28;
    private static final double SMALL_OVAL_MM = 6.5;
    private static final int BAND_STATIONS = 20;

    private final PhantomSpec spec;
    private final Map<String, Tissue> tissues = Tissue.table();
    private final List<Layer> layers = new ArrayList<>();
    private final List<Shape> shapes = new ArrayList<>();
    private final List<Surface> surfaces = new ArrayList<>();

    private SceneReader(PhantomSpec spec) {
        this.spec = spec;
    }

    /** The scene that {@code spec} asks for, at rest. */
    static SceneModel read(PhantomSpec spec) {
        SceneReader reader = new SceneReader(spec);
        PhantomTable.rows(spec.scene().resource(), 6).forEach(reader::row);
        return new SceneModel(reader.layers, reader.shapes, reader.surfaces);
    }

    private void row(String[] f) {
        String structure = f[1].equals("-") ? "" : f[1];
        if (structure.equals("calcification") && !spec.calcification()) {
            return;
        }
        boolean swollen = spec.swollenNerve() && structure.equals(StructureCatalog.SCIATIC_NERVE);
        Tissue tissue = tissue(swollen ? f[2] + "-swollen" : f[2]);
        double fibre = sign() * StrictMath.toRadians(Double.parseDouble(f[3]));
        switch (f[0]) {
            case "layer" -> {
                double[] n = PhantomTable.numbers(f[4]);
                layers.add(new Layer(structure, tissue, fibre, n[0], sign() * n[1], n[2]));
            }
            case "band" -> shapes.add(new Shape(structure, tissue, fibre, band(stations(f[4]))));
            case "oval" -> shapes.add(new Shape(structure, tissue, fibre,
                    oval(PhantomTable.numbers(f[4]), swollen ? Math.sqrt(SWOLLEN_AREA) : 1)));
            case "surface" -> surfaces.add(new Surface(structure, tissue, cortex(stations(f[4]))));
            default -> throw new IllegalStateException(spec.scene().resource() + ": no shape is called " + f[0]);
        }
    }

    private Tissue tissue(String name) {
        Tissue tissue = tissues.get(name);
        if (tissue == null) {
            throw new IllegalStateException("echotexture.tsv: no tissue is called " + name);
        }
        return tissue;
    }

    /** Lateral is to the right of the screen on a left side and to its left on a right side. */
    private double sign() {
        return spec.side() == Laterality.LEFT ? 1 : -1;
    }

    private static List<double[]> stations(String text) {
        return Arrays.stream(text.split(" ", -1)).map(PhantomTable::numbers).toList();
    }

    private Polygon band(List<double[]> stations) {
        List<Point> top = new ArrayList<>();
        List<Point> bottom = new ArrayList<>();
        for (int i = 0; i < BAND_STATIONS; i++) {
            double[] s = between(stations, i / (double) (BAND_STATIONS - 1));
            top.add(new Point(sign() * s[0], s[1]));
            bottom.add(new Point(sign() * s[0], s[2]));
        }
        Collections.reverse(bottom);
        top.addAll(bottom);
        return new Polygon(top);
    }

    private List<Point> cortex(List<double[]> stations) {
        List<Point> line = new ArrayList<>();
        for (int i = 0; i <= 200; i++) {
            double[] s = between(stations, i / 200.0);
            line.add(new Point(sign() * s[0], s[1]));
        }
        return line;
    }

    /** The station at fraction {@code t} of the row, by a Catmull-Rom curve through all. */
    private static double[] between(List<double[]> stations, double t) {
        int last = stations.size() - 1;
        double place = t * last;
        int i = Math.min((int) place, last - 1);
        double u = place - i;
        double[] p0 = stations.get(Math.max(0, i - 1));
        double[] p1 = stations.get(i);
        double[] p2 = stations.get(i + 1);
        double[] p3 = stations.get(Math.min(last, i + 2));
        double[] out = new double[p1.length];
        for (int k = 0; k < out.length; k++) {
            out[k] = p1[k] + 0.5 * u * (p2[k] - p0[k] + u * (2 * p0[k] - 5 * p1[k] + 4 * p2[k] - p3[k]
                    + u * (3 * (p1[k] - p2[k]) + p3[k] - p0[k])));
        }
        return out;
    }

    /** A slightly uneven oval whose area is exactly that of the ellipse of its width and height. */
    private Polygon oval(double[] n, double stretch) {
        double wanted = Math.PI / 4 * n[2] * n[3] * stretch * stretch;
        double tilt = StrictMath.toRadians(n[4]);
        boolean small = n[2] < SMALL_OVAL_MM;
        int count = small ? SMALL_OVAL_POINTS : OVAL_POINTS;
        double uneven = small ? 0.01 : 0.045;
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double a = 2 * Math.PI * i / count;
            double r = 1 + uneven * StrictMath.sin(3 * a + 0.7) + 0.6 * uneven * StrictMath.cos(2 * a + 2);
            double x = r * n[2] / 2 * StrictMath.cos(a);
            double z = r * n[3] / 2 * StrictMath.sin(a);
            points.add(new Point(x * StrictMath.cos(tilt) - z * StrictMath.sin(tilt),
                    x * StrictMath.sin(tilt) + z * StrictMath.cos(tilt)));
        }
        double fit = Math.sqrt(wanted / new Polygon(points).area());
        return new Polygon(points.stream().map(p -> new Point(sign() * (n[0] + p.x() * fit), n[1] + p.y() * fit))
                .toList());
    }
}
