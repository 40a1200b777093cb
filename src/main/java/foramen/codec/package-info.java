/** Compressed pixels to samples and back; the JDK's codecs for now, FFmpeg behind the same door later. */
@NullMarked
package foramen.codec;

import org.jspecify.annotations.NullMarked;
