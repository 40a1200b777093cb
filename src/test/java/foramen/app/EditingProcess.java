package foramen.app;

import foramen.domain.casefile.Case;
import foramen.domain.casefile.CaseId;
import foramen.domain.casefile.CaseStore.StoredCase;
import foramen.domain.casefile.StoreException;
import foramen.geometry.Point;
import foramen.storage.SqlCaseStore;
import foramen.ui.support.FxJobRunner;
import foramen.ui.support.Words;
import foramen.workspace.Fixtures;
import foramen.workspace.edit.CaseEditor;
import foramen.workspace.edit.SaveState;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import javafx.application.Platform;

/** A process that edits one case as the window does until it is killed, and tells of each gesture once it is saved. */
final class EditingProcess {
    static final CaseId ID = new CaseId("killed");

    private final CaseEditor editor;
    private final FileOutputStream out = new FileOutputStream(FileDescriptor.out);
    private long gestures;

    private EditingProcess(SqlCaseStore store) throws StoreException {
        editor = new CaseEditor(store, new FxJobRunner(Words.in(Locale.ENGLISH, Locale.ROOT)), Clock.systemUTC(),
                () -> "Dr Test", Fixtures.ids());
        StoredCase known = store.find(ID).orElse(new StoredCase(Case.begin(ID, Fixtures.NOW), 0));
        editor.open(known);
        gestures = Math.max(0, known.version() - 1);
    }

    /** Edits the store in the folder {@code args[0]}. */
    public static void main(String[] args) throws IOException {
        SqlCaseStore store = SqlCaseStore.open(Path.of(args[0]));
        Platform.startup(() -> {
            try {
                new EditingProcess(store).gesture();
            } catch (StoreException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** How gesture {@code number} (from 1) leaves the case: it drags the outline and the target one pixel on. */
    static Case after(Case before, long number) {
        double x = (double) number;
        return before.withAnnotation(Fixtures.annotation("nerve", Fixtures.square(x, 2, 30)))
                .withPlan(Fixtures.plan("plan", new Point(0, 0), new Point(x, 50)));
    }

    private void gesture() {
        gestures++;
        editor.commit(after(editor.current(), gestures), "Gesture " + gestures);
        editor.whenIdle(this::saved);
    }

    private void saved(SaveState state) {
        if (!(state instanceof SaveState.Saved)) {
            throw new IllegalStateException("not saved: " + state);
        }
        try {
            out.write((gestures + "\n").getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Platform.runLater(this::gesture);
    }
}
