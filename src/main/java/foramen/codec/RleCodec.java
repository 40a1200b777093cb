package foramen.codec;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** RLE of DICOM PS3.5 annex G: up to fifteen byte planes, each packed by itself. */
public final class RleCodec {
    private static final int HEADER = 64;
    private static final int MOST_SEGMENTS = 15;
    private static final int LONGEST_RUN = 128;

    /**
     * Decoded planes.
     *
     * @param planes one for each segment, each of the length asked for
     * @param complete whether every plane was there to its end; what was missing is nought
     */
    public record Planes(List<byte[]> planes, boolean complete) {
        /** Copies the list. */
        public Planes {
            planes = List.copyOf(planes);
        }
    }

    private RleCodec() {}

    /**
     * Unpacks a frame.
     *
     * @param planeBytes the length of each plane, rows times columns; no run writes beyond it
     * @throws CodecException when the header makes no sense
     */
    public static Planes decode(byte[] frame, int expectedSegments, int planeBytes) throws CodecException {
        if (frame.length < HEADER) {
            throw new CodecException("its RLE header is cut short");
        }
        ByteBuffer header = ByteBuffer.wrap(frame).order(ByteOrder.LITTLE_ENDIAN);
        int segments = header.getInt(0);
        if (segments != expectedSegments || segments < 1 || segments > MOST_SEGMENTS) {
            throw new CodecException("it has " + Integer.toUnsignedString(segments) + " RLE segments instead of "
                    + expectedSegments);
        }
        List<byte[]> planes = new ArrayList<>(segments);
        boolean complete = true;
        for (int i = 0; i < segments; i++) {
            long from = header.getInt(4 + 4 * i) & 0xFFFFFFFFL;
            long to = i + 1 < segments ? header.getInt(8 + 4 * i) & 0xFFFFFFFFL : frame.length;
            if (from < HEADER || from > frame.length || to < from) {
                throw new CodecException("its RLE segment " + (i + 1) + " lies outside the frame");
            }
            byte[] plane = new byte[planeBytes];
            complete &= unpack(frame, (int) from, (int) Math.min(to, frame.length), plane) == planeBytes;
            planes.add(plane);
        }
        return new Planes(planes, complete);
    }

    private static int unpack(byte[] in, int from, int to, byte[] out) {
        int at = from;
        int filled = 0;
        while (at < to && filled < out.length) {
            int n = in[at++];
            if (n >= 0) {
                int length = Math.min(Math.min(n + 1, to - at), out.length - filled);
                System.arraycopy(in, at, out, filled, length);
                at += n + 1;
                filled += length;
            } else if (n != Byte.MIN_VALUE && at < to) {
                int length = Math.min(1 - n, out.length - filled);
                Arrays.fill(out, filled, filled + length, in[at++]);
                filled += length;
            }
        }
        return filled;
    }

    /**
     * Packs byte planes, most significant first; rows are packed by themselves, as the standard asks.
     *
     * @param planes one to fifteen planes of whole rows
     * @param columns the length of a row
     */
    public static byte[] encode(List<byte[]> planes, int columns) {
        if (planes.isEmpty() || planes.size() > MOST_SEGMENTS) {
            throw new IllegalArgumentException(planes.size() + " planes are not one to fifteen");
        }
        ByteBuffer header = ByteBuffer.allocate(HEADER).order(ByteOrder.LITTLE_ENDIAN).putInt(planes.size());
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (byte[] plane : planes) {
            header.putInt(HEADER + body.size());
            for (int row = 0; row < plane.length; row += columns) {
                pack(plane, row, row + columns, body);
            }
            if (body.size() % 2 != 0) {
                body.write(0);
            }
        }
        byte[] frame = Arrays.copyOf(header.array(), HEADER + body.size());
        System.arraycopy(body.toByteArray(), 0, frame, HEADER, body.size());
        return frame;
    }

    private static void pack(byte[] in, int from, int to, ByteArrayOutputStream out) {
        int at = from;
        int literal = from;
        while (at < to) {
            int run = run(in, at, to);
            // Two alike inside a literal cost nothing extra when left there; three or more pay.
            if (run >= 3 || (run == 2 && literal == at)) {
                literal(in, literal, at, out);
                out.write(1 - run);
                out.write(in[at]);
                at += run;
                literal = at;
            } else {
                at += run;
            }
        }
        literal(in, literal, to, out);
    }

    private static int run(byte[] in, int at, int to) {
        int end = at + 1;
        while (end < to && end - at < LONGEST_RUN && in[end] == in[at]) {
            end++;
        }
        return end - at;
    }

    private static void literal(byte[] in, int from, int to, ByteArrayOutputStream out) {
        for (int at = from; at < to; at += LONGEST_RUN) {
            int length = Math.min(LONGEST_RUN, to - at);
            out.write(length - 1);
            out.write(in, at, length);
        }
    }
}
