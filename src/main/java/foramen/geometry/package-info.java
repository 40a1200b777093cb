/** Points, segments, polygons and transforms of the plane, in whatever unit the caller keeps; JTS stays inside. */
@NullMarked
package foramen.geometry;

import org.jspecify.annotations.NullMarked;
