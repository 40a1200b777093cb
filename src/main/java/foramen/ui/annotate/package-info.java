/** The panel where structures are chosen, named, locked and deleted. */
@NullMarked
package foramen.ui.annotate;

import org.jspecify.annotations.NullMarked;
