/** Compressed pixels to samples and back; baseline JPEG through the JDK, other codings through FFmpeg, RLE its own. */
@NullMarked
package foramen.codec;

import org.jspecify.annotations.NullMarked;
