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

    private final Words words;
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
        words = model.words();
        setId("follow-section");
        getStyleClass().add("part");
        from = number("follow-from", words.text("follow.from"), model::typeFrom);
        to = number("follow-to", words.text("follow.to"), model::typeTo);
        follow = button("follow-run", words.text("follow.run"), words.text("follow.run.help"), model::follow);
        interpolate = button("follow-interpolate", words.text("follow.interpolate"),
                words.text("follow.interpolate.help"),
                model::interpolate);
        Button cancel = button("follow-cancel", words.text("cancel"), words.text("follow.cancel.help"), model::cancel);
        progress = Parts.row(bar, cancel);
        bar.setAccessibleText(words.text("follow.bar"));
        accept = button("follow-accept-here", words.text("follow.accept"), words.text("follow.accept.help"),
                model::accept);
        reject = button("follow-reject-here", words.text("follow.reject"),
                words.text("follow.reject.help"),
                model::reject);
        key = button("follow-key-here", words.text("follow.key"),
                words.text("follow.key.help"),
                model::makeKey);
        next = button("follow-next-frame", words.text("follow.next"),
                words.text("follow.next.help"), model::nextToCheck);
        steady = button("follow-accept-all", words.text("follow.steady"), words.text("follow.steady.help"),
                model::acceptSteady);
        rejectOn = button("follow-reject-on", words.text("follow.rejecton"),
                words.text("follow.rejecton.help"), model::rejectFromHere);
        clear = button("follow-clear", words.text("follow.clear"),
                words.text("follow.clear.help"), model::clear);
        here.setId("follow-here");
        here.setWrapText(true);
        tally.setId("follow-tally");
        said.setId("follow-said");
        frame = flow(accept, reject, key);
        all = flow(next, steady, rejectOn, clear);
        getChildren().addAll(new SectionTitle(words.text("action.follow")), subject,
                Parts.row(Parts.note(words.text("follow.frames")), from, Parts.note(words.text("follow.until")), to),
                wrong, flow(follow, interpolate), progress,
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

    private static Button button(String id, String says, String help, Runnable action) {
        Button button = new Button(says);
        button.setId(id);
        button.setTooltip(new Tooltip(help));
        button.setAccessibleText(says);
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
        Parts.shown(progress, running.isPresent());
    }

    private void show(FollowState state) {
        Parts.shown(this, state.clipOpen() && state.frames() > 1);
        subject.show(state.subject().orElse(words.text("follow.subject")), "", Tone.NEUTRAL);
        String clip = Integer.toString(state.frames());
        from.show("from " + clip, Integer.toString(state.from()));
        to.show("to " + clip, Integer.toString(state.to()));
        follow.setDisable(!state.canFollow());
        interpolate.setDisable(!state.canInterpolate());
        said.show(words.said(state.said()), "", state.said().contains("drift.") ? Tone.AMBER : Tone.NEUTRAL);
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
        Parts.shown(frame, followed);
        Parts.shown(all, followed);
        Parts.shown(tally, followed);
        tally.setText(tally(state.tally()));
    }

    private void showHere(Optional<FollowState.Here> outline, boolean followed) {
        Parts.shown(here, followed);
        here.getStyleClass().removeAll("caution");
        if (outline.isEmpty()) {
            here.setText(words.text("follow.none"));
            here.setTooltip(null);
            return;
        }
        FollowState.Here h = outline.get();
        here.setText(words.text("follow.here", h.frame(), words.of(h.state()))
                + (h.confidence().isEmpty() ? "" : ", " + h.confidence())
                + (h.locked() ? ", " + words.text("locked") : ""));
        why.setText(h.confidence().equals(words.text("follow.interpolated"))
                ? words.text("follow.interpolated.why")
                : words.text("follow.confidence.why"));
        here.setTooltip(h.confidence().isEmpty() ? null : why);
        here.setAccessibleText(here.getText());
        here.setAccessibleHelp(h.confidence().isEmpty() ? "" : why.getText());
        if (h.state() == FrameState.DRIFTING) {
            here.getStyleClass().add("caution");
        }
    }

    private String tally(Track.Tally t) {
        List<String> parts = new ArrayList<>();
        parts.add(words.count("marks.key", t.keys()));
        count(parts, t.accepted(), "marks.accepted");
        count(parts, t.open(), "marks.open");
        count(parts, t.drifting(), "marks.drifting");
        count(parts, t.rejected(), "marks.rejected");
        return Words.capital(String.join(" · ", parts));
    }

    private void count(List<String> parts, int n, String key) {
        if (n > 0) {
            parts.add(words.count(key, n));
        }
    }
}
