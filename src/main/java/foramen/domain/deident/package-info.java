/** Copies without the patient: what is asked of them, what would become of a file, and what became of it. */
@NullMarked
package foramen.domain.deident;

import org.jspecify.annotations.NullMarked;
