package foramen.ui.viewer;

import foramen.domain.clip.Clip;
import foramen.domain.clip.ClipInfo;
import foramen.overlay.DisplayList;
import foramen.overlay.DisplayedArea;
import foramen.overlay.OverlayComposer;
import foramen.overlay.OverlayScene;
import foramen.ui.support.Banner;
import foramen.ui.support.EmptyState;
import foramen.ui.support.Tone;
import foramen.ui.support.Words;
import foramen.workspace.cine.Companion;
import foramen.workspace.cine.LoadedFrame;
import foramen.workspace.display.FilteredPicture;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/**
 * The second picture with its overlay, to look at: wheel and middle or right drag turn, move and zoom it, a press or Enter
 * makes it the one that is worked on. Without a clip it takes one that is dropped on it.
 */
public final class CompanionPane extends StackPane {
    private final TwinViewModel twin;
    private final Companion companion;
    private final OverlayComposer composer;
    private final ClipView view;
    private final RulerPlace ruler = new RulerPlace();
    private final FilteredView shown;

    /**
     * @param twin what is shown
     * @param composer makes the overlay
     * @param activate makes this the picture that is worked on
     * @param add adds files to the case
     * @param choose lets the user choose one
     */
    public CompanionPane(TwinViewModel twin, OverlayComposer composer, Runnable activate, Consumer<List<Path>> add,
            Runnable choose) {
        this.twin = twin;
        this.companion = twin.companion();
        this.composer = composer;
        Words words = twin.words();
        setId("companion");
        getStyleClass().add("clip-pane");
        setMinSize(0, 0);
        view = new ClipView(twin.second());
        view.setId("companion-view");
        view.setAccessibleText(words.text("pair.second.name"));
        view.setOverlay(this::compose);
        EmptyState none = new EmptyState(Material2OutlinedMZ.VIDEO_LIBRARY, words.text("pair.empty"),
                EmptyState.action(words.text("pair.add"), choose));
        Banner banner = new Banner(words);
        setAlignment(banner, Pos.TOP_CENTER);
        banner.setMaxHeight(USE_PREF_SIZE);
        getChildren().addAll(view, new LookMark(twin.second(), "companion-mark"), new MirrorBadge(twin.second()), none,
                banner);
        companion.clipProperty().subscribe(c -> {
            none.setVisible(c.isEmpty());
            view.setVisible(c.isPresent());
        });
        shown = new FilteredView(view, twin.second(), companion.frames().currentProperty(), twin.playing());
        companion.frames().errorProperty().subscribe(sentence -> {
            if (sentence.isEmpty()) {
                banner.clear();
            } else {
                banner.show(sentence, Tone.RED);
            }
        });
        twin.onShownCase(view::repaintOverlay);
        words.lengthsProperty().subscribe(view::repaintOverlay);
        pointer(activate);
        addEventHandler(DragEvent.DRAG_OVER, CompanionPane::dragOver);
        addEventHandler(DragEvent.DRAG_DROPPED, e -> {
            List<Path> files = e.getDragboard().getFiles().stream().map(File::toPath).toList();
            add.accept(files);
            e.setDropCompleted(!files.isEmpty());
            e.consume();
        });
    }

    /** From now on filters are worked out by {@code by}; without it there are none. */
    void setFiltering(FilteredPicture by) {
        shown.setFiltering(by);
    }

    /** Draws what lies over the picture anew. */
    public void repaint() {
        view.repaintOverlay();
    }

    private void pointer(Runnable activate) {
        view.addEventFilter(MouseEvent.MOUSE_PRESSED, e -> {
            if (e.getButton() == MouseButton.PRIMARY) {
                // Nothing is drawn by the press that only says which picture is meant.
                activate.run();
                e.consume();
            }
        });
        // Else Enter would finish what is being drawn in the first picture.
        view.setOwnKeys(e -> e.getCode() == KeyCode.ENTER);
        view.addEventHandler(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.ENTER) {
                activate.run();
                e.consume();
            }
        });
        new PointerInput(view, twin.second(), input -> {}, finger -> {}, at -> false, companion::step, e -> {},
                () -> {});
    }

    private static void dragOver(DragEvent e) {
        if (e.getDragboard().hasFiles()) {
            e.acceptTransferModes(TransferMode.COPY);
            e.consume();
        }
    }

    private DisplayList compose(double zoom, DisplayedArea displayed) {
        Optional<LoadedFrame> shown = companion.frames().currentProperty().get();
        Optional<ClipInfo> clip = companion.clipProperty().get().map(Clip::info);
        if (shown.isEmpty() || clip.isEmpty()) {
            return DisplayList.EMPTY;
        }
        return composer.compose(new OverlayScene(twin.shownCase(), clip.get(), shown.get().index(), Optional.empty(),
                Optional.empty(), twin.second().notes(), Optional.empty(), Optional.of(displayed)),
                twin.second().options().withRuler(ruler.on(clip.get(),
                        twin.shownCase().calibrationOf(clip.get()), shown.get().frame())),
                zoom);
    }
}
