/** Files and streams changed at random, in a process of their own with little memory. */
@NullMarked
package foramen.dicom.fuzz;

import org.jspecify.annotations.NullMarked;
