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
 * @param sameSettings which clips were taken with the same preset and gain
 */
public record Statements(List<ReferenceSite> references, List<SameSettings> sameSettings) {
    /** Nothing is stated. */
    public static final Statements NONE = new Statements(List.of(), List.of());

    /** Copies the lists. */
    public Statements {
        references = List.copyOf(references);
        sameSettings = List.copyOf(sameSettings);
    }

    /** Whether nothing is stated. */
    public boolean isEmpty() {
        return references.isEmpty() && sameSettings.isEmpty();
    }

    /** The level of that structure on that side that is held to be unaffected. */
    public Optional<ScanLevel> reference(String structureId, Laterality side) {
        return references.stream().filter(r -> r.structureId().equals(structureId) && r.side() == side)
                .map(ReferenceSite::level).findFirst();
    }

    /** With {@code site} for its structure and side. */
    public Statements withReference(ReferenceSite site) {
        return new Statements(Stream
                .concat(references.stream().filter(r -> !r.id().equals(site.id())), Stream.of(site)).toList(),
                sameSettings);
    }

    /** Without a reference for that structure and side. */
    public Statements withoutReference(String structureId, Laterality side) {
        return new Statements(references.stream().filter(r -> !r.structureId().equals(structureId) || r.side() != side)
                .toList(), sameSettings);
    }

    /** What was said of the settings of two clips. */
    public Optional<SameSettings> sameSettings(String clip, String otherClip) {
        return sameSettings.stream().filter(s -> s.isAbout(clip) && s.isAbout(otherClip)).findFirst();
    }

    /** With {@code said}, in the place of what was said of the same clips. */
    public Statements withSameSettings(SameSettings said) {
        return new Statements(references, Stream
                .concat(sameSettings.stream().filter(s -> !s.id().equals(said.id())), Stream.of(said)).toList());
    }

    /** Without what was said of the settings of two clips. */
    public Statements withoutSameSettings(String clip, String otherClip) {
        return new Statements(references,
                sameSettings.stream().filter(s -> !s.isAbout(clip) || !s.isAbout(otherClip)).toList());
    }

    /** Without what names that clip. */
    public Statements withoutClip(String sopInstanceUid) {
        return new Statements(references, sameSettings.stream().filter(s -> !s.isAbout(sopInstanceUid)).toList());
    }
}
