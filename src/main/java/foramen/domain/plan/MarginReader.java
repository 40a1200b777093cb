package foramen.domain.plan;

import foramen.domain.clip.Calibration;
import foramen.domain.clip.Scale;
import foramen.geometry.Point;
import foramen.geometry.PreparedShape;
import foramen.geometry.Segment;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads how one path keeps clear of what is guarded: on its frame, and at worst over a range of frames. */
final class MarginReader {
    private final NeedleRules rules;
    private final Scale.Known k;
    private final SkinLine skin;
    private final double scaleShare;

    MarginReader(NeedleRules rules, Scale.Known k, SkinLine skin, Calibration calibration) {
        this.rules = rules;
        this.k = k;
        this.skin = skin;
        this.scaleShare = rules.uncertainty().scaleShare(k, calibration);
    }

    /**
     * The margins of {@code path}, nearest first.
     *
     * @param path in mm; its second end is the tip
     * @param here what lies on the planned frame
     * @param elsewhere what is guarded on other frames
     */
    List<MarginReading> read(Segment path, TargetRule rule, List<Guarded> here, List<Guarded> elsewhere) {
        Map<String, Guarded> nearestElsewhere = worst(path, elsewhere);
        List<MarginReading> margins = new ArrayList<>();
        for (Guarded g : here) {
            rules.limit(rule, g.kind(), g.structureId()).ifPresent(limit -> margins.add(
                    reading(path, g, limit, Optional.ofNullable(nearestElsewhere.get(g.key())))));
        }
        for (Guarded g : nearestElsewhere.values()) {
            boolean alone = here.stream().noneMatch(h -> h.key().equals(g.key()));
            rules.limit(rule, g.kind(), g.structureId()).filter(l -> alone).ifPresent(limit -> margins.add(
                    new MarginReading(g.id(), g.name(), g.structureId(), g.kind(), Optional.empty(),
                            Optional.of(new MarginReading.Worst(g.frame(), clear(path, g))), limit)));
        }
        margins.sort(Comparator.comparingDouble(MarginReading::leastMm));
        return margins;
    }

    private MarginReading reading(Segment path, Guarded g, TargetRule.Limit limit, Optional<Guarded> other) {
        MarginReading.Clear clear = clear(path, g);
        Optional<MarginReading.Worst> worst = other.map(o -> {
            MarginReading.Clear there = clear(path, o);
            return there.pathMm() < clear.pathMm()
                    ? new MarginReading.Worst(o.frame(), there)
                    : new MarginReading.Worst(g.frame(), clear);
        });
        return new MarginReading(g.id(), g.name(), g.structureId(), g.kind(), Optional.of(clear), worst, limit);
    }

    /** Of each structure the outline that the path comes nearest to; boxes tell most of them without their edges. */
    private static Map<String, Guarded> worst(Segment path, List<Guarded> all) {
        Map<String, Guarded> nearest = new LinkedHashMap<>();
        Map<String, Double> least = new LinkedHashMap<>();
        // The likeliest goes first, so that most of the others need not be looked at closely.
        for (Guarded g : likeliest(path, all)) {
            nearest.put(g.key(), g);
            least.put(g.key(), g.shape().nearest(path).distance());
        }
        for (Guarded g : all) {
            double before = least.getOrDefault(g.key(), Double.POSITIVE_INFINITY);
            double bound = g.shape().atLeast(path);
            if (bound > 0 && bound >= before) {
                continue;
            }
            double distance = g.shape().nearest(path, before).distance();
            if (distance < before) {
                nearest.put(g.key(), g);
                least.put(g.key(), distance);
            }
        }
        return nearest;
    }

    /** Of each structure the outline whose middle lies nearest to the path. */
    private static Collection<Guarded> likeliest(Segment path, List<Guarded> all) {
        Map<String, Guarded> first = new LinkedHashMap<>();
        Map<String, Double> least = new HashMap<>();
        for (Guarded g : all) {
            double middle = path.distanceTo(g.shape().bounds().centre());
            if (middle < least.getOrDefault(g.key(), Double.POSITIVE_INFINITY)) {
                first.put(g.key(), g);
                least.put(g.key(), middle);
            }
        }
        return first.values();
    }

    private MarginReading.Clear clear(Segment path, Guarded g) {
        PreparedShape.Nearest along = g.shape().nearest(path);
        PreparedShape.Nearest tip = g.shape().nearest(path.b());
        return new MarginReading.Clear(along.distance(), tip.distance(), uncertainty(along, path),
                uncertainty(tip, path), k.toPixels(new Segment(along.from(), along.to())));
    }

    /** The scale stretches the distance; an error of depth acts as far as the shortest link runs along the beam. */
    private Uncertainty uncertainty(PreparedShape.Nearest nearest, Segment path) {
        Point link = nearest.to().minus(nearest.from());
        Point beam = skin.beam(nearest.to());
        double length = link.length();
        Point way = length > 0 ? link.times(1 / length) : normal(path);
        double along = Math.abs(way.x() * beam.x() + way.y() * beam.y());
        UncertaintyRules parts = rules.uncertainty();
        return new Uncertainty(scaleShare * Math.abs(nearest.distance()), parts.trace().value(),
                parts.depth().value() * Math.max(0, skin.depth(nearest.to())) * along);
    }

    private static Point normal(Segment path) {
        double length = path.length();
        Point d = path.b().minus(path.a());
        return length == 0 ? new Point(0, 1) : new Point(-d.y() / length, d.x() / length);
    }
}
