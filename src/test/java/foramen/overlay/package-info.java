/** Tests of the display list. */
@NullMarked
package foramen.overlay;

import org.jspecify.annotations.NullMarked;
