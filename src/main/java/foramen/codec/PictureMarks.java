package foramen.codec;

import java.util.Optional;

/** How picture files start. */
final class PictureMarks {
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

    private PictureMarks() {}

    static Optional<PictureFile.Kind> kindOf(byte[] head) {
        if (starts(head, (byte) 0xFF, (byte) 0xD8, (byte) 0xFF)) {
            return Optional.of(PictureFile.Kind.JPEG);
        }
        if (starts(head, PNG)) {
            return Optional.of(PictureFile.Kind.PNG);
        }
        boolean little = starts(head, (byte) 'I', (byte) 'I', (byte) 42, (byte) 0)
                || starts(head, (byte) 'I', (byte) 'I', (byte) 43, (byte) 0);
        boolean big = starts(head, (byte) 'M', (byte) 'M', (byte) 0, (byte) 42)
                || starts(head, (byte) 'M', (byte) 'M', (byte) 0, (byte) 43);
        if (little || big) {
            return Optional.of(PictureFile.Kind.TIFF);
        }
        if (starts(head, (byte) 'G', (byte) 'I', (byte) 'F', (byte) '8')) {
            return Optional.of(PictureFile.Kind.GIF);
        }
        return isBmp(head) ? Optional.of(PictureFile.Kind.BMP) : Optional.empty();
    }

    /** Two letters are no mark; the size of the header that follows must be one of those there are. */
    private static boolean isBmp(byte[] head) {
        if (head.length < 26 || head[0] != 'B' || head[1] != 'M') {
            return false;
        }
        return head[15] == 0 && head[16] == 0 && head[17] == 0 && switch (head[14]) {
            case 12, 40, 52, 56, 64, 108, 124 -> true;
            default -> false;
        };
    }

    private static boolean starts(byte[] head, byte... mark) {
        if (head.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if (head[i] != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
