/** What leaves for people who have no DICOM: pictures, films, the plan as PDF, ImageJ regions and the registry as CSV. */
@NullMarked
package foramen.report;

import org.jspecify.annotations.NullMarked;
