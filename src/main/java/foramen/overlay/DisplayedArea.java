package foramen.overlay;

import foramen.geometry.Bounds;

/**
 * The part of the picture that a view shows, as DICOM calls it (PS3.3 C.10.4), so that ruler and scale bar stay in sight
 * however near one looks.
 *
 * @param part in image pixels; may reach beyond the picture
 * @param mirrored whether the view shows it with left and right exchanged
 */
public record DisplayedArea(Bounds part, boolean mirrored) {}
