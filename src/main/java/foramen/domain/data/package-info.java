/** Cited data files, read strictly: a slip is refused with its file, line and field named. */
@NullMarked
package foramen.domain.data;

import org.jspecify.annotations.NullMarked;
