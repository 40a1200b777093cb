/** The place of several clips that is open: its list, what is searched in it, its first frames. */
@NullMarked
package foramen.workspace.source;

import org.jspecify.annotations.NullMarked;
