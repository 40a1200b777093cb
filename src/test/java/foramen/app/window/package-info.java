/** Tests of the window's own composition. */
@NullMarked
package foramen.app.window;

import org.jspecify.annotations.NullMarked;
