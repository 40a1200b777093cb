/** The sample clips as files, and the whole job done on them without a screen. */
@NullMarked
package foramen.app.sample;

import org.jspecify.annotations.NullMarked;
