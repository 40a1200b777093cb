/** Who the case is about, as far as the planner has to know. */
@NullMarked
package foramen.domain.patient;

import org.jspecify.annotations.NullMarked;
