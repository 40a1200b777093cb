/** The entry point; below it the command line, the window, the samples and the composition they share. */
@NullMarked
package foramen.app;

import org.jspecify.annotations.NullMarked;
