package foramen.ui.viewer;

import foramen.geometry.Bounds;
import foramen.geometry.Point;
import foramen.overlay.Draft;
import foramen.ui.support.Icons;
import foramen.ui.support.Words;
import foramen.workspace.tool.ToolInput;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;

/** Beside an outline that was proposed: keep it or drop it, for mouse, finger and pen; Enter and Esc do the same. */
final class ProposalBar extends HBox {
    /** Room for the outline's own label, of two lines, between the outline and the buttons. */
    private static final double OFF = 48;
    private static final double MARGIN = 8;

    private final Consumer<ToolInput> tool;
    private final Runnable done;

    /**
     * @param tool is told what was chosen
     * @param done gives the keyboard back to the picture
     * @param words what the buttons say
     */
    ProposalBar(Consumer<ToolInput> tool, Runnable done, Words words) {
        this.tool = tool;
        this.done = done;
        setId("proposal");
        getStyleClass().add("proposal-bar");
        setAlignment(Pos.CENTER);
        Button keep = button("proposal-keep", words.text("proposal.keep"), Material2OutlinedAL.CHECK,
                words.text("proposal.keep.name"), new ToolInput.Finish());
        keep.getStyleClass().add("accent");
        getChildren().addAll(keep, button("proposal-drop", words.text("proposal.drop"), Material2OutlinedAL.CLOSE,
                words.text("proposal.drop.name"), new ToolInput.Cancel()));
        setManaged(false);
        setVisible(false);
    }

    private Button button(String id, String says, Ikon icon, String name, ToolInput input) {
        Button button = new Button(says, Icons.of(icon));
        button.setId(id);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setAccessibleText(name);
        button.setTooltip(new Tooltip(name));
        button.setOnAction(e -> {
            tool.accept(input);
            done.run();
        });
        return button;
    }

    /** Stands beside the proposal that {@code draft} is, off its border, or goes. */
    void show(Optional<Draft> draft, ViewTransform view, double width, double height) {
        Optional<Bounds> box = draft.filter(d -> d.kind() == Draft.Kind.PROPOSAL).map(d -> Bounds.of(d.placed().stream()
                .map(view::toView).toList()));
        setVisible(box.isPresent());
        box.ifPresent(b -> {
            double w = snapSizeX(prefWidth(-1));
            double h = snapSizeY(prefHeight(w));
            Point at = place(b, w, h, width, height);
            resizeRelocate(Math.rint(at.x()), Math.rint(at.y()), w, h);
        });
    }

    /** Beneath it, above it or beside it, where there is room for all of the buttons; else at the foot of the view. */
    static Point place(Bounds round, double w, double h, double width, double height) {
        double x = Math.clamp(round.centre().x() - w / 2, MARGIN, Math.max(MARGIN, width - w - MARGIN));
        double y = Math.clamp(round.centre().y() - h / 2, MARGIN, Math.max(MARGIN, height - h - MARGIN));
        Bounds view = new Bounds(0, 0, Math.max(1, width), Math.max(1, height));
        List<Point> places = List.of(new Point(x, round.maxY() + OFF), new Point(x, round.minY() - OFF - h),
                new Point(round.maxX() + OFF, y), new Point(round.minX() - OFF - w, y));
        return places.stream()
                .filter(p -> view.contains(p) && view.contains(p.plus(new Point(w + MARGIN, h + MARGIN))))
                .findFirst().orElse(new Point(x, Math.max(MARGIN, height - h - MARGIN)));
    }
}
