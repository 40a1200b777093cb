/** Tests of the measure page of the inspector. */
@NullMarked
package foramen.ui.measure;

import org.jspecify.annotations.NullMarked;
