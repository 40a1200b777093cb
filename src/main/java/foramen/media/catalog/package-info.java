/** Any file as a clip by its content, and folders, ZIP archives and DICOMDIR media as lists of clips. */
@NullMarked
package foramen.media.catalog;

import org.jspecify.annotations.NullMarked;
