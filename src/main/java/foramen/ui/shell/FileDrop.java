package foramen.ui.shell;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;

/** Files that are dropped anywhere on the window; while they hover over it, it shows that it takes them. */
final class FileDrop {
    private static final String DROPPING = "dropping";

    private FileDrop() {}

    /** From now on {@code take} gets what is dropped on {@code target}. */
    static void on(Node target, Consumer<List<Path>> take) {
        target.addEventHandler(DragEvent.DRAG_OVER, e -> over(target, e));
        target.addEventHandler(DragEvent.DRAG_EXITED, e -> target.getStyleClass().remove(DROPPING));
        target.addEventHandler(DragEvent.DRAG_DROPPED, e -> {
            List<Path> files = e.getDragboard().getFiles().stream().map(File::toPath).toList();
            take.accept(files);
            e.setDropCompleted(!files.isEmpty());
            e.consume();
        });
    }

    private static void over(Node target, DragEvent e) {
        if (e.getDragboard().hasFiles()) {
            e.acceptTransferModes(TransferMode.COPY);
            if (!target.getStyleClass().contains(DROPPING)) {
                target.getStyleClass().add(DROPPING);
            }
            e.consume();
        }
    }
}
