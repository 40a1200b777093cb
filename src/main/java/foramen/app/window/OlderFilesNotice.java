package foramen.app.window;

import foramen.domain.data.FilledRows;
import foramen.ui.shell.Shell;
import foramen.ui.support.Banner;
import foramen.ui.support.Tone;
import foramen.ui.support.Words;
import java.util.List;

/** Says above the picture, until it is sent away, what a clinic's own data files lack and where what holds comes from. */
final class OlderFilesNotice {
    private OlderFilesNotice() {}

    static void join(Shell shell, List<FilledRows> filled, Words words) {
        filled.forEach(rows -> {
            Banner notice = new Banner(words);
            notice.setId("older-file");
            notice.show(words.said(rows.sentence()), Tone.AMBER);
            shell.stand(notice);
        });
    }
}
