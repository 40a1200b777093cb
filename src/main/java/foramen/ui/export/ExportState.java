package foramen.ui.export;

import foramen.domain.delivery.ExportKind;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What the export panel shows.
 *
 * @param clipOpen whether there is something to export
 * @param frameNumber the frame that would be exported, from 1
 * @param choices the documents that can be made
 * @param folder where they go
 * @param running whether an export is under way
 * @param results what became of the last export
 * @param summary what became of it, in one sentence; empty where there was none
 */
public record ExportState(boolean clipOpen, int frameNumber, List<Choice> choices, Path folder, boolean running,
        List<Result> results, String summary) {
    /** Copies the lists. */
    public ExportState {
        choices = List.copyOf(choices);
        results = List.copyOf(results);
    }

    /** Whether an export can be started. */
    public boolean canExport() {
        return clipOpen && !running && choices.stream().anyMatch(Choice::chosen);
    }

    /**
     * A document that can be made.
     *
     * @param kind which
     * @param chosen whether it is to be made
     * @param fileName what its file will be called
     */
    public record Choice(ExportKind kind, boolean chosen, String fileName) {}

    /**
     * What became of one document.
     *
     * @param words which document, and why it is not there where it is not
     * @param file where it is; empty where it is not
     */
    public record Result(String words, Optional<Path> file) {}
}
