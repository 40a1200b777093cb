/** What is written down about the program's own troubles, and how it is handed to somebody who can help. */
@NullMarked
package foramen.app.diagnostics;

import org.jspecify.annotations.NullMarked;
