package foramen.ui.plan;

import foramen.domain.plan.NeedlePlan;
import foramen.geometry.Point;
import foramen.ui.plan.PlanViewModel.Coordinate;
import foramen.ui.support.Parts;
import foramen.ui.support.TypedField;
import java.util.Locale;
import java.util.function.Function;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

/** Entry and target as coordinates in image pixels, each of which can be typed. */
final class PointFields extends GridPane {
    private static final double GAP = 8;

    private final TypedField entryX;
    private final TypedField entryY;
    private final TypedField targetX;
    private final TypedField targetY;
    private final Label complaint = Parts.complaint();

    PointFields(PlanViewModel model) {
        entryX = field("Entry, x in pixels", "plan-entry-x", t -> model.typeCoordinate(Coordinate.ENTRY_X, t));
        entryY = field("Entry, y in pixels", "plan-entry-y", t -> model.typeCoordinate(Coordinate.ENTRY_Y, t));
        targetX = field("Target, x in pixels", "plan-target-x", t -> model.typeCoordinate(Coordinate.TARGET_X, t));
        targetY = field("Target, y in pixels", "plan-target-y", t -> model.typeCoordinate(Coordinate.TARGET_Y, t));
        setHgap(GAP);
        setVgap(GAP);
        ColumnConstraints words = new ColumnConstraints();
        words.setMinWidth(USE_PREF_SIZE);
        ColumnConstraints grow = new ColumnConstraints();
        grow.setHgrow(Priority.ALWAYS);
        getColumnConstraints().addAll(words, grow, grow);
        addRow(0, Parts.name("Entry x, y (px)"), entryX, entryY);
        addRow(1, Parts.name("Target x, y (px)"), targetX, targetY);
        add(complaint, 0, 2, 3, 1);
    }

    /** Shows where {@code plan} lies. */
    void show(NeedlePlan plan, Locale locale) {
        entryX.show(Dimension.number(plan.entry().x(), 1, locale));
        entryY.show(Dimension.number(plan.entry().y(), 1, locale));
        targetX.show(Dimension.number(plan.target().x(), 1, locale));
        targetY.show(Dimension.number(plan.target().y(), 1, locale));
    }

    private TypedField field(String name, String id, Function<String, String> commit) {
        TypedField field = new TypedField(name, commit);
        field.setId(id);
        field.setPrefWidth(0);
        field.setMaxWidth(Double.MAX_VALUE);
        field.onSettled(() -> complaint.setText(field.complaint()));
        return field;
    }
}
