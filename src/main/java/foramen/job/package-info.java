/** Work that takes time: progress, cancellation, the runner that keeps it off the interface thread, and the folder for natives. */
@NullMarked
package foramen.job;

import org.jspecify.annotations.NullMarked;
