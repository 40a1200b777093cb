/** Playing a clip: the clock that says which frame is due, and the loader that fetches it. */
@NullMarked
package foramen.workspace.cine;

import org.jspecify.annotations.NullMarked;
