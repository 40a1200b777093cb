package foramen.ui.shell;

import foramen.domain.casefile.Case;
import foramen.domain.casefile.ImageRole;
import foramen.domain.clip.FrameRef;
import foramen.ui.support.Words;
import foramen.workspace.edit.CaseEditor;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javafx.beans.value.ObservableValue;

/** Marks the frame in view as one of the pictures that document the procedure; each mark is one step of undo. */
final class ImageSetViewModel {
    private final CaseEditor editor;
    private final Supplier<Optional<FrameRef>> inView;
    private final Words words;

    /**
     * @param editor the case
     * @param inView the frame whose picture is on the screen
     * @param words what the window says
     */
    ImageSetViewModel(CaseEditor editor, Supplier<Optional<FrameRef>> inView, Words words) {
        this.editor = editor;
        this.inView = inView;
        this.words = words;
    }

    /**
     * One picture of the set as shown.
     *
     * @param role what it shows
     * @param name its number and name
     * @param where clip and frame, or that none is marked
     * @param marked whether a frame is marked
     * @param next whether it is the one that {@link #markNext} marks
     */
    record Line(ImageRole role, String name, String where, boolean marked, boolean next) {}

    /** The seven, in order. */
    List<Line> lines() {
        return List.of(ImageRole.values()).stream().map(this::line).toList();
    }

    private Line line(ImageRole role) {
        Optional<FrameRef> frame = Optional.ofNullable(editor.current().images().get(role));
        return new Line(role, role.number() + "  " + words.of(role),
                frame.map(f -> words.text("images.where", clip(f), f.number())).orElse(words.text("images.none")),
                frame.isPresent(), next().filter(r -> r == role).isPresent());
    }

    /** The first of the set that has no frame yet. */
    Optional<ImageRole> next() {
        return Arrays.stream(ImageRole.values()).filter(r -> !editor.current().images().containsKey(r)).findFirst();
    }

    /** Whether there is something left to mark; changes with the case. */
    ObservableValue<Boolean> canMarkNext() {
        return editor.caseProperty().map(c -> c.images().size() < ImageRole.values().length);
    }

    /**
     * Marks the frame in view as the next of the set. A frame that is in the set already is left alone, so that a key
     * pressed twice marks once; the panel can mark it for another role too.
     *
     * @return what was done, for the line that says what tools do; empty where there was nothing to do
     */
    Optional<String> markNext() {
        Optional<FrameRef> frame = inView.get();
        Optional<ImageRole> role = next();
        if (frame.isEmpty() || role.isEmpty()) {
            return Optional.empty();
        }
        if (editor.current().images().containsValue(frame.get())) {
            return Optional.of(words.text("images.there"));
        }
        mark(role.get());
        return Optional.of(words.text("images.marked", role.get().number()));
    }

    private int clip(FrameRef frame) {
        Case c = editor.current();
        return IntStream.range(0, c.clips().size())
                .filter(i -> c.clips().get(i).sopInstanceUid().equals(frame.sopInstanceUid())).findFirst().orElse(-1)
                + 1;
    }

    /** Marks the frame in view as {@code role}; one that is marked so already stays. */
    void mark(ImageRole role) {
        Case c = editor.current();
        inView.get().filter(f -> !f.equals(c.images().get(role)))
                .ifPresent(f -> editor.commit(c.withImage(role, f), "Mark picture of the image set"));
    }

    /** Takes the mark away. */
    void clear(ImageRole role) {
        Case c = editor.current();
        if (c.images().containsKey(role)) {
            editor.commit(c.withoutImage(role), "Remove picture of the image set");
        }
    }
}
