package foramen.domain.delivery;

import foramen.domain.casefile.Case;
import foramen.domain.casefile.CaseId;
import foramen.domain.clip.ClipLocation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Imports what a presentation state or a segmentation shows, ours or another maker's, as a case. */
public final class DrawingImporter implements CaseImporter {
    private static final Pattern UNFIT = Pattern.compile("[^a-z0-9]+");
    private static final int LONGEST_ID = 64;

    private final DrawingReader reader;
    private final String otherwise;

    /**
     * @param reader reads the objects
     * @param otherwise the structure of drawings that name none of the catalogue
     */
    public DrawingImporter(DrawingReader reader, String otherwise) {
        this.reader = reader;
        this.otherwise = otherwise;
    }

    @Override
    public Optional<ImportedCase> read(Path file) throws ImportException {
        String name = ClipLocation.of(file).name();
        try {
            Optional<FoundDrawings> found = reader.read(file);
            return found.isPresent() ? Optional.of(imported(found.get(), name)) : Optional.empty();
        } catch (ImportException e) {
            throw e;
        } catch (IOException e) {
            throw new ImportException(String.valueOf(e.getMessage()), e);
        } catch (IllegalArgumentException e) {
            throw new ImportException(name + " was not imported, because it cannot be: " + e.getMessage() + ".", e);
        }
    }

    private ImportedCase imported(FoundDrawings found, String name) throws ImportException {
        if (found.drawings().isEmpty() && found.spacings().isEmpty()) {
            throw new ImportException(name + " holds no drawings and no scale that could be imported"
                    + found.warnings().stream().findFirst().map(w -> ": " + w).orElse("."));
        }
        FoundDrawings.Origin origin = found.origin();
        List<String> remarks = new ArrayList<>(found.warnings());
        long unnamed = found.drawings().stream().filter(d -> d.what().structureId().isEmpty()).count();
        if (unnamed > 0) {
            remarks.add((unnamed == 1 ? "One drawing names" : unnamed + " drawings name")
                    + " no structure that is known here; choose it in Outline.");
        }
        Case read = found.asCase(id(origin.objectUid().isEmpty() ? name : origin.objectUid()), otherwise, "",
                origin.made()).withIndication(
                        "Imported: " + ClipLocation.line(origin.description().isBlank()
                                ? origin.kind()
                                : origin.description()));
        if (!found.spacings().isEmpty()) {
            remarks.add("It states a scale, which is taken over where the clip has none of its own.");
        }
        return new ImportedCase(read, name, origin.objectUid(), origin.studyUid(), false, remarks);
    }

    /** The same object gives the same case, so that it is not there twice. */
    private static CaseId id(String from) {
        String fit = "dr-" + UNFIT.matcher(from.toLowerCase(Locale.ROOT)).replaceAll("-");
        // The end tells objects of one maker apart.
        return new CaseId(fit.length() <= LONGEST_ID ? fit : "dr" + fit.substring(fit.length() - LONGEST_ID + 2));
    }
}
