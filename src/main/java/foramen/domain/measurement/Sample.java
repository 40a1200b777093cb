package foramen.domain.measurement;

import foramen.domain.clip.FrameRef;

/**
 * One measured value and where it was taken.
 *
 * @param id the annotation it was read off
 * @param site what was measured
 * @param frame on which frame
 * @param reading the value
 */
public record Sample(String id, Site site, FrameRef frame, Reading.Measured reading) {}
