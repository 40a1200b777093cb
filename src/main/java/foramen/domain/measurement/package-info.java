/** Numbers with a unit, a calibration source and a method, or the reason why there is none. */
@NullMarked
package foramen.domain.measurement;

import org.jspecify.annotations.NullMarked;
