package foramen.overlay;

import foramen.geometry.Bounds;
import foramen.geometry.Point;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Puts labels beside what they name, so that they hide neither one another nor what is drawn.
 *
 * <p>Each label tries a fixed row of places and takes the one with the least cost; labels placed earlier stay where they
 * are. Text widths are estimated, because a display list knows no font.
 */
final class LabelLayout {
    private static final double GAP = 7;
    private static final double FAR = 24;
    private static final double LEADER_WIDTH = 0.8;
    private static final double MEAN_GLYPH_WIDTH = 0.5;
    private static final double LINE_HEIGHT = 1.3;
    private static final int MOST_SAMPLES = 64;
    private static final int STEPS = 6;
    private static final double ORDER_COST = 30;
    private static final double LINE_COST = 5;
    private static final double TEXT_COST = 12;
    private static final double OUTSIDE_COST = 8;
    private static final double CELL = 48;

    private final Bounds picture;
    private final double zoom;
    private final List<Bounds> texts = new ArrayList<>();
    private final List<Bounds> drawings = new ArrayList<>();
    /** Samples of lines by the cell their middle lies in, so that a box looks only at those near it. */
    private final Map<Cell, List<Bounds>> lines = new HashMap<>();
    private Optional<Point> sampled = Optional.empty();

    private record Cell(int column, int row) {}

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

    /** Keeps labels off the box from ({@code left}, {@code top}) to (right, bottom), output units from {@code at}. */
    void avoidBox(Point at, double left, double top, double right, double bottom) {
        Point p = at.times(zoom);
        texts.add(new Bounds(p.x() + left, p.y() + top, p.x() + right, p.y() + bottom));
    }

    /** Keeps labels off a symbol {@code size} output units wide at {@code at}, in image pixels. */
    void avoidGlyph(Point at, double size) {
        avoidBox(at, -size / 2, -size / 2, size / 2, size / 2);
    }

    /** Keeps labels off the straight line from {@code a} to {@code b}, in image pixels. */
    void avoidLine(Point a, Point b) {
        int samples = (int) Math.clamp(a.distanceTo(b) * zoom / GAP, 1, MOST_SAMPLES);
        for (int i = 0; i <= samples; i++) {
            Point p = a.towards(b, i / (double) samples).times(zoom);
            // A freehand outline has many short edges; samples on top of one another would only cost time.
            if (sampled.isEmpty() || sampled.get().distanceTo(p) >= GAP / 2) {
                sampled = Optional.of(p);
                lines.computeIfAbsent(new Cell(cell(p.x()), cell(p.y())), c -> new ArrayList<>())
                        .add(new Bounds(p.x() - GAP / 2, p.y() - GAP / 2, p.x() + GAP / 2, p.y() + GAP / 2));
            }
        }
    }

    /**
     * Places a block of lines.
     *
     * @param around what is labelled, in image pixels
     * @param lines top to bottom
     * @param argb colour of the text
     * @return one label a line, and a thin line to what they name where they stand far off
     */
    List<Mark> place(Bounds around, List<String> lines, int argb) {
        double size = OverlayPalette.LABEL_SIZE;
        double width = lines.stream().mapToInt(String::length).max().orElse(0) * size * MEAN_GLYPH_WIDTH;
        double height = lines.size() * size * LINE_HEIGHT;
        Bounds box = best(candidates(zoomed(around), width, height));
        texts.add(box);
        Point at = around.centre();
        List<Mark> labels = new ArrayList<>();
        leader(zoomed(around), box, argb).ifPresent(labels::add);
        for (int i = 0; i < lines.size(); i++) {
            double y = box.minY() + (i + 0.5) * size * LINE_HEIGHT;
            labels.add(new Mark.Label(at, box.centre().x() - at.x() * zoom, y - at.y() * zoom, Mark.Align.MIDDLE,
                    lines.get(i), argb, size));
        }
        return labels;
    }

    private Optional<Mark> leader(Bounds around, Bounds box, int argb) {
        Point from = around.clamp(box.centre());
        Point to = box.clamp(from);
        return from.distanceTo(to) < FAR
                ? Optional.empty()
                : Optional.of(new Mark.Path(List.of(from.times(1 / zoom), to.times(1 / zoom)), false,
                        new Stroke(argb, LEADER_WIDTH, List.of(), false), Optional.empty()));
    }

    /** Above and below first, then beside, then off the corners; each step farther away costs more. */
    private List<Bounds> candidates(Bounds around, double width, double height) {
        double middle = around.centre().x() - width / 2;
        double right = around.maxX() + GAP;
        double left = around.minX() - GAP - width;
        List<Bounds> boxes = new ArrayList<>();
        for (int step = 0; step < STEPS; step++) {
            double off = GAP + step * height;
            double above = around.minY() - off - height;
            double below = around.maxY() + off;
            for (double x : new double[]{middle, around.minX(), around.maxX() - width}) {
                boxes.add(box(x, above, width, height));
                boxes.add(box(x, below, width, height));
            }
            if (step == 0) {
                boxes.add(box(right, around.centre().y() - height / 2, width, height));
                boxes.add(box(left, around.centre().y() - height / 2, width, height));
            }
            for (double x : new double[]{right, left}) {
                boxes.add(box(x, above, width, height));
                boxes.add(box(x, below, width, height));
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
        Bounds best = boxes.getFirst();
        double least = Double.POSITIVE_INFINITY;
        // The order costs more with each box, so that from some box on none can be better.
        for (int i = 0; i < boxes.size() && i * ORDER_COST < least; i++) {
            double cost = i * ORDER_COST + cost(boxes.get(i), least - i * ORDER_COST);
            if (cost < least) {
                least = cost;
                best = boxes.get(i);
            }
        }
        return best;
    }

    /** The cost of {@code box}; where it exceeds {@code enough}, anything that does so too. */
    private double cost(Bounds box, double enough) {
        double cost = (box.width() * box.height() - overlap(box, picture)) * OUTSIDE_COST;
        for (Bounds t : texts) {
            cost += overlap(box, t) * TEXT_COST;
        }
        for (Bounds d : drawings) {
            cost += overlap(box, d);
        }
        return cost > enough ? cost : cost + lineCost(box) * LINE_COST;
    }

    private double lineCost(Bounds box) {
        double cost = 0;
        for (int row = cell(box.minY() - GAP); row <= cell(box.maxY() + GAP); row++) {
            for (int column = cell(box.minX() - GAP); column <= cell(box.maxX() + GAP); column++) {
                for (Bounds l : lines.getOrDefault(new Cell(column, row), List.of())) {
                    cost += overlap(box, l);
                }
            }
        }
        return cost;
    }

    private static int cell(double place) {
        return (int) Math.floor(place / CELL);
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
