/** Holds the window to its words. */
@NullMarked
package foramen.ui.words;

import org.jspecify.annotations.NullMarked;
