/** Films and pictures that are not DICOM, as clips without a patient and without a calibration. */
@NullMarked
package foramen.media;

import org.jspecify.annotations.NullMarked;
