/** Algorithms on pixels, free of case and screen; ImageJ is at home here. */
@NullMarked
package foramen.vision;

import org.jspecify.annotations.NullMarked;
