package foramen.dicom.pixel;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** What tells where a frame starts or ends in a row of fragments (DICOM PS3.5 annex A.4). */
record Framing(Kind kind, int segments) {
    /** How the frames of a file are marked. */
    enum Kind {
        /** By nothing. */
        NONE,
        /** By start and end marks of the JPEG families. */
        JPEG,
        /** By the header of RLE. */
        RLE
    }

    static final Framing UNMARKED = new Framing(Kind.NONE, 0);
    static final Framing JPEG = new Framing(Kind.JPEG, 0);
    /** How many bytes at the start of a fragment are looked at: the header of RLE. */
    static final int HEAD = 64;
    /** How far before the end of a fragment an end mark may stand, as DICOM toolkits have it (engineering default). */
    static final int TAIL = 10;

    static Framing rle(PixelFormat format) {
        return new Framing(Kind.RLE, Math.max(1, format.bitsAllocated() / 8) * format.samples());
    }

    boolean hasMarks() {
        return kind != Kind.NONE;
    }

    boolean isRle() {
        return kind == Kind.RLE;
    }

    /** Whether a fragment of {@code length} bytes that begins like this can be the first of a frame. */
    boolean starts(byte[] head, long length) {
        return switch (kind) {
            case NONE -> true;
            case JPEG -> head.length < 2 || startsJpeg(head);
            case RLE -> startsRle(head);
        };
    }

    /** Whether a picture of JPEG or JPEG-LS (FFD8H) or a codestream of JPEG 2000 (FF4FH) starts like this. */
    static boolean startsJpeg(byte[] head) {
        return head[0] == (byte) 0xFF && (head[1] == (byte) 0xD8 || head[1] == 0x4F);
    }

    /** The number of segments is the right one, the first starts behind the header, and each behind the one before. */
    private boolean startsRle(byte[] head) {
        if (head.length < HEAD) {
            return false;
        }
        ByteBuffer words = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN);
        boolean right = words.getInt(0) == segments && words.getInt(4) == HEAD;
        for (int i = 2; i <= 15 && right; i++) {
            int offset = words.getInt(4 * i);
            right = i <= segments ? Integer.compareUnsigned(offset, words.getInt(4 * i - 4)) > 0 : offset == 0;
        }
        return right;
    }

    /** Whether a frame ends with a fragment that ends like this. */
    boolean endsBefore(byte[] tail) {
        for (int i = 0; kind == Kind.JPEG && i + 1 < tail.length; i++) {
            if (tail[i] == (byte) 0xFF && tail[i + 1] == (byte) 0xD9) {
                return true;
            }
        }
        return false;
    }
}
