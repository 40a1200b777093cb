/** The command line: one class a command, each a thin door to the rooms that do the work. */
@NullMarked
package foramen.app.command;

import org.jspecify.annotations.NullMarked;
