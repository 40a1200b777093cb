/** What holds the installers together: one source of arguments, one drawing, natives that need no unpacking. */
@NullMarked
package foramen.installer;

import org.jspecify.annotations.NullMarked;
