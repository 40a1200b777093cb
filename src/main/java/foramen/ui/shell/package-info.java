/** The window: case bar, workflow rail, tool strip, inspector, status line, and every action with its shortcut. */
@NullMarked
package foramen.ui.shell;

import org.jspecify.annotations.NullMarked;
