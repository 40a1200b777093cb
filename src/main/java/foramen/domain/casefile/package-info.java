/** The case: everything about one patient's procedure in one immutable value, and the store it lives in. */
@NullMarked
package foramen.domain.casefile;

import org.jspecify.annotations.NullMarked;
