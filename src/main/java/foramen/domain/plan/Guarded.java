package foramen.domain.plan;

import foramen.domain.anatomy.Structure;
import foramen.domain.annotation.Shape;
import foramen.geometry.Bounds;
import foramen.geometry.PreparedShape;

/**
 * Something drawn that a needle may meet, laid out in millimetres.
 *
 * @param key what it shares with its like on other frames
 * @param id of the annotation
 * @param frame index of its frame
 * @param name as told
 * @param structureId which structure
 * @param kind what sort of structure
 * @param shape in mm
 * @param place its smallest rectangle in image pixels
 * @param drawn in image pixels
 */
record Guarded(String key, String id, int frame, String name, String structureId, Structure.Kind kind,
        PreparedShape shape, Bounds place, Shape drawn) {}
