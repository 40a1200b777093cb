/** What is done to a picture for the eye only: filters, worked out in a job beside the frame that is measured. */
@NullMarked
package foramen.workspace.display;

import org.jspecify.annotations.NullMarked;
