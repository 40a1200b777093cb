/** From the pixel data of a DICOM file to displayable frames: where each frame lies, how it is decoded and coloured. */
@NullMarked
package foramen.dicom.pixel;

import org.jspecify.annotations.NullMarked;
