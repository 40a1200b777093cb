package foramen.app.window;

import foramen.app.composition.Composition;
import foramen.storage.SqlCaseStore;
import foramen.ui.conflict.ConflictView;
import foramen.ui.conflict.ConflictViewModel;
import foramen.ui.shell.Problem;
import foramen.ui.shell.Shell;
import foramen.ui.shell.ShellViewModel;
import foramen.ui.support.FxJobRunner;
import foramen.ui.support.Words;
import foramen.workspace.edit.CaseEditor;
import foramen.workspace.tool.ToolController;
import java.util.List;

/** What a window does where another operator was faster. */
final class ConflictPart {
    private ConflictPart() {}

    static void join(Shell shell, ShellViewModel model, CaseEditor editor, ToolController tools, SqlCaseStore store,
            FxJobRunner jobs, Composition composition) {
        Words words = model.words();
        ConflictViewModel conflict = new ConflictViewModel(new ConflictViewModel.Parts(editor, tools, store,
                store.setAside(), jobs, composition.zone(), composition.structures()), words, model::report);
        shell.stand(new ConflictView(conflict));
        model.setBeforeLeaving(exit -> editor.conflicts().conflictProperty().get()
                .map(c -> new Problem(words.text("conflict.closing"), List.of(
                        new Problem.Offer(words.text("conflict.closing.aside"),
                                () -> conflict.setAsideAnd(() -> model.requestClose(exit))),
                        // Setting aside needs the store, which may be out of reach.
                        new Problem.Offer(words.text("shell.discard"), exit)))));
    }
}
