/** Procedures and what came of them over all cases: rows, cohorts, proportions with their intervals. */
@NullMarked
package foramen.domain.registry;

import org.jspecify.annotations.NullMarked;
