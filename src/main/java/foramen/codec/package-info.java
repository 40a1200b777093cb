/** Compressed pixels to samples and back; 8-bit JPEG through the JDK, JPEG 2000 through FFmpeg, all else its own. */
@NullMarked
package foramen.codec;

import org.jspecify.annotations.NullMarked;
