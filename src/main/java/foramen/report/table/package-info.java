/** All values of a case, or of many, as tables with one dictionary, as CSV and as JSON. */
@NullMarked
package foramen.report.table;

import org.jspecify.annotations.NullMarked;
