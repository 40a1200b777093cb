/** Synthetic deep-gluteal ultrasound clips with exact ground truth. */
@NullMarked
package foramen.phantom;

import org.jspecify.annotations.NullMarked;
