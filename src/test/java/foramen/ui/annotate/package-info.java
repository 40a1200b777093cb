/** Tests of the annotate page of the inspector. */
@NullMarked
package foramen.ui.annotate;

import org.jspecify.annotations.NullMarked;
