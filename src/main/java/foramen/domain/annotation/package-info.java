/** What the operator drew: outlines, lines and points, each on one frame of one clip. */
@NullMarked
package foramen.domain.annotation;

import org.jspecify.annotations.NullMarked;
