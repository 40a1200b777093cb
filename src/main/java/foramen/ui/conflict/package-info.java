/** What is shown and offered where two operators edited one case. */
@NullMarked
package foramen.ui.conflict;

import org.jspecify.annotations.NullMarked;
