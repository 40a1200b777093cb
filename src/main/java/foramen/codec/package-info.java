/** Compressed pixels to samples and back; JPEG through libjpeg-turbo or the JDK, other codings through FFmpeg, RLE its own. */
@NullMarked
package foramen.codec;

import org.jspecify.annotations.NullMarked;
