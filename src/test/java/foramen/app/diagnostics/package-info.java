/** Tests of the log and of what goes into a report of a fault. */
@NullMarked
package foramen.app.diagnostics;

import org.jspecify.annotations.NullMarked;
