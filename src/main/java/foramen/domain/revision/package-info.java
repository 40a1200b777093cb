/** What lies between two states of one case, and whether what two operators did to it can be put together. */
@NullMarked
package foramen.domain.revision;

import org.jspecify.annotations.NullMarked;
