package foramen.ui.measure;

import javafx.scene.layout.StackPane;

/** The area along the clip as a thin strip for beneath the timeline; takes no room while nothing is followed. */
public final class CurveStrip extends StackPane {
    /** Shows {@code model}. */
    public CurveStrip(CurveViewModel model) {
        AreaCurveChart chart = AreaCurveChart.thin(model::go, model.words());
        getChildren().add(chart);
        setMinWidth(0);
        model.curveProperty().subscribe(c -> {
            setVisible(c.isPresent());
            setManaged(c.isPresent());
            c.ifPresent(chart::show);
        });
    }
}
