/** An ultrasound clip: its frames, its timing, its regions and the one calibrated path from pixels to millimetres. */
@NullMarked
package foramen.domain.clip;

import org.jspecify.annotations.NullMarked;
