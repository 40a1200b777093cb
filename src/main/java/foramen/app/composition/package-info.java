/** The one place where adapters are joined by hand, with where records are kept and which version this is. */
@NullMarked
package foramen.app.composition;

import org.jspecify.annotations.NullMarked;
