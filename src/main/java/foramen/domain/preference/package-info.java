/** What the operator chose about the program itself: its look, keys and language; never anything about a patient. */
@NullMarked
package foramen.domain.preference;

import org.jspecify.annotations.NullMarked;
