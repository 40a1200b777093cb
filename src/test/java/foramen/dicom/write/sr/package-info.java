@NullMarked
package foramen.dicom.write.sr;

import org.jspecify.annotations.NullMarked;
