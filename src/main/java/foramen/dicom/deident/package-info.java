/** De-identified copies of images and drawings (DICOM PS3.15 annex E): attributes, UIDs, dates and burned-in pixels, with a proof. */
@NullMarked
package foramen.dicom.deident;

import org.jspecify.annotations.NullMarked;
