/** The user guide as pages that any browser shows, without a network. */
@NullMarked
package foramen.app.guide;

import org.jspecify.annotations.NullMarked;
