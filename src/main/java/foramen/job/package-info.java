/** Work that takes time: progress, cancellation and the runner that keeps it off the interface thread. */
@NullMarked
package foramen.job;

import org.jspecify.annotations.NullMarked;
