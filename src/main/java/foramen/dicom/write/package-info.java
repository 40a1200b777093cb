/** Writes Foramen's own DICOM objects, byte for byte the same for the same input. */
@NullMarked
package foramen.dicom.write;

import org.jspecify.annotations.NullMarked;
