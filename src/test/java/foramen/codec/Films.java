package foramen.codec;

import java.io.IOException;
import java.io.InputStream;

/** The committed films; README.txt beside them says how they were made. */
public final class Films {
    private Films() {}

    /** The film {@code name}, 48 pictures of 192 × 128 that carry their numbers. */
    public static byte[] bytes(String name) throws IOException {
        try (InputStream in = Films.class.getResourceAsStream("films/" + name)) {
            if (in == null) {
                throw new IOException("no film " + name);
            }
            return in.readAllBytes();
        }
    }

    /** A film in memory, read in small pieces. */
    public static final class Memory implements VideoSource {
        private final byte[] bytes;
        private final int most;
        private volatile boolean failing;
        private volatile boolean closed;

        public Memory(byte[] bytes, int most) {
            this.bytes = bytes;
            this.most = Math.max(1, most);
        }

        void fail() {
            failing = true;
        }

        boolean isClosed() {
            return closed;
        }

        @Override
        public long size() {
            return bytes.length;
        }

        @Override
        public int read(long position, byte[] target, int from, int length) throws IOException {
            if (failing) {
                throw new IOException("the source is gone");
            }
            if (position >= bytes.length) {
                return -1;
            }
            int n = (int) Math.min(Math.min(length, most), bytes.length - position);
            System.arraycopy(bytes, (int) position, target, from, n);
            return n;
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
