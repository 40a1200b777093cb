package foramen.app.window;

import foramen.ui.shell.Shell;
import foramen.ui.shell.ShellViewModel;
import foramen.ui.support.Banner;
import foramen.ui.support.Tone;
import foramen.ui.support.Words;
import foramen.workspace.edit.CaseEditor;
import java.util.Optional;

/** Says, as long as the window is open, that the records can only be read, and tells whoever edits all the same. */
final class ReadOnlyNotice {
    private ReadOnlyNotice() {}

    static void join(Shell shell, ShellViewModel model, CaseEditor editor, Optional<String> because) {
        Words words = model.words();
        because.ifPresent(sentence -> {
            editor.setReadOnly(Optional.of(words.text("readonly.refused")));
            Banner notice = Banner.standing(words);
            notice.setId("read-only");
            notice.show(words.text("readonly.title") + " " + words.said(sentence), Tone.AMBER);
            shell.stand(notice);
        });
        editor.refusalProperty().addListener((o, was, now) -> {
            if (!now.isEmpty()) {
                model.report(now);
            }
        });
    }
}
