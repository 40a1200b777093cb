/** Builds a case again from a structured report: exactly from Foramen's own, as far as it goes from another maker's. */
@NullMarked
package foramen.dicom.read.sr;

import org.jspecify.annotations.NullMarked;
