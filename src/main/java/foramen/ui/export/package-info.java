/** The panel that writes the case as images and documents. */
@NullMarked
package foramen.ui.export;

import org.jspecify.annotations.NullMarked;
