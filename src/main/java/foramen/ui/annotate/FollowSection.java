package foramen.ui.annotate;

import foramen.job.JobRunner;
import foramen.ui.support.Parts;
import foramen.ui.support.RemarkLabel;
import foramen.ui.support.RunningJob;
import foramen.ui.support.SectionTitle;
import foramen.ui.support.Tone;
import foramen.ui.support.TypedField;
import foramen.ui.support.Words;
import foramen.workspace.follow.FrameState;
import foramen.workspace.follow.Track;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The part of the outline page that follows a structure over frames and takes the operator's word on each. */
public final class FollowSection extends VBox {
    private static final double GAP = 6;
    private static final double NUMBER_WIDTH = 64;
    private static final String CONFIDENCE = "How alike this frame and its key frame look where the outline lies, from 0 to"
            + " 1. Below 0.75 the outline counts as drifting and is not measured until you accept it.";
    private static final String INTERPOLATED = "Lies between key frames by shape alone; nobody looked at the picture, so"
            + " there is no confidence.";

    private final RemarkLabel subject = new RemarkLabel();
    private final TypedField from;
    private final TypedField to;
    private final Label wrong = Parts.complaint();
    private final Button follow;
    private final Button interpolate;
    private final ProgressBar bar = new ProgressBar(-1);
    private final HBox progress;
    private final RemarkLabel said = new RemarkLabel();
    private final Label here = new Label();
    private final Tooltip why = new Tooltip();
    private final Label tally = Parts.note("");
    private final Button accept;
    private final Button reject;
    private final Button key;
    private final Button next;
    private final Button steady;
    private final Button rejectOn;
    private final Button clear;
    private final FlowPane frame;
    private final FlowPane all;

    /** Shows {@code model}. */
    public FollowSection(FollowViewModel model) {
        setId("follow-section");
        getStyleClass().add("part");
        from = number("follow-from", "First frame to follow to", model::typeFrom);
        to = number("follow-to", "Last frame to follow to", model::typeTo);
        follow = button("follow-run", "Follow both ways", "Follow the structure by the pictures from its key frames to"
                + " every frame of the range (Shift+F)", model::follow);
        interpolate = button("follow-interpolate", "Interpolate",
                "Fill the frames between two or more key frames by shape, without looking at the pictures",
                model::interpolate);
        Button cancel = button("follow-cancel", "Cancel", "Stop following; the case stays as it was", model::cancel);
        progress = Parts.row(bar, cancel);
        bar.setAccessibleText("Following");
        accept = button("follow-accept-here", "Accept", "This frame's outline is right (Shift+A)", model::accept);
        reject = button("follow-reject-here", "Reject",
                "This frame's outline is wrong; it stays in sight, is not measured and not exported (Shift+R)",
                model::reject);
        key = button("follow-key-here", "Make key frame",
                "This frame's outline is right and following starts from it; so does correcting it by hand",
                model::makeKey);
        next = button("follow-next-frame", "Next to check",
                "Go to the next frame that waits for you, those that drift first (J)", model::nextToCheck);
        steady = button("follow-accept-all", "Accept all steady", "Accept all frames that wait and do not drift",
                model::acceptSteady);
        rejectOn = button("follow-reject-on", "Reject from here",
                "Reject this frame and those after it, as far as the next key frame (Shift+X)", model::rejectFromHere);
        clear = button("follow-clear", "Remove unaccepted",
                "Remove what was followed and neither accepted nor corrected; undo brings it back", model::clear);
        here.setId("follow-here");
        here.setWrapText(true);
        tally.setId("follow-tally");
        said.setId("follow-said");
        frame = flow(accept, reject, key);
        all = flow(next, steady, rejectOn, clear);
        getChildren().addAll(new SectionTitle("Follow over frames"), subject,
                Parts.row(Parts.note("Frames"), from, Parts.note("to"), to), wrong, flow(follow, interpolate), progress,
                said, here, frame, all, tally);
        from.onSettled(this::complain);
        to.onSettled(this::complain);
        model.runningProperty().subscribe(this::showProgress);
        model.stateProperty().subscribe(this::show);
    }

    private static TypedField number(String id, String name, java.util.function.Function<String, String> take) {
        TypedField field = new TypedField(name, take);
        field.setId(id);
        field.setPrefWidth(NUMBER_WIDTH);
        return field;
    }

    private static Button button(String id, String words, String help, Runnable action) {
        Button button = new Button(words);
        button.setId(id);
        button.setTooltip(new Tooltip(help));
        button.setAccessibleText(words);
        button.setAccessibleHelp(help);
        button.setOnAction(e -> action.run());
        button.setMinWidth(USE_PREF_SIZE);
        return button;
    }

    private static FlowPane flow(Node... nodes) {
        FlowPane pane = new FlowPane(GAP, GAP, nodes);
        pane.setPrefWrapLength(0);
        return pane;
    }

    private void complain() {
        wrong.setText(from.complaint().isEmpty() ? to.complaint() : from.complaint());
    }

    private void showProgress(Optional<JobRunner.Handle> running) {
        bar.progressProperty().unbind();
        bar.setProgress(-1);
        if (running.isPresent() && running.get() instanceof RunningJob job) {
            bar.progressProperty().bind(job.fractionProperty());
        }
        shown(progress, running.isPresent());
    }

    private void show(FollowState state) {
        shown(this, state.clipOpen() && state.frames() > 1);
        subject.show(state.subject().orElse("Draw or select the outline to follow."), "", Tone.NEUTRAL);
        String clip = Integer.toString(state.frames());
        from.show("from " + clip, Integer.toString(state.from()));
        to.show("to " + clip, Integer.toString(state.to()));
        follow.setDisable(!state.canFollow());
        interpolate.setDisable(!state.canInterpolate());
        said.show(state.said(), "", state.said().contains("drift.") ? Tone.AMBER : Tone.NEUTRAL);
        boolean followed = state.tally().accepted() + state.tally().toCheck() + state.tally().rejected() > 0;
        showHere(state.here(), followed);
        boolean reviewable = state.here().filter(FollowState.Here::isReviewable).isPresent();
        FrameState where = state.here().map(FollowState.Here::state).orElse(FrameState.KEY);
        accept.setDisable(!reviewable || where == FrameState.ACCEPTED);
        reject.setDisable(!reviewable || where == FrameState.REJECTED);
        key.setDisable(!reviewable);
        next.setDisable(state.tally().toCheck() == 0);
        steady.setDisable(state.tally().open() == 0);
        rejectOn.setDisable(!reviewable);
        clear.setDisable(state.tally().toCheck() + state.tally().rejected() == 0);
        shown(frame, followed);
        shown(all, followed);
        shown(tally, followed);
        tally.setText(words(state.tally()));
    }

    private void showHere(Optional<FollowState.Here> outline, boolean followed) {
        shown(here, followed);
        here.getStyleClass().removeAll("caution");
        if (outline.isEmpty()) {
            here.setText("This frame has no outline of it.");
            here.setTooltip(null);
            return;
        }
        FollowState.Here h = outline.get();
        here.setText("Frame " + h.frame() + ": " + h.state().words()
                + (h.confidence().isEmpty() ? "" : ", " + h.confidence()) + (h.locked() ? ", locked" : ""));
        why.setText(h.confidence().equals("interpolated") ? INTERPOLATED : CONFIDENCE);
        here.setTooltip(h.confidence().isEmpty() ? null : why);
        here.setAccessibleText(here.getText());
        here.setAccessibleHelp(h.confidence().isEmpty() ? "" : why.getText());
        if (h.state() == FrameState.DRIFTING) {
            here.getStyleClass().add("caution");
        }
    }

    private static String words(Track.Tally t) {
        List<String> parts = new ArrayList<>();
        parts.add(t.keys() == 1 ? "1 key frame" : t.keys() + " key frames");
        count(parts, t.accepted(), "accepted");
        count(parts, t.open(), "to check");
        count(parts, t.drifting(), "drifting");
        count(parts, t.rejected(), "rejected");
        return Words.capital(String.join(" · ", parts));
    }

    private static void count(List<String> parts, int n, String words) {
        if (n > 0) {
            parts.add(n + " " + words);
        }
    }

    private static void shown(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
