/** Content trees of DICOM structured reports: items, codes and graphics, free of what a report is about. */
@NullMarked
package foramen.dicom.sr;

import org.jspecify.annotations.NullMarked;
