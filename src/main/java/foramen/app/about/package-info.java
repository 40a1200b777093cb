/** What the program says of itself: version, build, licence, and the libraries that are part of it. */
@NullMarked
package foramen.app.about;

import org.jspecify.annotations.NullMarked;
