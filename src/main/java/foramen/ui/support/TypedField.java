package foramen.ui.support;

import java.util.function.Function;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;

/**
 * A text field for a value that lives elsewhere: it commits on Enter and when the focus leaves, Escape brings the old
 * value back, and what it shows follows the value except while somebody types.
 */
public final class TypedField extends TextField {
    private String subject = "";
    private String shown = "";
    private boolean refused;
    private final Function<String, String> commit;
    private Runnable onSettled = () -> {};
    private String complaint = "";

    /**
     * @param name what the value is called, for those who cannot see it
     * @param commit takes what was typed; answers with one sentence why not, or with nothing
     */
    public TypedField(String name, Function<String, String> commit) {
        this.commit = commit;
        setAccessibleText(name);
        setOnAction(e -> settle());
        Leaving.of(this, this::settle);
        setOnKeyPressed(e -> {
            if (e.getCode() == KeyCode.ESCAPE && (refused || !getText().equals(shown))) {
                reset();
                e.consume();
            }
        });
    }

    /**
     * Shows {@code value} of {@code subjectId}, unless somebody is typing another. What was being typed about another
     * subject is dropped: it must never be taken for a value of this one.
     *
     * @param subjectId what the value belongs to, such as an annotation's identifier
     */
    public void show(String subjectId, String value) {
        if (!subjectId.equals(subject)) {
            subject = subjectId;
            shown = value;
            setText(value);
            settle();
            return;
        }
        boolean typing = isFocused() && !getText().equals(shown);
        shown = value;
        if (!typing && !refused) {
            setText(value);
        }
    }

    /** Calls {@code action} each time an entry was taken or refused. */
    public void onSettled(Runnable action) {
        onSettled = action;
    }

    /** Why the entry was refused; empty where it was not. */
    public String complaint() {
        return complaint;
    }

    private void settle() {
        String typed = getText().strip();
        if (!typed.equals(shown)) {
            complaint = commit.apply(typed);
            refused = !complaint.isEmpty();
            if (!refused) {
                setText(shown);
            }
        } else {
            complaint = "";
            refused = false;
        }
        getStyleClass().remove("wrong");
        if (refused) {
            getStyleClass().add("wrong");
        }
        setAccessibleHelp(complaint);
        onSettled.run();
    }

    private void reset() {
        setText(shown);
        settle();
    }
}
