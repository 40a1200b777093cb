/** What any DICOM engine of Foramen is held to, over an interface that takes one small class to implement. */
@NullMarked
package foramen.dicom.contract;

import org.jspecify.annotations.NullMarked;
