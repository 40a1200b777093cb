package foramen.app.window;

import foramen.app.composition.Composition;
import foramen.app.composition.CopyDesk;
import foramen.domain.casefile.Case;
import foramen.domain.clip.ClipLocation;
import foramen.ui.deident.DeidentActions;
import foramen.ui.deident.DeidentPage;
import foramen.ui.deident.DeidentViewModel;
import foramen.ui.shell.Action;
import foramen.ui.support.FxJobRunner;
import foramen.ui.support.RunningJob;
import foramen.ui.support.Words;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.collections.ListChangeListener;
import javafx.scene.Parent;

/** De-identification in one window: its collaborators and its page. */
final class DeidentPart {
    private final Words words;
    private final DeidentViewModel model;
    private final Consumer<Path> open;

    /**
     * @param casefile the open case
     * @param open opens a file or folder outside of Foramen
     */
    DeidentPart(Composition composition, FxJobRunner jobs, Words words, Supplier<Case> casefile, Consumer<Path> open) {
        this.words = words;
        this.open = open;
        model = new DeidentViewModel(new CopyDesk(composition), jobs, () -> clips(casefile.get()), words);
        // Whoever stops a job from the status line tells only the list of jobs.
    }

    private static List<ClipLocation> clips(Case casefile) {
        return casefile.clips().stream().flatMap(c -> {
            try {
                return Stream.of(ClipLocation.parse(c.location()));
            } catch (InvalidPathException e) {
                // A place of another machine is not found here either way.
                return Stream.empty();
            }
        }).toList();
    }

    /** What can be done from anywhere in the window. */
    List<Action> actions() {
        return DeidentActions.rows(words, model::open);
    }

    /** {@code content} with the page in its place while that is open. */
    Parent over(Parent content) {
        return PageOver.of(content, model.openProperty(), () -> {
            DeidentPage page = new DeidentPage(model, open);
            return new PageOver.Shown(page, page::begin);
        });
    }
}
