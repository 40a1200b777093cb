/** The picture: canvas, zoom and pan, window and level, the overlay's painter, mouse and keys, and the cine bar. */
@NullMarked
package foramen.ui.viewer;

import org.jspecify.annotations.NullMarked;
