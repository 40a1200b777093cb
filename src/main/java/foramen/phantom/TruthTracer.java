package foramen.phantom;

import foramen.domain.anatomy.StructureCatalog;
import foramen.geometry.Point;
import foramen.geometry.Polygon;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Carries the outlines of a scene along with its motion and on to the screen. */
final class TruthTracer {
    private static final int LAYER_STATIONS = 20;
    /** A layer fills the sector from side to side; its outline covers this share of the half angle. */
    private static final double LAYER_SHARE = 0.82;
    private static final double CORTEX_MM = 1.2;

    private final SceneModel scene;
    private final ScreenLayout layout;

    TruthTracer(SceneModel scene, ScreenLayout layout) {
        this.scene = scene;
        this.layout = layout;
    }

    /** The outlines now, the sciatic nerve first. */
    List<PhantomOutline> trace(Motion motion) {
        List<PhantomOutline> outlines = new ArrayList<>();
        for (SceneModel.Shape shape : scene.shapes()) {
            if (!shape.structure().isEmpty()) {
                outlines.add(outline(shape.structure(), shape.outline().vertices(), motion));
            }
        }
        outlines.sort((a, b) -> Boolean.compare(b.structure().equals(StructureCatalog.SCIATIC_NERVE),
                a.structure().equals(StructureCatalog.SCIATIC_NERVE)));
        for (int i = 1; i < scene.layers().size(); i++) {
            String structure = scene.layers().get(i).structure();
            if (!structure.isEmpty()) {
                outlines.add(outline(structure, slab(i), motion));
            }
        }
        for (SceneModel.Surface surface : scene.surfaces()) {
            if (surface.structure().equals("ischial-spine")) {
                outlines.add(outline(surface.structure(), plate(surface.line()), motion));
            }
        }
        return outlines;
    }

    private PhantomOutline outline(String structure, List<Point> rest, Motion motion) {
        Polygon pixels = new Polygon(rest.stream().map(motion::apply).map(layout::toPixels).toList());
        return PhantomOutline.of(structure, pixels, layout.tissue().mmPerPixelX(), layout.tissue().mmPerPixelY());
    }

    private List<Point> slab(int layer) {
        List<Point> top = new ArrayList<>();
        List<Point> bottom = new ArrayList<>();
        double half = layout.probe().halfAngle() * LAYER_SHARE;
        for (int i = 0; i < LAYER_STATIONS; i++) {
            double angle = half * (2.0 * i / (LAYER_STATIONS - 1) - 1);
            top.add(SceneModel.onBorder(layout.probe(), scene.layers().get(layer - 1), angle));
            bottom.add(SceneModel.onBorder(layout.probe(), scene.layers().get(layer), angle));
        }
        Collections.reverse(bottom);
        top.addAll(bottom);
        return top;
    }

    private static List<Point> plate(List<Point> line) {
        List<Point> top = new ArrayList<>();
        for (int i = 0; i < line.size(); i += 20) {
            top.add(line.get(i));
        }
        List<Point> bottom = new ArrayList<>(top.stream().map(p -> p.plus(new Point(0, CORTEX_MM))).toList());
        Collections.reverse(bottom);
        top.addAll(bottom);
        return top;
    }
}
