/** Tests of comparing and putting together states of a case. */
@NullMarked
package foramen.domain.revision;

import org.jspecify.annotations.NullMarked;
