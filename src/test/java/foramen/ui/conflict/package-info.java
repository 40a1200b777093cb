/** Tests of what is shown where two operators edited one case. */
@NullMarked
package foramen.ui.conflict;

import org.jspecify.annotations.NullMarked;
