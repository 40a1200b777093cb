/** Tests of the lock. */
@NullMarked
package foramen.ui.lock;

import org.jspecify.annotations.NullMarked;
