package foramen.ui.plan;

import foramen.ui.support.Swatch;
import foramen.ui.support.Tone;
import foramen.ui.support.Words;
import java.util.Locale;
import java.util.function.IntConsumer;
import javafx.geometry.Pos;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The signed distance to one structure as a bar with its 95 % band, and marks where the rule warns and forbids. */
final class MarginBar extends VBox {
    /** Shows {@code row}; a click on its worst case tells {@code goTo} the frame. */
    MarginBar(MarginRow row, Words words, IntConsumer goTo) {
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
        row.bar().ifPresent(b -> getChildren().add(new Track(b, row)));
        Label sure = new Label(row.sure());
        sure.getStyleClass().add("note");
        sure.setWrapText(true);
        getChildren().add(sure);
        row.worst().ifPresent(w -> {
            Hyperlink link = new Hyperlink(w.words());
            link.getStyleClass().addAll("note", "worst-case", w.tone().name().toLowerCase(Locale.ROOT));
            link.setWrapText(true);
            link.setAccessibleText(words.text("plan.worst.go", w.frame() + 1, w.words()));
            link.setOnAction(e -> {
                goTo.accept(w.frame());
                // A frame that was looked at once can be looked at again.
                link.setVisited(false);
            });
            getChildren().add(link);
        });
        setAccessibleText(row.words());
        Tooltip tip = new Tooltip(words.text("clearance.source", row.words(), row.limit().source()));
        tip.setWrapText(true);
        tip.setMaxWidth(360);
        Tooltip.install(this, tip);
    }

    /** The bar itself: left of its nought lies what is inside. */
    private static final class Track extends Region {
        private static final double HEIGHT = 8;
        private static final double MARK = 2;
        /** Deeper inside, or farther off, need not be told apart (engineering default). */
        private static final double LEAST_MM = -4;
        private static final double FULL_MM = 20;

        private final Region fill = new Region();
        private final Region band = new Region();
        private final Region nought = new Region();
        private final Region warn = new Region();
        private final Region block = new Region();
        private final MarginRow.Bar bar;
        private final MarginRow row;

        Track(MarginRow.Bar bar, MarginRow row) {
            this.bar = bar;
            this.row = row;
            getStyleClass().add("clearance-track");
            fill.getStyleClass().add("clearance-fill");
            band.getStyleClass().add("clearance-band");
            nought.getStyleClass().add("clearance-nought");
            warn.getStyleClass().add("clearance-margin");
            block.getStyleClass().add("clearance-block");
            setMinHeight(HEIGHT);
            setPrefHeight(HEIGHT);
            getChildren().addAll(fill, band, nought, warn, block);
            Double least = row.limit().blockMm();
            block.setVisible(least != null && least > 0);
            warn.setVisible(row.limit().warnMm() > 0);
        }

        private double x(double mm) {
            return getWidth() * Math.clamp((mm - LEAST_MM) / (FULL_MM - LEAST_MM), 0, 1);
        }

        @Override
        protected void layoutChildren() {
            double from = Math.min(x(0), x(bar.mm()));
            fill.resizeRelocate(from, 0, Math.max(MARK, Math.abs(x(bar.mm()) - x(0))), getHeight());
            band.resizeRelocate(x(bar.lowMm()), getHeight() / 2 - 1.5,
                    Math.max(MARK, x(bar.highMm()) - x(bar.lowMm())), 3);
            nought.resizeRelocate(x(0) - MARK / 2, 0, MARK, getHeight());
            warn.resizeRelocate(x(row.limit().warnMm()) - MARK / 2, 0, MARK, getHeight());
            Double least = row.limit().blockMm();
            block.resizeRelocate(x(least == null ? 0 : least) - MARK / 2, 0, MARK, getHeight());
        }
    }
}
