package foramen.overlay;

import foramen.domain.anatomy.Laterality;
import foramen.domain.anatomy.Structure;
import foramen.domain.anatomy.StructureCatalog;
import foramen.domain.annotation.Shape;
import foramen.domain.clip.Calibration;
import foramen.domain.clip.Scale;
import foramen.domain.plan.NeedleGeometry;
import foramen.domain.plan.NeedleReading;
import foramen.domain.plan.NeedleRules;
import foramen.domain.plan.Obstacle;
import foramen.geometry.Bounds;
import foramen.geometry.Point;
import foramen.geometry.Segment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Paints a needle plan: path, entry, target, readings, and how near it comes to the next nerve. */
final class NeedleMarks {
    private static final List<Double> DASHED = List.of(3.0, 3.0);

    private final StructureCatalog catalog;
    private final NeedleRules rules;
    private final NeedleGeometry geometry;
    private final Calibration calibration;
    private final List<Obstacle> obstacles;
    private final PictureWords say;
    /** One run asks for the same path again and again. */
    private final Map<Segment, Optional<NeedleReading.Clearance>> nearest = new HashMap<>();
    private final Map<Segment, Optional<Segment>> gaps = new HashMap<>();

    NeedleMarks(StructureCatalog catalog, NeedleRules rules, Calibration calibration, List<Obstacle> obstacles,
            PictureWords say) {
        this.catalog = catalog;
        this.rules = rules;
        this.geometry = new NeedleGeometry(rules);
        this.calibration = calibration;
        this.obstacles = obstacles.stream()
                .filter(o -> catalog.get(o.structureId()).kind() == Structure.Kind.NERVE).toList();
        this.say = say;
    }

    /** The needle itself and the line to the nearest nerve, without labels. */
    List<Mark> drawing(Segment path, boolean selected) {
        List<Mark> marks = new ArrayList<>();
        double width = selected ? OverlayPalette.NEEDLE_WIDTH + 0.6 : OverlayPalette.NEEDLE_WIDTH;
        marks.add(new Mark.Path(List.of(path.a(), path.b()), false,
                new Stroke(OverlayPalette.NEEDLE, width, List.of(), true), Optional.empty()));
        marks.add(new Mark.Glyph(path.a(), Mark.Symbol.DOT, OverlayPalette.NEEDLE, OverlayPalette.DOT_SIZE));
        marks.add(new Mark.Glyph(path.b(), Mark.Symbol.TARGET, OverlayPalette.NEEDLE, OverlayPalette.TARGET_SIZE));
        if (selected) {
            marks.add(AnnotationMarks.handle(path.a(), OverlayPalette.NEEDLE));
            marks.add(AnnotationMarks.handle(path.b(), OverlayPalette.NEEDLE));
        }
        nearestNerve(path).flatMap(c -> gap(path, c.obstacle())).ifPresent(g -> marks.add(new Mark.Path(
                List.of(g.a(), g.b()), false,
                new Stroke(clearanceColour(path), OverlayPalette.CALIPER_WIDTH, DASHED, true), Optional.empty())));
        return marks;
    }

    /** Keeps labels off the needle, its ends and the line to the nearest nerve. */
    void reserve(Segment path, LabelLayout layout) {
        layout.avoidLine(path.a(), path.b());
        layout.avoidGlyph(path.a(), OverlayPalette.DOT_SIZE);
        layout.avoidGlyph(path.b(), OverlayPalette.TARGET_SIZE);
        nearestNerve(path).flatMap(c -> gap(path, c.obstacle())).ifPresent(g -> layout.avoidLine(g.a(), g.b()));
    }

    /** What stands beside the target: whose plan, and its numbers. */
    List<String> lines(Segment path, Laterality side, String targetName) {
        NeedleReading reading = geometry.read(path, calibration, List.of());
        String plan = say.say(PicturePhrase.PLAN);
        String what = targetName.isBlank() ? plan : plan + " · " + Wording.brief(say.term(targetName.strip()));
        return List.of(what + " " + say.side(side), Wording.needle(reading, say));
    }

    /** The label of the distance to the nearest nerve, where the clip is calibrated and a nerve is outlined. */
    Optional<String> clearanceText(Segment path) {
        return nearestNerve(path).map(c -> Wording.millimetres(c.fromPath()).orElse(0.0) == 0
                ? say.say(PicturePhrase.TOUCHES, name(c.obstacle()))
                : say.say(PicturePhrase.CLEARANCE, say.value(c.fromPath()), name(c.obstacle())));
    }

    private String name(Obstacle obstacle) {
        return say.named(obstacle.name(), catalog.get(obstacle.structureId()).name());
    }

    /** Where the distance to the nearest nerve is written: round the gap, else round the target. */
    Bounds clearancePlace(Segment path) {
        Segment place = nearestNerve(path).flatMap(c -> gap(path, c.obstacle()))
                .orElse(new Segment(path.b(), path.b()));
        return Bounds.of(List.of(place.a(), place.b()));
    }

    /** Amber below the margin of the needle rules. */
    int clearanceColour(Segment path) {
        double margin = rules.margin(Structure.Kind.NERVE).map(NeedleRules.Margin::warnMm).orElse(0.0);
        return nearestNerve(path).flatMap(c -> Wording.millimetres(c.fromPath())).filter(mm -> mm < margin).isPresent()
                ? OverlayPalette.CAUTION
                : OverlayPalette.NEEDLE;
    }

    private Optional<NeedleReading.Clearance> nearestNerve(Segment path) {
        return nearest.computeIfAbsent(path, this::findNerve);
    }

    private Optional<NeedleReading.Clearance> findNerve(Segment path) {
        return geometry.read(path, calibration, obstacles).clearances().stream()
                .filter(c -> Wording.millimetres(c.fromPath()).isPresent())
                .filter(c -> catalog.get(c.obstacle().structureId()).kind() == Structure.Kind.NERVE).findFirst();
    }

    /** The shortest link from the path to an outline, in image pixels; none where they touch. */
    private Optional<Segment> gap(Segment path, Obstacle obstacle) {
        return gaps.computeIfAbsent(path, p -> findGap(p, obstacle));
    }

    private Optional<Segment> findGap(Segment path, Obstacle obstacle) {
        if (!(calibration.scaleFor(List.of(path.a(), path.b())) instanceof Scale.Known k)) {
            return Optional.empty();
        }
        Segment needle = k.toMm(path);
        Optional<Segment> least = Optional.empty();
        for (Segment link : links(needle, obstacle.shape(), k)) {
            if (least.isEmpty() || link.length() < least.get().length()) {
                least = Optional.of(link);
            }
        }
        return least.filter(l -> l.length() > 0)
                .map(k::toPixels);
    }

    /** Two segments that do not cross are nearest at an end of one of them, so these links hold the shortest. */
    private static List<Segment> links(Segment needle, Shape shape, Scale.Known k) {
        List<Segment> edges = shape.edges().stream().map(k::toMm).toList();
        List<Segment> links = new ArrayList<>();
        for (Segment e : edges) {
            for (Point p : List.of(e.a(), e.b())) {
                links.add(new Segment(needle.nearest(p), p));
            }
            for (Point p : List.of(needle.a(), needle.b())) {
                links.add(new Segment(p, e.nearest(p)));
            }
        }
        return links;
    }
}
