@NullMarked
package foramen.dicom.read.sr;

import org.jspecify.annotations.NullMarked;
