/** DICOM Part 10 files to data sets and back, lenient in reading, strict in writing, within stated limits. */
@NullMarked
package foramen.dicom.io;

import org.jspecify.annotations.NullMarked;
