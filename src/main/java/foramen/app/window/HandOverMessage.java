package foramen.app.window;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What one start of the program says to another: the four bytes {@code FOR1}, how many names follow, and each name as its
 * length and UTF-8. The answer is one byte. Nothing in it is an option or a command.
 */
final class HandOverMessage {
    static final byte YES = 'Y';
    static final byte NO = 'N';
    /** Files of one hand-over, and bytes of one name: more than any file manager passes (engineering defaults). */
    static final int MOST_FILES = 1000;
    static final int MOST_BYTES = 8192;
    private static final int MAGIC = 0x464F5231;

    private HandOverMessage() {}

    /** That what came is no such message. */
    static final class Malformed extends IOException {
        private static final long serialVersionUID = 1L;

        Malformed(Fault why) {
            super(why.name());
        }
    }

    /** What may be wrong with one; for the log. */
    enum Fault {
        TOO_MANY_FILES, NAME_TOO_LONG, NOT_OURS, NAME_IS_NO_TEXT, ENDS_TOO_EARLY, NO_READABLE_ABSOLUTE_FILE, NO_PATH
    }

    static ByteBuffer of(List<String> names) throws Malformed {
        if (names.size() > MOST_FILES) {
            throw new Malformed(Fault.TOO_MANY_FILES);
        }
        List<byte[]> all = names.stream().map(n -> n.getBytes(StandardCharsets.UTF_8)).toList();
        if (all.stream().anyMatch(n -> n.length > MOST_BYTES)) {
            throw new Malformed(Fault.NAME_TOO_LONG);
        }
        ByteBuffer message = ByteBuffer
                .allocate(2 * Integer.BYTES + all.stream().mapToInt(n -> Integer.BYTES + n.length).sum());
        message.putInt(MAGIC).putInt(all.size());
        all.forEach(n -> message.putInt(n.length).put(n));
        return message.flip();
    }

    static List<String> read(ReadableByteChannel from) throws IOException {
        ByteBuffer head = bytes(from, 2 * Integer.BYTES);
        if (head.getInt() != MAGIC) {
            throw new Malformed(Fault.NOT_OURS);
        }
        int count = within(head.getInt(), MOST_FILES, Fault.TOO_MANY_FILES);
        List<String> names = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int length = within(bytes(from, Integer.BYTES).getInt(), MOST_BYTES, Fault.NAME_TOO_LONG);
            try {
                names.add(StandardCharsets.UTF_8.newDecoder().decode(bytes(from, length)).toString());
            } catch (CharacterCodingException e) {
                throw new Malformed(Fault.NAME_IS_NO_TEXT);
            }
        }
        return names;
    }

    /** Whether the answer is yes. */
    static boolean answer(ReadableByteChannel from) throws IOException {
        return bytes(from, 1).get() == YES;
    }

    static void write(WritableByteChannel to, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            to.write(bytes);
        }
    }

    private static int within(int number, int most, Fault why) throws Malformed {
        if (number < 0 || number > most) {
            throw new Malformed(why);
        }
        return number;
    }

    private static ByteBuffer bytes(ReadableByteChannel from, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(length);
        while (buffer.hasRemaining()) {
            if (from.read(buffer) < 0) {
                throw new Malformed(Fault.ENDS_TOO_EARLY);
            }
        }
        return buffer.flip();
    }
}
