/** Small made-up clips and cases that tests of every layer share. */
@NullMarked
package foramen.testing;

import org.jspecify.annotations.NullMarked;
