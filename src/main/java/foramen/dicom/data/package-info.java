/** What a DICOM object is made of: elements, value representations, character sets, the dictionary and UIDs. */
@NullMarked
package foramen.dicom.data;

import org.jspecify.annotations.NullMarked;
