/** Tests of the picture and its input. */
@NullMarked
package foramen.ui.viewer;

import org.jspecify.annotations.NullMarked;
