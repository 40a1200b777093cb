/** Writes a case as a Comprehensive SR after TID 1500 that anybody can read and Foramen can read back without loss. */
@NullMarked
package foramen.dicom.write.sr;

import org.jspecify.annotations.NullMarked;
