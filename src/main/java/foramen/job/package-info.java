/**
 * Work that takes time: progress, cancellation, the runner that keeps it off the interface thread, files that several
 * jobs read, and the folder for natives.
 */
@NullMarked
package foramen.job;

import org.jspecify.annotations.NullMarked;
