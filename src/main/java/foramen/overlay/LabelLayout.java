package foramen.overlay;

import foramen.geometry.Bounds;
import foramen.geometry.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Puts labels beside what they name, so that they hide neither one another nor what is drawn.
 *
 * <p>Each label tries a fixed row of places and takes the one with the least cost; labels placed earlier stay where they
 * are. Text widths are estimated, because a display list knows no font.
 */
final class LabelLayout {
    private static final double GAP = 7;
    private static final double MEAN_GLYPH_WIDTH = 0.56;
    private static final double LINE_HEIGHT = 1.3;
    private static final int STEPS = 4;
    private static final double ORDER_COST = 60;
    private static final double TEXT_COST = 12;
    private static final double OUTSIDE_COST = 8;

    private final Bounds picture;
    private final double zoom;
    private final List<Bounds> texts = new ArrayList<>();
    private final List<Bounds> drawings = new ArrayList<>();

    /**
     * @param picture the picture, in image pixels
     * @param unitsPerPixel output units per image pixel
     */
    LabelLayout(Bounds picture, double unitsPerPixel) {
        this.zoom = unitsPerPixel;
        this.picture = zoomed(picture);
    }

    /** Keeps labels off {@code drawing}, in image pixels, where there is another place. */
    void avoid(Bounds drawing) {
        drawings.add(zoomed(drawing));
    }

    /** Keeps labels off the straight line from {@code a} to {@code b}, in image pixels. */
    void avoidLine(Point a, Point b) {
        int samples = 16;
        for (int i = 0; i <= samples; i++) {
            Point p = a.towards(b, i / (double) samples).times(zoom);
            drawings.add(new Bounds(p.x() - GAP / 2, p.y() - GAP / 2, p.x() + GAP / 2, p.y() + GAP / 2));
        }
    }

    /**
     * Places a block of lines.
     *
     * @param around what is labelled, in image pixels
     * @param lines top to bottom
     * @param argb colour of the text
     * @return one label a line
     */
    List<Mark> place(Bounds around, List<String> lines, int argb) {
        double size = OverlayPalette.LABEL_SIZE;
        double width = lines.stream().mapToInt(String::length).max().orElse(0) * size * MEAN_GLYPH_WIDTH;
        double height = lines.size() * size * LINE_HEIGHT;
        Bounds box = best(candidates(zoomed(around), width, height));
        texts.add(box);
        Point at = around.centre();
        List<Mark> labels = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            double y = box.minY() + (i + 0.5) * size * LINE_HEIGHT;
            labels.add(new Mark.Label(at, box.centre().x() - at.x() * zoom, y - at.y() * zoom, Mark.Align.MIDDLE,
                    lines.get(i), argb, size));
        }
        return labels;
    }

    private List<Bounds> candidates(Bounds around, double width, double height) {
        List<Bounds> boxes = new ArrayList<>();
        double middle = around.centre().x() - width / 2;
        for (int step = 0; step < STEPS; step++) {
            double off = GAP + step * height;
            boxes.add(box(middle, around.minY() - off - height, width, height));
            boxes.add(box(middle, around.maxY() + off, width, height));
            if (step == 0) {
                boxes.add(box(around.maxX() + GAP, around.centre().y() - height / 2, width, height));
                boxes.add(box(around.minX() - GAP - width, around.centre().y() - height / 2, width, height));
            }
        }
        return boxes;
    }

    /** A box of that size, pushed sideways into the picture where it would stick out. */
    private Bounds box(double x, double y, double width, double height) {
        double room = Math.max(picture.minX(), picture.maxX() - width);
        double left = Math.clamp(x, picture.minX(), room);
        return new Bounds(left, y, left + width, y + height);
    }

    private Bounds best(List<Bounds> boxes) {
        Optional<Bounds> best = Optional.empty();
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < boxes.size(); i++) {
            double cost = i * ORDER_COST + cost(boxes.get(i));
            if (cost < least) {
                least = cost;
                best = Optional.of(boxes.get(i));
            }
        }
        return best.orElseThrow();
    }

    private double cost(Bounds box) {
        double outside = box.width() * box.height() - overlap(box, picture);
        double text = texts.stream().mapToDouble(t -> overlap(box, t)).sum();
        double drawing = drawings.stream().mapToDouble(d -> overlap(box, d)).sum();
        return outside * OUTSIDE_COST + text * TEXT_COST + drawing;
    }

    private static double overlap(Bounds a, Bounds b) {
        double w = Math.min(a.maxX(), b.maxX()) - Math.max(a.minX(), b.minX());
        double h = Math.min(a.maxY(), b.maxY()) - Math.max(a.minY(), b.minY());
        return w > 0 && h > 0 ? w * h : 0;
    }

    private Bounds zoomed(Bounds b) {
        return new Bounds(b.minX() * zoom, b.minY() * zoom, b.maxX() * zoom, b.maxY() * zoom);
    }
}
