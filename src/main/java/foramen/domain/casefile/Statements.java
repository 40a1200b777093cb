package foramen.domain.casefile;

import foramen.domain.anatomy.Laterality;
import foramen.domain.anatomy.ScanLevel;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the operator states so that measurements can be set against one another, where no picture says it.
 *
 * @param references the sites held to be unaffected, in the order they were chosen; one for a structure and side
 */
public record Statements(List<ReferenceSite> references) {
    /** Nothing is stated. */
    public static final Statements NONE = new Statements(List.of());

    /** Copies the lists. */
    public Statements {
        references = List.copyOf(references);
    }

    /** Whether nothing is stated. */
    public boolean isEmpty() {
        return references.isEmpty();
    }

    /** The level of that structure on that side that is held to be unaffected. */
    public Optional<ScanLevel> reference(String structureId, Laterality side) {
        return references.stream().filter(r -> r.structureId().equals(structureId) && r.side() == side)
                .map(ReferenceSite::level).findFirst();
    }

    /** With {@code site} for its structure and side. */
    public Statements withReference(ReferenceSite site) {
        return new Statements(Stream
                .concat(references.stream().filter(r -> !r.id().equals(site.id())), Stream.of(site)).toList());
    }

    /** Without a reference for that structure and side. */
    public Statements withoutReference(String structureId, Laterality side) {
        return new Statements(references.stream().filter(r -> !r.structureId().equals(structureId) || r.side() != side)
                .toList());
    }
}
