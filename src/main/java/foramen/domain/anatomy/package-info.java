/** The structures an operator outlines, the side, the scan level and plane, with their standard codes. */
@NullMarked
package foramen.domain.anatomy;

import org.jspecify.annotations.NullMarked;
