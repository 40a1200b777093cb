/** Copies without the patient: which files, what stays of the picture, what goes, and what became of each file. */
@NullMarked
package foramen.ui.deident;

import org.jspecify.annotations.NullMarked;
