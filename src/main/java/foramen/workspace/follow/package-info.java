/** Following a structure over the frames of a clip, and proposing its outline from one click, as use cases. */
@NullMarked
package foramen.workspace.follow;

import org.jspecify.annotations.NullMarked;
