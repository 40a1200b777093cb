package foramen.vision;

import foramen.geometry.Polygon;

/**
 * An outline that was carried to a frame from key outlines.
 *
 * @param frame from 0
 * @param outline in continuous pixels
 * @param confidence 0 to 1; 1 on a key frame
 * @param drift whether the outline is no longer to be trusted
 * @param reason why not, a sentence for the user; empty where it is to be trusted
 */
public record TrackedOutline(int frame, Polygon outline, double confidence, boolean drift, String reason) {}
