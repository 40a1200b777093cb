/** Settings: language, look, keys and how the pointer works, on a sheet over the window. */
@NullMarked
package foramen.ui.settings;

import org.jspecify.annotations.NullMarked;
