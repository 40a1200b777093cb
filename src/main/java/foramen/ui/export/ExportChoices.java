package foramen.ui.export;

import foramen.domain.delivery.ExportKind;
import foramen.workspace.export.FrameChoice;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is exported, of which frames and where to: chosen once and remembered.
 *
 * @param kinds the documents
 * @param frames of which frames those of one frame are made
 * @param folder where they go
 */
record ExportChoices(Set<ExportKind> kinds, FrameChoice frames, Path folder) {
    private static final String LINE = "\n";

    /** Copies the kinds. */
    ExportChoices {
        kinds = Set.copyOf(kinds);
    }

    /** As one text; the folder, which may hold anything, comes last. */
    String text() {
        return kinds.stream().sorted().map(Enum::name).collect(Collectors.joining(",")) + LINE + frames.name() + LINE
                + folder;
    }

    /**
     * What {@link #text} wrote, as far as this version and this machine know it.
     *
     * @param offered the documents there are
     * @param folder where to put them otherwise
     */
    static Optional<ExportChoices> of(String text, Set<ExportKind> offered, Path folder) {
        List<String> lines = List.of(text.split(LINE, 3));
        if (lines.size() != 3) {
            return Optional.empty();
        }
        Set<ExportKind> kinds = EnumSet.noneOf(ExportKind.class);
        List<String> names = Arrays.asList(lines.get(0).split(","));
        offered.stream().filter(k -> names.contains(k.name())).forEach(kinds::add);
        FrameChoice frames = Arrays.stream(FrameChoice.values()).filter(f -> f.name().equals(lines.get(1))).findFirst()
                .orElse(FrameChoice.THIS);
        return Optional.of(new ExportChoices(kinds, frames, place(lines.get(2), folder)));
    }

    private static Path place(String text, Path otherwise) {
        try {
            Path place = Path.of(text);
            return place.isAbsolute() ? place : otherwise;
        } catch (InvalidPathException e) {
            // Kept on another platform.
            return otherwise;
        }
    }
}
