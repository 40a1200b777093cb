/** Tests of assessment, follow-up and registry in the window. */
@NullMarked
package foramen.ui.outcome;

import org.jspecify.annotations.NullMarked;
