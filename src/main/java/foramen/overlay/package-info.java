/** The display list: what lies over a frame, free of any toolkit, so that screen, image and document show the same. */
@NullMarked
package foramen.overlay;

import org.jspecify.annotations.NullMarked;
