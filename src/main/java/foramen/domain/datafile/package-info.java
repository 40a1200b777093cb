/** Data files with versions and citations, read strictly. */
@NullMarked
package foramen.domain.datafile;

import org.jspecify.annotations.NullMarked;
