/** What leaves the house: the documents a case can be exported as, and the interface that their writers implement. */
@NullMarked
package foramen.domain.delivery;

import org.jspecify.annotations.NullMarked;
