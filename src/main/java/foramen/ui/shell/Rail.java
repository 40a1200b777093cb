package foramen.ui.shell;

import foramen.ui.support.Icons;
import foramen.ui.support.Words;
import java.util.Locale;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/** The workflow down the left edge: one button a step, with a dot that says how far it is. */
final class Rail extends VBox {
    private final ObjectProperty<Step> current;
    private final Words words;

    /**
     * @param current the step whose page is shown
     * @param state how far each step is
     * @param words what the window says
     */
    Rail(ObjectProperty<Step> current, Function<Step, ObservableValue<StepState>> state, Words words) {
        this.current = current;
        this.words = words;
        getStyleClass().add("rail");
        for (Step step : Step.values()) {
            getChildren().add(button(step, state.apply(step)));
        }
    }

    private ToggleButton button(Step step, ObservableValue<StepState> state) {
        Region dot = new Region();
        dot.getStyleClass().add("dot");
        dot.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        StackPane picture = new StackPane(Icons.of(icon(step)), dot);
        StackPane.setAlignment(dot, Pos.TOP_RIGHT);
        picture.getStyleClass().add("rail-picture");
        ToggleButton button = new ToggleButton(words.of(step), picture);
        button.setId("step-" + step.name().toLowerCase(Locale.ROOT));
        button.setContentDisplay(ContentDisplay.TOP);
        button.getStyleClass().add("rail-button");
        button.setMaxWidth(Double.MAX_VALUE);
        Tooltip tooltip = new Tooltip();
        button.setTooltip(tooltip);
        state.subscribe(s -> {
            dot.getStyleClass().setAll("dot", s.styleClass());
            String said = words.of(step) + ", " + words.of(s);
            button.setAccessibleText(said);
            tooltip.setText(said);
        });
        current.subscribe(s -> button.setSelected(s == step));
        button.setOnAction(e -> {
            current.set(step);
            button.setSelected(true);
        });
        return button;
    }

    private static Ikon icon(Step step) {
        return switch (step) {
            case CLIPS -> Material2OutlinedMZ.VIDEO_LIBRARY;
            case ASSESS -> Material2OutlinedAL.ACCESSIBILITY;
            case OUTLINE -> Material2OutlinedAL.GESTURE;
            case MEASURE -> Material2OutlinedMZ.STRAIGHTEN;
            case PLAN -> Material2OutlinedMZ.MY_LOCATION;
            case LEDGER -> Material2OutlinedAL.FACT_CHECK;
            case FOLLOW -> Material2OutlinedAL.EVENT;
            case EXPORT -> Material2OutlinedMZ.SAVE_ALT;
        };
    }
}
