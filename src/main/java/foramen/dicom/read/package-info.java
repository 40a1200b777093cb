/** DICOM files as ultrasound clips: regions, timing, patient and frames, behind the domain's clip contract. */
@NullMarked
package foramen.dicom.read;

import org.jspecify.annotations.NullMarked;
