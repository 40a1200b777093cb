package foramen.ui.plan;

import foramen.ui.support.Swatch;
import foramen.ui.support.Tone;
import foramen.ui.support.Words;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The distance to one structure as a bar, with a mark at its margin. */
final class ClearanceBar extends VBox {
    /** The bar is full at this distance; farther is safe and need not be told apart (engineering default). */
    private static final double FULL_MM = 20;

    /** Shows {@code row}. */
    ClearanceBar(ClearanceRow row, Words words) {
        getStyleClass().addAll("clearance", "tight");
        if (row.tone() != Tone.NEUTRAL) {
            getStyleClass().add(row.tone() == Tone.RED ? "red" : "amber");
        }
        Label name = new Label(row.name());
        Label value = new Label(row.text());
        value.getStyleClass().add("value");
        value.setMinWidth(USE_PREF_SIZE);
        HBox.setHgrow(name, Priority.ALWAYS);
        name.setMaxWidth(Double.MAX_VALUE);
        HBox line = new HBox(new Swatch(row.letter(), row.colour()), name, value);
        line.getStyleClass().add("row");
        line.setAlignment(Pos.CENTER_LEFT);
        getChildren().add(line);
        row.mm().filter(mm -> row.margin().isPresent())
                .ifPresent(mm -> getChildren().add(new Track(mm, row.margin().orElseThrow().warnMm())));
        // Beside a distance in pixels a margin in millimetres would invite the wrong comparison.
        String tip = row.margin().filter(m -> row.mm().isPresent()).map(
                m -> words.text("clearance.margin", row.tip(), Dimension.mm(m.warnMm(), words.locale())))
                .orElse(row.tip());
        Label note = new Label(tip);
        note.getStyleClass().add("note");
        getChildren().add(note);
        setAccessibleText(row.words());
        row.margin().ifPresent(
                m -> Tooltip.install(this, new Tooltip(words.text("clearance.source", row.words(), m.source()))));
    }

    /** The bar itself. */
    private static final class Track extends Region {
        private static final double HEIGHT = 8;
        private static final double MARK = 2;

        private final Region fill = new Region();
        private final Region mark = new Region();
        private final double share;
        private final double markShare;

        Track(double mm, double marginMm) {
            share = Math.clamp(mm / FULL_MM, 0, 1);
            markShare = Math.clamp(marginMm / FULL_MM, 0, 1);
            getStyleClass().add("clearance-track");
            fill.getStyleClass().add("clearance-fill");
            mark.getStyleClass().add("clearance-margin");
            setMinHeight(HEIGHT);
            setPrefHeight(HEIGHT);
            getChildren().addAll(fill, mark);
        }

        @Override
        protected void layoutChildren() {
            // A crossing has no length of its own; a full red bar says what an empty one would hide.
            double filled = share == 0 ? 1 : share;
            fill.resizeRelocate(0, 0, getWidth() * filled, getHeight());
            mark.resizeRelocate(getWidth() * markShare - MARK / 2, 0, MARK, getHeight());
        }
    }
}
