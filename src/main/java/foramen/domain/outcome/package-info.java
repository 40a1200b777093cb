/** What came of a procedure: response, recurrence, time course, and which visits are due. */
@NullMarked
package foramen.domain.outcome;

import org.jspecify.annotations.NullMarked;
