package foramen.domain.casefile;

import foramen.domain.anatomy.Laterality;
import foramen.domain.anatomy.ScanLevel;

/**
 * The level of a structure that the operator holds to be unaffected, which a swelling ratio is taken against (clinical
 * facts 2.2).
 *
 * @param structureId which structure
 * @param side on which side
 * @param level where along it
 */
public record ReferenceSite(String structureId, Laterality side, ScanLevel level) {
    /** What it is known by: a structure has one on each side. */
    public String id() {
        return structureId + " " + side.name();
    }
}
