/** Tests of the window. */
@NullMarked
package foramen.ui.shell;

import org.jspecify.annotations.NullMarked;
