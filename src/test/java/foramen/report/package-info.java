/** Tests of pictures and documents. */
@NullMarked
package foramen.report;

import org.jspecify.annotations.NullMarked;
