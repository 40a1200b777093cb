/** The panel that shows what the outlines and calipers of the frame measure. */
@NullMarked
package foramen.ui.measure;

import org.jspecify.annotations.NullMarked;
