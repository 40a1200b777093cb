package foramen.workspace.tool;

import foramen.domain.anatomy.Laterality;
import foramen.domain.anatomy.ScanLevel;
import foramen.domain.anatomy.ScanPlane;

/**
 * What newly drawn objects are called.
 *
 * @param structureId the structure, as in the catalogue
 * @param laterality the side; where not set, the case's side is taken
 * @param level where along the nerve
 * @param plane how the plane cuts
 */
public record Labelling(String structureId, Laterality laterality, ScanLevel level, ScanPlane plane) {}
