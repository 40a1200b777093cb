/** What the program says of itself, held to what it is made of. */
@NullMarked
package foramen.app.about;

import org.jspecify.annotations.NullMarked;
