/**
 * Compressed pixels to samples and back: 8-bit JPEG through libjpeg-turbo or the JDK, JPEG 2000 and films through FFmpeg,
 * all else its own.
 */
@NullMarked
package foramen.codec;

import org.jspecify.annotations.NullMarked;
