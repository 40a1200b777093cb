package foramen.ui.shell;

import foramen.ui.support.Words;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/** Asks which files are meant. */
final class ClipChooser {
    private ClipChooser() {}

    /** Asks over {@code window}; {@code chosen} is told of them, and of nothing where the user gives up. */
    static void choose(Window window, Words words, Consumer<List<Path>> chosen) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(words.text("choose.title"));
        // DICOM files often have no ending, so all files come first.
        chooser.getExtensionFilters().addAll(new FileChooser.ExtensionFilter(words.text("choose.all"), "*"),
                new FileChooser.ExtensionFilter("DICOM", "*.dcm", "*.dicom", "*.DCM", "DICOMDIR"),
                new FileChooser.ExtensionFilter(words.text("choose.zip"), "*.zip", "*.ZIP"),
                new FileChooser.ExtensionFilter(words.text("choose.films"), "*.mp4", "*.avi", "*.mov", "*.jpg",
                        "*.jpeg",
                        "*.png", "*.tif", "*.tiff", "*.bmp", "*.gif"));
        List<File> files = chooser.showOpenMultipleDialog(window);
        if (files != null) {
            chosen.accept(files.stream().map(File::toPath).toList());
        }
    }
}
