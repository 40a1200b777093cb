/** Tests of the plan page of the inspector. */
@NullMarked
package foramen.ui.plan;

import org.jspecify.annotations.NullMarked;
