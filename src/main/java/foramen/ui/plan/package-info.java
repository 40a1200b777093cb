/** The panel of the needle plan: target, entry, needle, and what follows from them. */
@NullMarked
package foramen.ui.plan;

import org.jspecify.annotations.NullMarked;
