/** Tests of what is done to a picture for the eye only. */
@NullMarked
package foramen.workspace.display;

import org.jspecify.annotations.NullMarked;
