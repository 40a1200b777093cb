/** The pages of assessment and follow-up, and the registry over all cases. */
@NullMarked
package foramen.ui.outcome;

import org.jspecify.annotations.NullMarked;
