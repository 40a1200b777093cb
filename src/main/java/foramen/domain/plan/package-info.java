/** Needle plans: entry, target, and what follows from them in millimetres and degrees. */
@NullMarked
package foramen.domain.plan;

import org.jspecify.annotations.NullMarked;
