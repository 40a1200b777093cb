/**
 * Algorithms on pixels, free of case and screen; ImageJ and OpenCV are at home here.
 *
 * <p>Pictures come as {@link foramen.vision.GreyFrame} or packed ARGB, outlines as {@link foramen.geometry.Polygon} in
 * continuous pixels. {@link foramen.vision.Propagation} and {@link foramen.vision.Interpolation} fill the frames between
 * key outlines, {@link foramen.vision.OneClickOutline}, {@link foramen.vision.Wand} and
 * {@link foramen.vision.Livewire} help to draw one, {@link foramen.vision.Filters} are for the eye. All but
 * {@code Livewire} are free of state and safe for several threads.
 */
@NullMarked
package foramen.vision;

import org.jspecify.annotations.NullMarked;
