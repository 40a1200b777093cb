/** The current case: what is selected, how it is edited, undone and saved, and how a clip is opened. */
@NullMarked
package foramen.workspace.edit;

import org.jspecify.annotations.NullMarked;
