/** Tests of the export page of the inspector. */
@NullMarked
package foramen.ui.export;

import org.jspecify.annotations.NullMarked;
