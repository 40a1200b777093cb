package foramen.domain.measurement;

import foramen.domain.anatomy.Laterality;
import foramen.domain.anatomy.ScanLevel;
import foramen.domain.anatomy.ScanPlane;

/**
 * Where something is measured; values of different sites are set against one another only by the rules of
 * {@link Comparisons}.
 *
 * @param structureId which structure
 * @param side which side
 * @param level where along it
 * @param plane how it is cut
 */
public record Site(String structureId, Laterality side, ScanLevel level, ScanPlane plane) {}
