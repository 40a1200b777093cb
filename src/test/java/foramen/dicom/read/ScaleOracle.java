package foramen.dicom.read;

import foramen.dicom.read.RandomScreen.Box;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The calibration rules once more, by hand and without any of the product's types, to hold the product to. */
final class ScaleOracle {
    private final List<Box> boxes = new ArrayList<>();
    private final double[] spacing;

    ScaleOracle(RandomScreen screen) {
        for (Box b : screen.boxes()) {
            if (b.minX() <= b.maxX() && b.minY() <= b.maxY() && b.minX() < RandomScreen.COLUMNS
                    && b.minY() < RandomScreen.ROWS) {
                boxes.add(b);
            }
        }
        spacing = switch (screen.pixelSpacing()) {
            case "0.2\\0.1" -> new double[]{0.1, 0.2};
            case "0.1\\0.1" -> new double[]{0.1, 0.1};
            default -> new double[0];
        };
    }

    /** Millimetres a pixel across and down for a shape through these points, or nothing. */
    Optional<double[]> scale(double[][] points) {
        List<Box> usable = boxes.stream().filter(ScaleOracle::isUsable).toList();
        if (usable.isEmpty()) {
            return fallback(points);
        }
        List<Box> holding = usable.stream().filter(b -> holds(b, points)).toList();
        boolean onMotion = boxes.stream().anyMatch(b -> (b.format() == 2 || b.format() == 3) && touches(b, points));
        if (holding.isEmpty() || onMotion) {
            return Optional.empty();
        }
        Box first = holding.getFirst();
        for (Box b : holding) {
            if (differ(b.deltaX(), first.deltaX()) || differ(b.deltaY(), first.deltaY())) {
                return Optional.empty();
            }
        }
        return Optional.of(new double[]{Math.abs(first.deltaX()) * 10, Math.abs(first.deltaY()) * 10});
    }

    private Optional<double[]> fallback(double[][] points) {
        boolean onTrace = boxes.stream().anyMatch(b -> isTrace(b) && touches(b, points));
        List<Box> pictures = boxes.stream().filter(ScaleOracle::isPicture).toList();
        boolean spans = pictures.stream().filter(b -> touches(b, points)).count() > 1
                && pictures.stream().noneMatch(b -> holds(b, points));
        return onTrace || spans || spacing.length == 0 ? Optional.empty() : Optional.of(spacing);
    }

    /** The one trace that the shape lies on, with nothing else there that is measured; else nothing. */
    Optional<Box> onlyTrace(double[][] points) {
        List<Box> touched = boxes.stream().filter(b -> isTrace(b) && touches(b, points)).toList();
        boolean clear = boxes.stream().noneMatch(b -> isUsable(b) && touches(b, points));
        return touched.size() == 1 && holds(touched.getFirst(), points) && clear
                ? Optional.of(touched.getFirst())
                : Optional.empty();
    }

    static boolean isTrace(Box b) {
        return b.format() >= 2 && b.format() <= 4;
    }

    private static boolean isPicture(Box b) {
        return b.format() == 1 && (b.type() == 1 || b.type() == 2);
    }

    private static boolean isUsable(Box b) {
        return isPicture(b) && b.unitsX() == 3 && b.unitsY() == 3 && isSane(b.deltaX()) && isSane(b.deltaY());
    }

    static boolean isSane(double delta) {
        return Math.abs(delta) * 10 >= 0.001 && Math.abs(delta) * 10 <= 10;
    }

    private static boolean differ(double a, double b) {
        return Math.abs(Math.abs(a) - Math.abs(b)) > 1e-4 * Math.max(Math.abs(a), Math.abs(b));
    }

    private static boolean holds(Box b, double[][] points) {
        for (double[] p : points) {
            if (!inside(b, p)) {
                return false;
            }
        }
        return true;
    }

    private static boolean touches(Box b, double[][] points) {
        for (double[] p : points) {
            if (inside(b, p)) {
                return true;
            }
        }
        return false;
    }

    private static boolean inside(Box b, double[] p) {
        double right = Math.min(b.maxX(), RandomScreen.COLUMNS - 1) + 1;
        double bottom = Math.min(b.maxY(), RandomScreen.ROWS - 1) + 1;
        return p[0] >= b.minX() && p[0] < right && p[1] >= b.minY() && p[1] < bottom;
    }
}
