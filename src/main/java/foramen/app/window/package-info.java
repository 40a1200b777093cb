/** The window's own composition: JavaFX application, collaborators of the shell, what to show first. */
@NullMarked
package foramen.app.window;

import org.jspecify.annotations.NullMarked;
