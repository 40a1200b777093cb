package foramen.codec;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** A PNG stream without all that is no picture: compressed texts and profiles are where such files hide bombs. */
final class PngChunks {
    private static final Set<String> PICTURE = Set.of("IHDR", "PLTE", "tRNS", "IDAT", "IEND");
    private static final int SIGNATURE = 8;

    private final byte[] bare;
    private final boolean animated;

    private PngChunks(byte[] bare, boolean animated) {
        this.bare = bare;
        this.animated = animated;
    }

    static PngChunks of(byte[] stream) throws CodecException {
        ByteArrayOutputStream out = new ByteArrayOutputStream(stream.length);
        out.write(stream, 0, SIGNATURE);
        boolean animated = false;
        int at = SIGNATURE;
        while (at + 12 <= stream.length) {
            long length = Integer.toUnsignedLong(ByteBuffer.wrap(stream, at, 4).getInt());
            if (length > stream.length - at - 12) {
                throw new CodecException("it is cut short (at byte " + at + ")");
            }
            String type = new String(stream, at + 4, 4, StandardCharsets.ISO_8859_1);
            animated |= type.equals("acTL");
            if (PICTURE.contains(type)) {
                out.write(stream, at, (int) length + 12);
            }
            at += (int) length + 12;
            if (type.equals("IEND")) {
                return new PngChunks(out.toByteArray(), animated);
            }
        }
        throw new CodecException("it is cut short (at byte " + at + ")");
    }

    byte[] bare() {
        return bare;
    }

    boolean isAnimated() {
        return animated;
    }
}
