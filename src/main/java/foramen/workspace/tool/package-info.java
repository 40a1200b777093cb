/** The drawing tools: pure state machines over image pixels, and the controller that binds them to the case. */
@NullMarked
package foramen.workspace.tool;

import org.jspecify.annotations.NullMarked;
