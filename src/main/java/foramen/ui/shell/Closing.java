package foramen.ui.shell;

import foramen.ui.support.Words;
import foramen.workspace.edit.CaseEditor;
import foramen.workspace.edit.SaveState;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** Ends the session once all edits are saved; where some cannot be, says so and offers every way. */
final class Closing {
    private final CaseEditor editor;
    private final Words words;
    private final Consumer<Problem> tell;
    private Function<Runnable, Optional<Problem>> knows = exit -> Optional.empty();

    Closing(CaseEditor editor, Words words, Consumer<Problem> tell) {
        this.editor = editor;
        this.words = words;
        this.tell = tell;
    }

    void ask(Function<Runnable, Optional<Problem>> whoKnows) {
        knows = whoKnows;
    }

    void request(Runnable exit, Runnable letGo) {
        editor.whenIdle(state -> {
            if (state instanceof SaveState.Failed f) {
                tell.accept(knows.apply(exit).orElseGet(() -> unsaved(f, exit, letGo)));
            } else {
                letGo.run();
                exit.run();
            }
        });
    }

    private Problem unsaved(SaveState.Failed f, Runnable exit, Runnable letGo) {
        return new Problem(words.text("shell.unsaved", f.sentence()),
                List.of(new Problem.Offer(words.text("shell.save"), () -> {
                    editor.retry();
                    request(exit, letGo);
                }), new Problem.Offer(words.text("shell.discard"), exit)));
    }
}
