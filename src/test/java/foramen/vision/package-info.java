/** Tests of the algorithms on pixels. */
@NullMarked
package foramen.vision;

import org.jspecify.annotations.NullMarked;
