package foramen.phantom;

import foramen.geometry.Bounds;
import foramen.geometry.Point;
import foramen.geometry.Polygon;
import java.util.List;
import java.util.Optional;

/**
 * The body under the probe at rest, in the millimetres of {@link CurvedArray}: layers, the shapes drawn over them and
 * the surfaces that throw shadows.
 *
 * @param layers from the skin down
 * @param shapes later ones cover earlier ones
 * @param surfaces bone cortices
 */
record SceneModel(List<Layer> layers, List<Shape> shapes, List<Surface> surfaces) {
    /** Depth under which the layers no longer follow the curve of the probe (engineering default). */
    private static final double CONFORMING_MM = 48;

    /**
     * One layer, down to its lower border.
     *
     * @param structure id of the structure it is, or empty
     * @param tissue what it is made of
     * @param fibre direction of its fibres against its borders, radians
     * @param bottom depth of the lower border in the middle, mm
     * @param tilt mm by which the border sinks per 100 mm to the right
     * @param wave height of its gentle waves, mm
     */
    record Layer(String structure, Tissue tissue, double fibre, double bottom, double tilt, double wave) {
        /** Depth of the lower border at {@code x}. */
        double border(double x) {
            return bottom + tilt * x / 100 + wave * (StrictMath.sin(x / 11 + bottom) + 0.6 * StrictMath.sin(x / 5.3));
        }
    }

    /**
     * One closed shape.
     *
     * @param structure id of the structure it is, or empty
     * @param tissue what it is made of
     * @param fibre direction of its fibres, radians downward from the x axis
     * @param outline its border, mm
     * @param bounds the rectangle round it
     */
    record Shape(String structure, Tissue tissue, double fibre, Polygon outline, Bounds bounds) {
        Shape(String structure, Tissue tissue, double fibre, Polygon outline) {
            this(structure, tissue, fibre, outline, outline.bounds());
        }

        boolean contains(Point p) {
            return p.x() >= bounds.minX() && p.x() <= bounds.maxX() && p.y() >= bounds.minY()
                    && p.y() <= bounds.maxY() && outline.contains(p);
        }
    }

    /**
     * One bone cortex.
     *
     * @param structure id of the structure it is
     * @param tissue how it looks
     * @param line from one end to the other, mm
     */
    record Surface(String structure, Tissue tissue, List<Point> line) {}

    /** Copies the lists. */
    SceneModel {
        layers = List.copyOf(layers);
        shapes = List.copyOf(shapes);
        surfaces = List.copyOf(surfaces);
    }

    /** Depth in the layers' own measure: along the beam near the probe, which dents the skin, vertical further down. */
    static double layerDepth(CurvedArray probe, Point p) {
        double along = probe.range(p) - probe.radiusMm();
        double w = 1 - TissueNoise.smoothstep(along / CONFORMING_MM);
        return w * along + (1 - w) * p.y();
    }

    /** Where the beam at {@code angle} crosses the lower border of {@code layer}. */
    static Point onBorder(CurvedArray probe, Layer layer, double angle) {
        double near = probe.radiusMm();
        double far = probe.radiusMm() + 3 * layer.bottom() + 10;
        for (int i = 0; i < 40; i++) {
            double middle = (near + far) / 2;
            Point p = probe.at(middle, angle);
            if (layerDepth(probe, p) < layer.border(p.x())) {
                near = middle;
            } else {
                far = middle;
            }
        }
        return probe.at(near, angle);
    }

    /** The layer at layer depth {@code depth} and abscissa {@code x}. */
    Layer layerAt(double x, double depth) {
        for (Layer layer : layers) {
            if (depth < layer.border(x)) {
                return layer;
            }
        }
        return layers.getLast();
    }

    /** The uppermost shape at {@code p}. */
    Optional<Shape> shapeAt(Point p) {
        for (int i = shapes.size() - 1; i >= 0; i--) {
            if (shapes.get(i).contains(p)) {
                return Optional.of(shapes.get(i));
            }
        }
        return Optional.empty();
    }
}
