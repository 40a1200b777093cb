package foramen.workspace.tool;

import foramen.domain.anatomy.Laterality;
import foramen.domain.anatomy.StructureCatalog;
import foramen.domain.casefile.Case;
import foramen.domain.clip.FrameRef;
import foramen.geometry.Bounds;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * All that a tool knows of the world beside its own state.
 *
 * @param casefile the case as it is
 * @param frame the frame in view
 * @param bounds the picture, in continuous image pixels; nothing is drawn beyond
 * @param labelling what new objects are called
 * @param tolerance hit radius in image pixels, positive; half of it is the slop within which a press stays a click
 * @param selectedId the selected annotation or plan
 * @param author who draws
 * @param now when
 * @param ids makes fresh identifiers
 * @param structures names of structures
 * @param brushRadius radius of brush and eraser in image pixels, positive
 * @param picture the pixels in view; empty while none are there
 */
public record ToolContext(Case casefile, FrameRef frame, Bounds bounds, Labelling labelling, double tolerance,
        Optional<String> selectedId, String author, Instant now, Supplier<String> ids, StructureCatalog structures,
        double brushRadius, Optional<Picture> picture) {
    /** How far the pointer may stray before a click becomes a drag, in image pixels. */
    double slop() {
        return tolerance / 2;
    }

    /** The side of new objects. */
    Laterality side() {
        boolean asTheCase = labelling.laterality() == Laterality.UNSPECIFIED && casefile.clips().size() <= 1;
        return asTheCase ? casefile.side() : labelling.laterality();
    }

    /** A structure's name for the middle of a sentence. */
    String structureName(String structureId) {
        String name = structures.get(structureId).name();
        return name.isEmpty() ? "structure" : name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }
}
