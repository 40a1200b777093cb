package foramen.ui.outcome;

import foramen.ui.outcome.FollowUpState.Chart;
import foramen.ui.outcome.FollowUpState.Dot;
import foramen.ui.outcome.FollowUpState.Mark;
import foramen.ui.outcome.FollowUpState.Series;
import foramen.ui.support.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polyline;
import javafx.scene.text.Text;

/**
 * The time course: one plot for each series, one below the other over the same days, never two in one; procedures and
 * events are numbered lines through all of them.
 */
final class TimeCourseChart extends Region {
    private static final double PLOT = 88;
    private static final double NAME = 18;
    private static final double FOOT = 16;
    private static final double LEFT = 28;
    private static final double RIGHT = 12;
    private static final double HEAD = 16;
    private static final double DOT = 3;
    private static final double LEAST_DAYS = 14;
    /** A number that would cover the one before it is put into the other of two rows. */
    private static final double APART = 12;

    private final Words words;
    private Chart chart = new Chart(List.of(), List.of());

    TimeCourseChart(Words words) {
        this.words = words;
        setId("time-course");
        getStyleClass().add("time-course");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    }

    void show(Chart next) {
        chart = next;
        setAccessibleText(words.text("chart.name") + " " + Stream.concat(next.series().stream().map(Series::words),
                next.marks().stream().map(m -> words.text("chart.mark", m.number(), Math.round(m.days()), m.words())))
                .collect(Collectors.joining(". ")));
        double height = HEAD + next.series().size() * (NAME + PLOT) + FOOT;
        setMinHeight(height);
        setPrefHeight(height);
        setMaxHeight(height);
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        if (chart.series().isEmpty() || getWidth() <= LEFT + RIGHT) {
            getChildren().clear();
            return;
        }
        double from = Math.min(0, days().min().orElse(0));
        double to = Math.max(from + LEAST_DAYS, days().max().orElse(0));
        List<Node> nodes = new ArrayList<>();
        double bottom = HEAD + chart.series().size() * (NAME + PLOT);
        double last = Double.NEGATIVE_INFINITY;
        for (Mark m : chart.marks()) {
            double x = x(m.days(), from, to);
            for (int i = 0; i < chart.series().size(); i++) {
                double top = HEAD + i * (NAME + PLOT) + NAME;
                nodes.add(line(x, top, x, top + PLOT - 8, m.treatment() ? "course-treatment" : "course-event"));
            }
            if (x - last >= APART) {
                nodes.add(text(String.valueOf(m.number()), x - 3, HEAD - 4, "course-number"));
                last = x;
            }
        }
        double top = HEAD;
        for (Series s : chart.series()) {
            plot(s, top, from, to, nodes);
            top += NAME + PLOT;
        }
        nodes.add(text(words.text("chart.day", Math.round(from)), LEFT, bottom + FOOT - 4, "course-axis"));
        Text end = text(words.text("chart.day", Math.round(to)), 0, bottom + FOOT - 4, "course-axis");
        Bounds b = end.getLayoutBounds();
        end.setX(getWidth() - RIGHT - b.getWidth());
        nodes.add(end);
        getChildren().setAll(nodes);
    }

    private DoubleStream days() {
        return DoubleStream.concat(chart.series().stream().flatMap(s -> s.points().stream()).mapToDouble(Dot::days),
                chart.marks().stream().mapToDouble(Mark::days));
    }

    private void plot(Series s, double top, double from, double to, List<Node> nodes) {
        nodes.add(text(s.name(), LEFT, top + NAME - 5, "course-name"));
        double floor = top + NAME + PLOT - 8;
        double roof = top + NAME + 4;
        nodes.add(line(LEFT, floor, getWidth() - RIGHT, floor, "course-base"));
        nodes.add(line(LEFT, roof, getWidth() - RIGHT, roof, "course-grid"));
        nodes.add(text(s.maximum().toPlainString(), 4, roof + 4, "course-axis"));
        nodes.add(text("0", 4, floor + 4, "course-axis"));
        Polyline line = new Polyline();
        line.getStyleClass().add("course-line");
        nodes.add(line);
        for (Dot d : s.points()) {
            double x = x(d.days(), from, to);
            double y = floor - (floor - roof) * d.value().doubleValue() / s.maximum().doubleValue();
            line.getPoints().addAll(x, y);
            Circle dot = new Circle(x, y, DOT);
            dot.getStyleClass().add("course-dot");
            nodes.add(dot);
        }
    }

    private double x(double day, double from, double to) {
        return LEFT + (getWidth() - LEFT - RIGHT) * (day - from) / (to - from);
    }

    private static Line line(double x0, double y0, double x1, double y1, String styleClass) {
        Line line = new Line(x0, y0, x1, y1);
        line.getStyleClass().add(styleClass);
        return line;
    }

    private static Text text(String said, double x, double y, String styleClass) {
        Text text = new Text(x, y, said);
        text.getStyleClass().addAll("course-text", styleClass);
        return text;
    }
}
