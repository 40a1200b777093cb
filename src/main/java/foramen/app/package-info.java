/** The composition root: {@code main()}, the command line, and the one place where adapters are joined by hand. */
@NullMarked
package foramen.app;

import org.jspecify.annotations.NullMarked;
