/** A procedure session: what is drawn up for whom, where it goes, and the protocol it follows. */
@NullMarked
package foramen.domain.session;

import org.jspecify.annotations.NullMarked;
