package foramen.vision;

import foramen.geometry.Polygon;

/**
 * An outline that somebody drew or accepted on one frame.
 *
 * @param frame from 0
 * @param outline in continuous pixels
 */
public record KeyOutline(int frame, Polygon outline) {}
