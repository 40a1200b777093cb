/** What every part of the screen shares: the job runner of the interface thread, theme, icons and small controls. */
@NullMarked
package foramen.ui.support;

import org.jspecify.annotations.NullMarked;
