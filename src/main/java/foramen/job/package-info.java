/**
 * Work that takes time: progress, cancellation, the runner that keeps it off the interface thread, files that several
 * jobs read, files written whole or not at all, and the folder for natives.
 */
@NullMarked
package foramen.job;

import org.jspecify.annotations.NullMarked;
