package foramen.domain.clip;

import foramen.geometry.Point;
import java.util.Collection;
import java.util.List;

/** The regions of a screen, and which of them a shape lies in. */
record Panels(List<Region> regions) {
    /** Where a scale drawn by hand holds. */
    sealed interface Extent {
        /** In one region only. */
        record Within(Region region) implements Extent {}

        /** Everywhere but in regions that have a scale of their own, be it of length or of time. */
        record Elsewhere() implements Extent {}

        /** Nowhere. */
        record None(String reason) implements Extent {}
    }

    List<Region> measurable() {
        return regions.stream().filter(Region::isMeasurable).toList();
    }

    /** The pictures, with a scale or without. */
    List<Region> pictures() {
        return regions.stream().filter(Region::isPicture).toList();
    }

    /** The M-modes and spectra that any of {@code points} lies in. */
    List<Region> motions(Collection<Point> points) {
        return touched(regions.stream().filter(Region::isMotion).toList(), points);
    }

    /** The M-modes, spectra and waveforms that any of {@code points} lies in. */
    List<Region> traces(Collection<Point> points) {
        return touched(regions.stream().filter(Region::isTrace).toList(), points);
    }

    /** Those of {@code candidates} that hold all of {@code points}. */
    static List<Region> holding(List<Region> candidates, Collection<Point> points) {
        return candidates.stream().filter(r -> points.stream().allMatch(r::contains)).toList();
    }

    /** Those of {@code candidates} that hold any of {@code points}. */
    static List<Region> touched(List<Region> candidates, Collection<Point> points) {
        return candidates.stream().filter(r -> points.stream().anyMatch(r::contains)).toList();
    }

    /** Where a scale drawn through {@code points} would hold. */
    Extent extent(Collection<Point> points) {
        List<Region> holding = holding(pictures(), points);
        if (!motions(points).isEmpty() || (holding.isEmpty() && !traces(points).isEmpty())) {
            return new Extent.None("Part of the line lies on the " + traces(points).getFirst().description()
                    + " of this clip; draw it on the 2-D picture or its depth ticks.");
        }
        if (holding.size() > 1) {
            return new Extent.None("Regions of this clip overlap here, so a scale drawn here would be ambiguous.");
        }
        boolean one = pictures().size() <= 1 && measurable().isEmpty();
        if (one) {
            return new Extent.Elsewhere();
        }
        if (holding.size() == 1) {
            return new Extent.Within(holding.getFirst());
        }
        boolean blind = pictures().stream().filter(r -> !r.isMeasurable()).count() > 1;
        return blind || !touched(pictures(), points).isEmpty()
                ? new Extent.None("Draw the whole line inside the picture that it is to calibrate.")
                : new Extent.Elsewhere();
    }
}
