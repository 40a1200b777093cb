package foramen.ui.measure;

import foramen.ui.measure.SwellingState.Curve;
import foramen.ui.measure.SwellingState.CurvePoint;
import foramen.ui.support.OwnKeys;
import foramen.ui.support.Words;
import foramen.workspace.measure.AreaCurve;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import javafx.scene.shape.Shape;

/**
 * The area along the clip as a small curve from nought upward, all frames from left to right.
 *
 * <p>A click goes to the nearest frame that has an outline; the arrow keys walk along them, Home and End go to the ends,
 * Enter to the maximum. What was drawn by hand is a full dot, what was followed and accepted a ring, and what nobody has
 * checked a cross. Where an outline is left out the line breaks.
 */
final class AreaCurveChart extends Region implements OwnKeys {
    private static final double HEIGHT = 104;
    /** As a strip: as wide at the ends as half the timeline's thumb, so that frame stands over frame. */
    private static final double THIN = 26;
    private static final double THIN_MARGIN = 7;
    private static final double THIN_GAP = 4;
    private static final double MARGIN = 8;
    /** Between the words of the maximum and the edge above, and its point below. */
    private static final double GAP = 4;
    private static final double DOT = 2.5;

    private final IntConsumer onFrame;
    private final Words words;
    private final Path line = new Path();
    private final Line base = new Line();
    private final Line now = new Line();
    private final Label most = new Label();
    private final boolean thin;
    private Optional<Curve> curve = Optional.empty();
    private Optional<Laid> laid = Optional.empty();

    /** What the line and the dots were laid out for; only the frame in view moves while the clip plays. */
    private record Laid(List<CurvePoint> points, double width, double height) {}

    /** Tells {@code onFrame} which frame to go to, from 0. */
    AreaCurveChart(IntConsumer onFrame, Words words) {
        this(onFrame, words, false);
    }

    /** The same as a strip without words. */
    static AreaCurveChart thin(IntConsumer onFrame, Words words) {
        return new AreaCurveChart(onFrame, words, true);
    }

    private AreaCurveChart(IntConsumer onFrame, Words words, boolean thin) {
        this.words = words;
        this.onFrame = onFrame;
        this.thin = thin;
        setId(thin ? "cine-curve" : "area-curve");
        getStyleClass().add("area-curve");
        line.getStyleClass().add("curve-line");
        base.getStyleClass().add("curve-base");
        now.getStyleClass().add("curve-now");
        most.getStyleClass().add("note");
        line.setMouseTransparent(true);
        now.setMouseTransparent(true);
        most.setMouseTransparent(true);
        double height = thin ? THIN : HEIGHT;
        setMinHeight(height);
        setPrefHeight(height);
        setMaxHeight(height);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.SLIDER);
        setAccessibleText(words.text("curve.title"));
        setOnMousePressed(e -> {
            requestFocus();
            nearest(e.getX()).ifPresent(p -> onFrame.accept(p.frame()));
            // The scrolling page would take the keyboard.
            e.consume();
        });
        setOnKeyPressed(this::key);
    }

    /** Shows {@code next}. */
    void show(Curve next) {
        curve = Optional.of(next);
        setAccessibleText(said(next));
        requestLayout();
    }

    private String said(Curve c) {
        String here = c.points().stream().filter(p -> p.frame() == c.current()).findFirst()
                .map(p -> words.text("curve.here", p.frame() + 1, p.value(), p.how()))
                .orElse(words.text("curve.nowhere"));
        return words.text("curve.name", c.points().size(), c.maximum().value(), c.maximum().frame() + 1, here,
                c.maximum().how());
    }

    private Optional<CurvePoint> nearest(double x) {
        return curve
                .flatMap(c -> c.points().stream().min(Comparator.comparingDouble(p -> Math.abs(x(c, p.frame()) - x))));
    }

    private void key(KeyEvent e) {
        if (!takes(e)) {
            return;
        }
        Optional<Integer> target = curve.flatMap(c -> {
            List<CurvePoint> p = c.points();
            return switch (e.getCode()) {
                case RIGHT, UP -> p.stream().map(CurvePoint::frame).filter(f -> f > c.current()).findFirst();
                case LEFT, DOWN -> p.reversed().stream().map(CurvePoint::frame).filter(f -> f < c.current())
                        .findFirst();
                case HOME -> Optional.of(p.getFirst().frame());
                case END -> Optional.of(p.getLast().frame());
                case ENTER -> Optional.of(c.maximum().frame());
                default -> Optional.empty();
            };
        });
        target.ifPresent(onFrame::accept);
        e.consume();
    }

    @Override
    public boolean takes(KeyEvent key) {
        if (key.isShortcutDown() || key.isAltDown() || key.isShiftDown()) {
            return false;
        }
        return switch (key.getCode()) {
            case RIGHT, UP, LEFT, DOWN, HOME, END, ENTER -> true;
            default -> false;
        };
    }

    private double x(Curve c, int frame) {
        double room = getWidth() - 2 * margin();
        return margin() + (c.frames() < 2 ? room / 2 : room * frame / (c.frames() - 1));
    }

    private double margin() {
        return thin ? THIN_MARGIN : MARGIN;
    }

    private double foot() {
        return getHeight() - (thin ? THIN_GAP : MARGIN);
    }

    private double headroom() {
        return thin ? THIN_GAP : most.prefHeight(-1) + 2 * GAP + DOT;
    }

    private double y(Curve c, double area) {
        double top = c.maximum().areaMm2();
        double room = foot() - headroom();
        return foot() - (top > 0 ? room * area / top : 0);
    }

    @Override
    protected void layoutChildren() {
        if (curve.isEmpty() || getWidth() <= 2 * margin()) {
            getChildren().clear();
            laid = Optional.empty();
            return;
        }
        Curve c = curve.get();
        now.setStartX(x(c, c.current()));
        now.setEndX(now.getStartX());
        now.setStartY(headroom());
        now.setEndY(foot());
        Laid next = new Laid(c.points(), getWidth(), getHeight());
        if (!laid.equals(Optional.of(next))) {
            laid = Optional.of(next);
            layOut(c);
        }
    }

    private void layOut(Curve c) {
        base.setStartX(margin());
        base.setEndX(getWidth() - margin());
        base.setStartY(foot());
        base.setEndY(foot());
        line.getElements().setAll(c.points().stream().map(p -> way(c, p)).toList());
        List<javafx.scene.Node> nodes = new java.util.ArrayList<>(List.of(base, now, line));
        // In a strip dots side by side would hide the line: the largest, and what somebody drew.
        c.points().stream()
                .filter(p -> !thin || p.equals(c.maximum()) || p.standing() == AreaCurve.Standing.DRAWN)
                .forEach(p -> nodes.add(dot(c, p)));
        most.setText(words.text("curve.maximum", c.maximum().value(), c.maximum().frame() + 1, c.maximum().how()));
        if (!thin) {
            nodes.add(most);
        }
        getChildren().setAll(nodes);
        most.autosize();
        double at = Math.clamp(x(c, c.maximum().frame()) - most.getWidth() / 2, MARGIN,
                Math.max(MARGIN, getWidth() - MARGIN - most.getWidth()));
        most.relocate(at, GAP);
    }

    private PathElement way(Curve c, CurvePoint p) {
        double x = x(c, p.frame());
        double y = y(c, p.areaMm2());
        return p.gapBefore() || p.equals(c.points().getFirst()) ? new MoveTo(x, y) : new LineTo(x, y);
    }

    private Shape dot(Curve c, CurvePoint p) {
        boolean most = p.equals(c.maximum());
        double x = x(c, p.frame());
        double y = y(c, p.areaMm2());
        double r = most ? DOT + 1.5 : DOT;
        Shape dot = p.standing().isOpen() ? cross(x, y, r) : new Circle(x, y, r);
        dot.getStyleClass().add(p.standing().isOpen()
                ? "curve-open"
                : p.standing() == AreaCurve.Standing.DRAWN ? "curve-drawn" : "curve-followed");
        if (most) {
            dot.getStyleClass().add("curve-maximum");
        }
        dot.setMouseTransparent(true);
        return dot;
    }

    private static Shape cross(double x, double y, double r) {
        return new Path(new MoveTo(x - r, y - r), new LineTo(x + r, y + r), new MoveTo(x - r, y + r),
                new LineTo(x + r, y - r));
    }
}
