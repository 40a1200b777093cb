/** Filling in visits and reading what came of a case: the use cases of the steps Assess and Follow-up. */
@NullMarked
package foramen.workspace.assessment;

import org.jspecify.annotations.NullMarked;
