/** The rules of the house, held by ArchUnit. */
@NullMarked
package foramen.architecture;

import org.jspecify.annotations.NullMarked;
