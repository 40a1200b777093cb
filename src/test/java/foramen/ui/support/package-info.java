/** Tests of what every part of the screen shares. */
@NullMarked
package foramen.ui.support;

import org.jspecify.annotations.NullMarked;
