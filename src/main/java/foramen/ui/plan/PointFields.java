package foramen.ui.plan;

import foramen.domain.plan.NeedlePass;
import foramen.domain.plan.NeedlePlan;
import foramen.geometry.Point;
import foramen.ui.plan.PlanViewModel.Coordinate;
import foramen.ui.support.Parts;
import foramen.ui.support.TypedField;
import foramen.ui.support.Words;
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

    PointFields(PlanViewModel model, Words words) {
        entryX = field(words.text("plan.entry.x"), "plan-entry-x", t -> model.typeCoordinate(Coordinate.ENTRY_X, t));
        entryY = field(words.text("plan.entry.y"), "plan-entry-y", t -> model.typeCoordinate(Coordinate.ENTRY_Y, t));
        targetX = field(words.text("plan.target.x"), "plan-target-x",
                t -> model.typeCoordinate(Coordinate.TARGET_X, t));
        targetY = field(words.text("plan.target.y"), "plan-target-y",
                t -> model.typeCoordinate(Coordinate.TARGET_Y, t));
        setHgap(GAP);
        setVgap(GAP);
        ColumnConstraints names = new ColumnConstraints();
        names.setMinWidth(USE_PREF_SIZE);
        ColumnConstraints grow = new ColumnConstraints();
        grow.setHgrow(Priority.ALWAYS);
        getColumnConstraints().addAll(names, grow, grow);
        addRow(0, Parts.name(words.text("plan.entry.xy")), entryX, entryY);
        addRow(1, Parts.name(words.text("plan.target.xy")), targetX, targetY);
        add(complaint, 0, 2, 3, 1);
    }

    /** Shows where the path to target {@code number} lies. */
    void show(NeedlePlan plan, int number, Locale locale) {
        NeedlePass pass = plan.passes().get(number - 1);
        String id = plan.id() + "/" + number;
        entryX.show(id, Dimension.number(pass.entry().x(), 1, locale));
        entryY.show(id, Dimension.number(pass.entry().y(), 1, locale));
        targetX.show(id, Dimension.number(pass.target().x(), 1, locale));
        targetY.show(id, Dimension.number(pass.target().y(), 1, locale));
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
