/** Opens DICOM objects that were just written, as another program would. */
@NullMarked
package foramen.dicom.check;

import org.jspecify.annotations.NullMarked;
