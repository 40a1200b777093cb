/** The inspector's panels together, for pictures of them. */
@NullMarked
package foramen.ui.inspector;

import org.jspecify.annotations.NullMarked;
