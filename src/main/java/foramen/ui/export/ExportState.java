package foramen.ui.export;

import foramen.domain.anatomy.Laterality;
import foramen.domain.delivery.ExportKind;
import foramen.workspace.export.FrameChoice;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What the export panel shows.
 *
 * @param clipOpen whether there is something to export
 * @param frameNumber the frame in view, from 1
 * @param choices the documents that can be made
 * @param frames of which frames those of one frame are made
 * @param contents what will be in them
 * @param folder where they go
 * @param running whether an export is under way
 * @param results what became of the last export
 * @param summary what became of it, in one sentence; empty where there was none
 */
public record ExportState(boolean clipOpen, int frameNumber, List<Choice> choices, FrameChoice frames,
        Contents contents, Path folder, boolean running, List<Result> results, String summary) {
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
     * @param fileName what its first file will be called
     * @param files how many files it makes
     * @param bytes about how large they will be together; nought where that shows only when they are written
     */
    public record Choice(ExportKind kind, boolean chosen, String fileName, int files, long bytes) {}

    /**
     * What will be in the documents.
     *
     * @param side the side of the case
     * @param frames numbers of the frames, from 1, in order
     * @param shown drawings and plans on the clip that are in the pictures
     * @param hidden drawings that are left out of pictures
     * @param rejected followed outlines that are left out of everything
     * @param files how many files are written, with the manifest
     */
    public record Contents(Laterality side, List<Integer> frames, int shown, int hidden, int rejected, int files) {
        /** Copies the frames. */
        public Contents {
            frames = List.copyOf(frames);
        }
    }

    /** What became of a document. */
    public enum Outcome {
        /** It is there, and opened as it should. */
        WRITTEN,
        /** The case has nothing for it. */
        LEFT_OUT,
        /** It is not there. */
        FAILED
    }

    /**
     * What became of one document.
     *
     * @param outcome whether it is there
     * @param words which document, and why it is not there where it is not
     * @param file where it is; empty where it is not
     */
    public record Result(Outcome outcome, String words, Optional<Path> file) {}
}
