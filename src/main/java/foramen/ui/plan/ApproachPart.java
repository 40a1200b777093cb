package foramen.ui.plan;

import foramen.domain.plan.Approach;
import foramen.domain.plan.NeedleDirection;
import foramen.domain.plan.Puncture;
import foramen.domain.plan.PunctureReading;
import foramen.domain.plan.SkinSetting;
import foramen.geometry.Point;
import foramen.ui.support.ChoiceRow;
import foramen.ui.support.ItemWords;
import foramen.ui.support.Parts;
import foramen.ui.support.RemarkLabel;
import foramen.ui.support.TypedField;
import foramen.ui.support.Words;
import foramen.workspace.tool.ToolId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** How the needle is brought in: plane, direction, landmark, Doppler, and the skin line it passes. */
final class ApproachPart extends VBox {
    private final PlanViewModel model;
    private final Words words;
    private final Locale locale;
    private final ChoiceRow<Boolean> plane;
    private final TypedField distance;
    private final TypedField angle;
    private final Label meeting = Parts.note("");
    private final VBox puncture;
    private final ComboBox<NeedleDirection> direction = new ComboBox<>();
    private final TypedField landmark;
    private final TypedField landmarkMm;
    private final CheckBox doppler;
    private final RemarkLabel skin = new RemarkLabel();
    private final TypedField radius;
    private final TypedField faceX;
    private final TypedField faceY;
    private final Node face;
    private final Label complaint = Parts.complaint();
    private boolean showing;

    ApproachPart(PlanViewModel model) {
        this.model = model;
        this.words = model.words();
        this.locale = words.locale();
        getStyleClass().add("part");
        PlanEdits edits = model.edits();
        plane = new ChoiceRow<>(words.text("plan.approach"), List.of(true, false),
                in -> words.text(in ? "plan.inplane" : "plan.outofplane"), edits::chooseInPlane);
        plane.setId("plan-plane");
        distance = field("plan.plane.distance", "plan-plane-distance", edits::typePlaneDistance);
        angle = field("plan.plane.angle", "plan-plane-angle", edits::typePunctureAngle);
        puncture = Parts.tight(named("plan.plane.distance", distance), named("plan.plane.angle", angle), meeting);
        landmark = field("plan.landmark", "plan-landmark", edits::nameLandmark);
        landmark.setPromptText(words.text("plan.landmark.prompt"));
        landmarkMm = field("plan.landmark.mm", "plan-landmark-mm", edits::typeLandmark);
        doppler = new CheckBox(words.text("plan.doppler"));
        doppler.setId("plan-doppler");
        doppler.setWrapText(true);
        doppler.setOnAction(e -> edits.tickDoppler(doppler.isSelected()));
        radius = field("plan.skin.typed", "plan-skin-radius", model::typeRadius);
        faceX = field("plan.skin.face.x", "plan-skin-face-x", t -> model.typeFace(true, t));
        faceY = field("plan.skin.face.y", "plan-skin-face-y", t -> model.typeFace(false, t));
        HBox.setHgrow(faceX, Priority.ALWAYS);
        HBox.setHgrow(faceY, Priority.ALWAYS);
        face = Parts.row(Parts.name(words.text("plan.skin.face")), faceX, faceY);
        face.managedProperty().bind(face.visibleProperty());
        getChildren().addAll(Parts.name(words.text("plan.approach")), plane, puncture, directions(),
                named("plan.landmark", landmark), named("plan.landmark.mm", landmarkMm), doppler,
                Parts.name(words.text("plan.skin")), skin, arcButtons(), named("plan.skin.typed", radius), face,
                complaint);
    }

    private ComboBox<NeedleDirection> directions() {
        direction.setId("plan-direction");
        direction.setAccessibleText(words.text("plan.direction"));
        direction.setMaxWidth(Double.MAX_VALUE);
        direction.getItems().setAll(NeedleDirection.values());
        direction.setConverter(new ItemWords<>(d -> Words.capital(words.of(d))));
        direction.valueProperty().addListener((o, was, now) -> {
            if (!showing && now != null) {
                model.edits().chooseDirection(now);
            }
        });
        return direction;
    }

    private Node arcButtons() {
        Button draw = new Button(words.text("plan.skin.draw"));
        draw.setId("plan-skin-draw");
        draw.setOnAction(e -> model.takeFor(ToolId.SKIN_ARC));
        Button straight = new Button(words.text("plan.skin.straight"));
        straight.setId("plan-skin-straight");
        straight.setOnAction(e -> model.edits().clearArc());
        return Parts.row(draw, straight);
    }

    private TypedField field(String key, String id, Function<String, String> commit) {
        TypedField field = new TypedField(words.text(key), commit);
        field.setId(id);
        field.setPrefWidth(0);
        field.setMaxWidth(Double.MAX_VALUE);
        field.onSettled(() -> complaint.setText(field.complaint()));
        return field;
    }

    private Node named(String key, TypedField field) {
        Label name = Parts.name(words.text(key));
        name.setLabelFor(field);
        name.setWrapText(true);
        HBox.setHgrow(field, Priority.ALWAYS);
        return Parts.columns(List.of(55.0, 45.0), name, field);
    }

    void show(PlanState.Sheet s) {
        showing = true;
        try {
            String id = s.plan().id();
            Approach a = s.approach();
            plane.show(a.inPlane());
            puncture.setVisible(!a.inPlane());
            puncture.setManaged(!a.inPlane());
            distance.show(id, number(a.puncture().flatMap(Puncture::planeDistanceMm)));
            angle.show(id, number(a.puncture().flatMap(Puncture::angleDegrees)));
            meeting.setText(s.target().puncture().map(this::meeting).orElse(words.text("plan.plane.unmeasured")));
            direction.setValue(a.direction());
            landmark.show(id, a.landmark().name());
            landmarkMm.show(id, number(a.landmark().mm()));
            doppler.setSelected(a.dopplerDone());
            skin.show(s.skin().words(), s.skin().source(), s.skin().tone());
            showArc(id, a.skin().map(SkinSetting::form));
        } finally {
            showing = false;
        }
    }

    private void showArc(String id, Optional<SkinSetting.Form> form) {
        Optional<SkinSetting.Form.Face> set = form.filter(SkinSetting.Form.Face.class::isInstance)
                .map(SkinSetting.Form.Face.class::cast);
        radius.show(id, number(form.flatMap(f -> switch (f) {
            case SkinSetting.Form.Face c -> Optional.of(c.radiusMm());
            case SkinSetting.Form.Centre c -> Optional.of(c.radiusMm());
            case SkinSetting.Form.ThreePoints t -> Optional.<Double>empty();
        })));
        face.setVisible(set.isPresent());
        faceX.show(id, number(set.map(SkinSetting.Form.Face::face).map(Point::x)));
        faceY.show(id, number(set.map(SkinSetting.Form.Face::face).map(Point::y)));
    }

    private String meeting(PunctureReading p) {
        if (p.meetingDepthMm().isEmpty()) {
            return words.text("plan.plane.never");
        }
        return words.text("plan.plane.meets", Dimension.mm(p.meetingDepthMm().get(), locale),
                Dimension.mm(p.missMm().orElse(0.0), locale), Math.round(p.neededDegrees()));
    }

    private String number(Optional<Double> value) {
        return value.map(v -> Dimension.number(v, 1, locale)).orElse("");
    }
}
