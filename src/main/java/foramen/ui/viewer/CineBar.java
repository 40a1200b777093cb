package foramen.ui.viewer;

import foramen.domain.clip.FrameTiming;
import foramen.ui.support.IconButton;
import foramen.ui.support.ItemWords;
import foramen.ui.support.Words;
import foramen.workspace.cine.CinePlayer;
import foramen.workspace.cine.LoopMode;
import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/** Playback beneath the picture: play, step, timeline, frame and time, speed, and what happens at the end. */
public final class CineBar extends HBox {
    private static final List<Double> SPEEDS = List.of(0.25, 0.5, 1.0, 1.5, 2.0);
    private static final double MILLIS = 1000;

    private final CinePlayer player;
    private final ObservableValue<Number> shown;
    private final Words words;
    private final Timeline timeline;
    private final VBox along;
    private final Label count = new Label();
    private final Label time = new Label();
    private final IconButton play;
    private final IconButton loop;
    private final NumberFormat seconds;
    private FrameTiming timing = FrameTiming.uniform(1, FrameTiming.DEFAULT_FRAME_MILLIS, "");

    /** In a bar without room for all, first the time and then the speed give way to the timeline (engineering default). */
    private static final double SHORTEST_TIMELINE = 180;

    /**
     * Drives {@code player}.
     *
     * @param shown the frame of the picture, from 0: what is counted is what is seen, however long decoding takes
     * @param words what the window says, and how numbers are written
     */
    public CineBar(CinePlayer player, ObservableValue<Number> shown, Words words) {
        this.words = words;
        timeline = new Timeline(words);
        along = new VBox(timeline);
        along.setAlignment(Pos.CENTER);
        along.setMinWidth(0);
        this.player = player;
        this.shown = shown;
        seconds = NumberFormat.getNumberInstance(words.locale());
        seconds.setMinimumFractionDigits(2);
        seconds.setMaximumFractionDigits(2);
        getStyleClass().add("cine-bar");
        setAlignment(Pos.CENTER_LEFT);
        play = new IconButton(Material2OutlinedMZ.PLAY_ARROW, words.text("cine.play"), player::toggle);
        play.getStyleClass().add("play");
        loop = new IconButton(Material2OutlinedMZ.REPEAT, words.of(LoopMode.LOOP), this::nextLoop);
        timeline.frameProperty().bind(shown);
        timeline.framesProperty().bind(player.framesProperty());
        timeline.setOnSeek(player::seek);
        setHgrow(along, Priority.ALWAYS);
        timeline.setId("timeline");
        count.setId("cine-count");
        count.getStyleClass().add("cine-count");
        time.getStyleClass().add("cine-time");
        ComboBox<Double> speed = speed(NumberFormat.getNumberInstance(words.locale()));
        getChildren().addAll(button(Material2OutlinedAL.FIRST_PAGE, words.text("cine.first"), () -> player.seek(0)),
                button(Material2OutlinedAL.CHEVRON_LEFT, words.text("cine.previous"), () -> player.step(-1)), play,
                button(Material2OutlinedAL.CHEVRON_RIGHT, words.text("cine.next"), () -> player.step(1)),
                button(Material2OutlinedAL.LAST_PAGE, words.text("cine.last"),
                        () -> player.seek(player.framesProperty().get() - 1)),
                along, count, time, speed, loop);
        setMinWidth(0);
        widthProperty().subscribe(w -> makeRoom(time, speed));
        player.playingProperty().subscribe(this::showPlaying);
        player.loopProperty().subscribe(this::showLoop);
        shown.subscribe(this::showPlace);
        player.framesProperty().subscribe(this::showPlace);
        showPlaying();
        showLoop();
        showPlace();
    }

    private void makeRoom(Node last, Node beforeLast) {
        double room = getWidth() - snappedLeftInset() - snappedRightInset() - SHORTEST_TIMELINE
                - getSpacing() * (getChildren().size() - 1);
        for (Node child : getChildren()) {
            if (child != along && child != last && child != beforeLast) {
                room -= child.prefWidth(-1);
            }
        }
        show(beforeLast, room >= beforeLast.prefWidth(-1));
        show(last, room >= beforeLast.prefWidth(-1) + last.prefWidth(-1));
    }

    private static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    /** Another clip's timing. */
    public void show(FrameTiming next) {
        timing = next;
        showPlace();
    }

    /** Puts {@code strip} beneath the timeline, as wide as that is; it shows and hides itself. */
    void setBeneath(Node strip) {
        along.getChildren().setAll(timeline, strip);
    }

    /** Marks the frames that carry something. */
    void setMarks(FrameMarks marks) {
        timeline.setMarks(marks);
    }

    private static IconButton button(Ikon icon, String says, Runnable action) {
        return new IconButton(icon, says, action);
    }

    private ComboBox<Double> speed(NumberFormat factor) {
        ComboBox<Double> box = new ComboBox<>(FXCollections.observableArrayList(SPEEDS));
        box.setConverter(new ItemWords<>(value -> factor.format(value) + "×"));
        box.getStyleClass().add("cine-speed");
        box.setAccessibleText(words.text("cine.speed"));
        box.setValue(player.speedProperty().get());
        box.valueProperty().subscribe(v -> player.speedProperty().set(v));
        player.speedProperty().subscribe(v -> box.setValue(v.doubleValue()));
        return box;
    }

    private void nextLoop() {
        player.loopProperty().set(switch (player.loopProperty().get()) {
            case LOOP -> LoopMode.SWEEP;
            case SWEEP -> LoopMode.ONCE;
            case ONCE -> LoopMode.LOOP;
        });
    }

    private void showPlaying() {
        boolean playing = player.playingProperty().get();
        play.show(playing ? Material2OutlinedMZ.PAUSE : Material2OutlinedMZ.PLAY_ARROW,
                playing ? words.text("cine.pause") : words.text("cine.play"));
    }

    private void showLoop() {
        LoopMode mode = player.loopProperty().get();
        loop.show(switch (mode) {
            case LOOP -> Material2OutlinedMZ.REPEAT;
            case SWEEP -> Material2OutlinedMZ.SYNC_ALT;
            case ONCE -> Material2OutlinedAL.ARROW_RIGHT_ALT;
        }, words.text("cine.loop", words.of(mode).toLowerCase(Locale.ROOT)));
    }

    private void showPlace() {
        int index = Math.min(shown.getValue().intValue(), timing.frames() - 1);
        count.setText((index + 1) + " / " + timing.frames());
        time.setText(seconds.format(timing.startMillis(index) / MILLIS) + "\u00a0s");
    }
}
