/** Exporting a case as documents, safely: never overwriting, never leaving half a file. */
@NullMarked
package foramen.workspace.export;

import org.jspecify.annotations.NullMarked;
