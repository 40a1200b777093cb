package foramen.ui.viewer;

import foramen.domain.casefile.Case;
import foramen.domain.clip.ClipInfo;
import foramen.domain.plan.NeedlePlan;
import foramen.geometry.Point;
import foramen.overlay.DisplayList;
import foramen.overlay.DisplayedArea;
import foramen.overlay.Draft;
import foramen.overlay.OverlayComposer;
import foramen.overlay.OverlayScene;
import foramen.ui.support.Banner;
import foramen.ui.support.Tone;
import foramen.workspace.cine.CinePlayer;
import foramen.workspace.cine.FrameLoader;
import foramen.workspace.cine.LoadedFrame;
import foramen.workspace.cine.ShownFrame;
import foramen.workspace.display.FilteredPicture;
import foramen.workspace.edit.CaseEditor;
import foramen.workspace.tool.Crosshair;
import foramen.workspace.tool.Part;
import foramen.workspace.tool.ToolController;
import foramen.workspace.tool.ToolId;
import foramen.workspace.tool.ToolInput;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.animation.AnimationTimer;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The picture with its overlay and tools, the playback bar beneath it, and what to say where a frame is missing. */
public final class ViewerPane extends VBox {

    private static final double BAR_MARGIN = 8;
    private static final PseudoClass PAIRED = PseudoClass.getPseudoClass("paired");

    private final ViewerViewModel model;
    private final CinePlayer player;
    private final FrameLoader frames;
    private final CaseEditor editor;
    private final ToolController tools;
    private final OverlayComposer composer;
    private final ClipView view;
    private final CineBar cine;
    private final Banner banner;
    private final AnimationTimer pulse;
    private Optional<ClipInfo> clip = Optional.empty();
    private final Crosshair crosshair;
    private final WordsField typing;
    private final ProposalBar proposal;
    private final RulerPlace ruler = new RulerPlace();
    private final PairBox pictures;
    private final StackPane picture;
    private Optional<Point> pointer = Optional.empty();
    private final FilteredView shown;
    private Optional<Supplier<FilteredPicture>> filtering = Optional.empty();

    /**
     * @param model how the picture is looked at
     * @param player which frame is due
     * @param frames fetches it
     * @param editor the case
     * @param tools the drawing tools
     * @param composer makes the overlay
     */
    public ViewerPane(ViewerViewModel model, CinePlayer player, FrameLoader frames, CaseEditor editor,
            ToolController tools, OverlayComposer composer) {
        this.model = model;
        this.player = player;
        this.frames = frames;
        this.editor = editor;
        this.tools = tools;
        this.composer = composer;
        banner = new Banner(model.words());
        view = new ClipView(model);
        view.setId("clip-view");
        view.setOverlay(this::compose);
        cine = new CineBar(player, ShownFrame.of(frames, player), model.words());
        getStyleClass().add("viewer");
        setMinWidth(0);
        typing = new WordsField(typed -> tools.handle(typed, tolerance()), view::requestFocus, model.words());
        proposal = new ProposalBar(answer -> tools.handle(answer, tolerance()), view::requestFocus, model.words());
        shown = new FilteredView(view, model, frames.currentProperty(), player.playingProperty());
        picture = new StackPane(view, new LookMark(model, "picture-mark"), typing, proposal, new MirrorBadge(model));
        picture.getStyleClass().add("clip-pane");
        crosshair = new Crosshair(tools, this::tool);
        pictures = new PairBox(picture);
        setVgrow(pictures, Priority.ALWAYS);
        getChildren().addAll(banner, pictures, cine);
        pulse = new AnimationTimer() {
            @Override
            public void handle(long now) {
                player.tick(now);
            }
        };
        listen();
        PointerInput input = new PointerInput(view, model, this::tool, model::touched, this::isFree,
                player::step, e -> menu(e.getScreenX(), e.getScreenY()), tools::unpress);
        // A drawing tool's finger may rest before it moves.
        new LongPress(view, () -> model.leftDragProperty().get() != LeftDrag.TOOL
                || tools.toolProperty().get() == ToolId.SELECT, (x, y) -> {
                    input.letGo();
                    menu(x, y);
                });
    }

    private void listen() {
        player.playingProperty().subscribe(playing -> {
            if (playing) {
                pulse.start();
            } else {
                pulse.stop();
            }
        });
        frames.errorProperty().subscribe(sentence -> {
            if (sentence.isEmpty()) {
                banner.clear();
            } else {
                banner.show(sentence, Tone.RED);
            }
        });
        editor.caseProperty().subscribe(this::caseChanged);
        editor.selectionProperty().subscribe(view::repaintOverlay);
        tools.draftProperty().subscribe(this::draftChanged);
        model.transformProperty().subscribe(this::placeWords);
        model.crosshairProperty().subscribe(on -> {
            if (on != crosshair.isOn()) {
                crosshair.toggle(pointer.orElseGet(
                        () -> view.toImage(view.getWidth() / 2, view.getHeight() / 2)));
            }
        });
        crosshair.atProperty().subscribe(at -> {
            model.crosshairProperty().set(at.isPresent());
            view.showCrosshair(at);
        });
        tools.previewProperty().subscribe(view::repaintOverlay);
        model.words().lengthsProperty().subscribe(view::repaintOverlay);
        tools.toolProperty().subscribe(this::showCursor);
        model.leftDragProperty().subscribe(this::showCursor);
    }

    /** Gives a second picture its place beside this one, and what is about both a place beneath them. */
    public void pair(TwinViewModel twin, CompanionPane second) {
        twin.showingProperty().subscribe(two -> {
            pictures.show(two ? Optional.of(second) : Optional.empty());
            picture.pseudoClassStateChanged(PAIRED, two);
        });
        twin.secondFirstProperty().subscribe(pictures::setSecondFirst);
        filtering.ifPresent(by -> second.setFiltering(by.get()));
        getChildren().add(getChildren().indexOf(cine), new PairBar(twin));
    }

    /** Shows the clip that {@code info} tells of; its frames come from the loader. */
    public void show(ClipInfo info) {
        clip = Optional.of(info);
        model.showPicture(info.columns(), info.rows(), editor.current().calibrationOf(info).pixelAspect());
        cine.show(info.timing());
        caseChanged();
    }

    /** Puts {@code strip} beneath the timeline; it shows and hides itself. */
    public void setBeneathTimeline(Node strip) {
        cine.setBeneath(strip);
    }

    /** The picture itself, which takes the keyboard. */
    public ClipView picture() {
        return view;
    }

    /** The pointer of who draws with the keyboard. */
    public Crosshair crosshair() {
        return crosshair;
    }

    /** From now on filters are worked out by what {@code by} makes for each picture; without it there are none. */
    public void setFiltering(Supplier<FilteredPicture> by) {
        filtering = Optional.of(by);
        shown.setFiltering(by.get());
    }

    private void draftChanged() {
        view.repaintOverlay();
        placeWords();
    }

    /** Words are typed where they will stand, and a proposal is answered beside it. */
    private void placeWords() {
        proposal.show(tools.draftProperty().get(), model.transformProperty().get(), view.getWidth(), view.getHeight());
        Optional<Point> at = tools.draftProperty().get().filter(d -> d.kind() == Draft.Kind.TEXT)
                .map(d -> model.transformProperty().get().toView(d.placed().getFirst()));
        typing.show(at);
    }

    /** What a right click opens. */
    public void setMenu(ContextMenu menu) {
        view.setOnContextMenuRequested(e -> {
            if (e.isKeyboardTrigger()) {
                menu.show(view, e.getScreenX(), e.getScreenY());
            }
        });
        view.getProperties().put(ContextMenu.class, menu);
    }

    /** Lays a bar of the tool in hand over the foot of the picture; it shows and hides itself. */
    public void setToolBar(Node bar) {
        StackPane.setAlignment(bar, Pos.BOTTOM_CENTER);
        StackPane.setMargin(bar, new Insets(BAR_MARGIN));
        picture.getChildren().add(bar);
    }

    private void menu(double screenX, double screenY) {
        if (view.getProperties().get(ContextMenu.class) instanceof ContextMenu menu) {
            menu.show(view, screenX, screenY);
        }
    }

    private void tool(ToolInput input) {
        switch (input) {
            case ToolInput.Press p -> {
                if (!isFree(p.at())) {
                    player.pause();
                }
            }
            case ToolInput.Move m -> {
                hover(m.at());
                point(m.at());
            }
            case ToolInput.Drag d -> point(d.at());
            default -> {
            }
        }
        tools.handle(input, tolerance());
        loupe(input);
    }

    /** Where there is nothing to select, dragging is window and level (field notes 1). */
    private boolean isFree(Point at) {
        return tools.toolProperty().get() == ToolId.SELECT && tools.hitAt(at, tolerance()).isEmpty();
    }

    private double tolerance() {
        return model.tolerance();
    }

    /** The handles of a crowded outline show near the pointer. */
    private void point(Point at) {
        pointer = Optional.of(at);
        if (editor.selectionProperty().get().isPresent()) {
            view.repaintOverlay();
        }
    }

    private void hover(Point at) {
        if (tools.toolProperty().get() == ToolId.SELECT) {
            view.setCursor(tools.hitAt(at, tolerance()).map(h -> switch (h.part()) {
                case Part.Vertex v -> Cursor.MOVE;
                case Part.Edge e -> Cursor.HAND;
                case Part.Body b -> Cursor.HAND;
            }).orElse(Cursor.DEFAULT));
        }
    }

    /** While a point is placed or dragged, the hand or arrow covers it; the loupe shows it beside. */
    private void loupe(ToolInput input) {
        Optional<Point> at = switch (input) {
            case ToolInput.Drag d -> Optional.of(d.at());
            case ToolInput.Move m -> Optional.of(m.at());
            default -> Optional.empty();
        };
        boolean precise = switch (tools.toolProperty().get()) {
            // Nothing exact is placed with these, and the loupe would hide what they do.
            case BRUSH, ERASER, WAND, TEXT -> false;
            default -> tools.busyProperty().get();
        };
        view.showLoupe(
                at.filter(p -> precise && model.loupeProperty().get()).map(model.transformProperty().get()::toView));
    }

    private DisplayList compose(double zoom, DisplayedArea displayed) {
        Optional<LoadedFrame> shown = frames.currentProperty().get();
        if (clip.isEmpty() || shown.isEmpty()) {
            return DisplayList.EMPTY;
        }
        return composer.compose(new OverlayScene(drawnCase(), clip.get(), shown.get().index(),
                editor.selectionProperty().get(), tools.draftProperty().get(), model.notes(), pointer,
                Optional.of(displayed)),
                model.options().withRuler(ruler.on(clip.get(), editor.current().calibrationOf(clip.get()),
                        shown.get().frame())),
                zoom);
    }

    /** While a needle is dragged its picture is of this frame alone: the worst of many takes longer than a picture lasts. */
    private Case drawnCase() {
        Case now = tools.previewCase();
        if (tools.busyProperty().get()) {
            for (NeedlePlan p : now.plans()) {
                if (p.detail().range().isPresent()) {
                    now = now.withPlan(p.withDetail(p.detail().withRange(Optional.empty()), p.plannedAt()));
                }
            }
        }
        return now;
    }

    private void caseChanged() {
        view.repaintOverlay();
        Case now = editor.current();
        clip.ifPresent(info -> {
            model.shape(now.calibrationOf(info).pixelAspect());
            cine.setMarks(FrameMarks.of(now, info.identity().sopInstanceUid()));
        });
    }

    private void showCursor() {
        view.setCursor(switch (model.leftDragProperty().get()) {
            case WINDOW -> Cursor.NE_RESIZE;
            case PAN -> Cursor.OPEN_HAND;
            case ZOOM -> Cursor.V_RESIZE;
            case TOOL -> switch (tools.toolProperty().get()) {
                case SELECT -> Cursor.DEFAULT;
                case TEXT -> Cursor.TEXT;
                default -> Cursor.CROSSHAIR;
            };
        });
    }
}
