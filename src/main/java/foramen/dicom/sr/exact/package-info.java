/** What a case holds as exact, coded items of a structured report, and back. */
@NullMarked
package foramen.dicom.sr.exact;

import org.jspecify.annotations.NullMarked;
