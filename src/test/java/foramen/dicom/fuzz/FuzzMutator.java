package foramen.dicom.fuzz;

import foramen.dicom.data.Tag;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/** Changes files as damage and malice do; the same random numbers make the same file. */
final class FuzzMutator {
    private static final int START = 132;
    private static final long[] LENGTHS = {0, 1, 2, 7, 8, 0x7F, 0xFF, 0xFFFE, 0xFFFF, 0x10000, 0x7FFFFFFFL, 0x80000000L,
            0xFFFFFFF0L, 0xFFFFFFFEL, 0xFFFFFFFFL};
    private static final int[] TAGS = {0, Tag.ITEM, Tag.ITEM_END, Tag.SEQUENCE_END, Tag.PIXEL_DATA,
            Tag.ULTRASOUND_REGIONS, Tag.SPECIFIC_CHARACTER_SET, Tag.TRANSFER_SYNTAX_UID, Tag.NUMBER_OF_FRAMES,
            Tag.EXTENDED_OFFSET_TABLE, 0x00091001, 0x00090010, 0x60003000, 0xFFFCFFFC, Tag.FRAME_TIME_VECTOR};
    private static final int[] DESCRIPTION = {Tag.ROWS, Tag.COLUMNS, Tag.SAMPLES_PER_PIXEL, Tag.BITS_ALLOCATED,
            Tag.BITS_STORED, Tag.HIGH_BIT, Tag.PIXEL_REPRESENTATION, Tag.PLANAR_CONFIGURATION, 0x00281101, 0x00281102,
            Tag.REGION_MIN_X0, Tag.PHYSICAL_DELTA_X};
    private static final int[] NUMBERS = {0, 1, 2, 3, 4, 7, 8, 12, 15, 16, 17, 32, 64, 255, 256, 1000, 4096, 32767,
            65535};
    private static final String[] REPRESENTATIONS = {"UN", "SQ", "OB", "OW", "US", "FD", "DS", "PN", "UT", "??", "OV",
            "SV", "AT"};

    private final List<FuzzSeed> seeds;
    private final RandomGenerator random;

    FuzzMutator(List<FuzzSeed> seeds, RandomGenerator random) {
        this.seeds = seeds;
        this.random = random;
    }

    byte[] mutate(byte[] seed) {
        byte[] bytes = seed.clone();
        int changes = 1 + random.nextInt(3);
        for (int i = 0; i < changes && bytes.length > START + 16; i++) {
            bytes = change(bytes);
        }
        return random.nextInt(40) == 0 ? deflated(bytes) : bytes;
    }

    private byte[] change(byte[] bytes) {
        switch (random.nextInt(13)) {
            case 0 -> bits(bytes, START, bytes.length);
            case 1 -> values(bytes, START, bytes.length);
            case 2, 3 -> length(bytes);
            case 4 -> tag(bytes);
            case 5 -> representation(bytes);
            case 6 -> {
                return Arrays.copyOf(bytes, START + random.nextInt(bytes.length - START));
            }
            case 7 -> {
                return splice(bytes);
            }
            case 8 -> description(bytes);
            case 9, 10 -> stream(bytes);
            case 11 -> {
                return cut(bytes);
            }
            default -> {
                return repeat(bytes);
            }
        }
        return bytes;
    }

    private int place(int from, int to) {
        return from + random.nextInt(Math.max(1, to - from));
    }

    private void bits(byte[] bytes, int from, int to) {
        int count = 1 + random.nextInt(8);
        for (int i = 0; i < count; i++) {
            bytes[place(from, to)] ^= (byte) (1 << random.nextInt(8));
        }
    }

    private void values(byte[] bytes, int from, int to) {
        int count = 1 + random.nextInt(4);
        for (int i = 0; i < count; i++) {
            bytes[place(from, to)] = (byte) switch (random.nextInt(3)) {
                case 0 -> 0;
                case 1 -> 0xFF;
                default -> random.nextInt(256);
            };
        }
    }

    /** The start of an element near a random place: four bytes before two capitals, or an item. */
    private int header(byte[] bytes) {
        int from = place(START, bytes.length - 8);
        for (int at = from; at < Math.min(from + 200, bytes.length - 12); at++) {
            boolean named = bytes[at + 4] >= 'A' && bytes[at + 4] <= 'Z' && bytes[at + 5] >= 'A'
                    && bytes[at + 5] <= 'Z';
            boolean item = bytes[at] == (byte) 0xFE && bytes[at + 1] == (byte) 0xFF && bytes[at + 3] == (byte) 0xE0;
            if (named || item) {
                return at;
            }
        }
        return Math.min(from, bytes.length - 12);
    }

    private void length(byte[] bytes) {
        int at = header(bytes);
        long value = LENGTHS[random.nextInt(LENGTHS.length)];
        boolean item = bytes[at] == (byte) 0xFE && bytes[at + 1] == (byte) 0xFF;
        boolean named = !item && bytes[at + 4] >= 'A' && bytes[at + 5] >= 'A';
        boolean wide = item || !named || (bytes[at + 6] == 0 && bytes[at + 7] == 0 && random.nextBoolean());
        if (random.nextInt(3) == 0) {
            value = (long) (bytes[at + (item || !named ? 4 : 6)] & 0xFF) + random.nextInt(-3, 4);
        }
        little(bytes, at + (item || !named ? 4 : wide ? 8 : 6), value, wide ? 4 : 2);
    }

    private static void little(byte[] bytes, int at, long value, int size) {
        for (int i = 0; i < size && at + i < bytes.length; i++) {
            bytes[at + i] = (byte) (value >>> (8 * i));
        }
    }

    private void tag(byte[] bytes) {
        int at = header(bytes);
        if (random.nextBoolean()) {
            int tag = TAGS[random.nextInt(TAGS.length)];
            little(bytes, at, Tag.group(tag) | (long) Tag.element(tag) << 16, 4);
        } else {
            int other = header(bytes);
            for (int i = 0; i < 4; i++) {
                byte b = bytes[at + i];
                bytes[at + i] = bytes[other + i];
                bytes[other + i] = b;
            }
        }
    }

    private void representation(byte[] bytes) {
        int at = header(bytes);
        String vr = REPRESENTATIONS[random.nextInt(REPRESENTATIONS.length)];
        bytes[at + 4] = (byte) vr.charAt(0);
        bytes[at + 5] = (byte) vr.charAt(1);
    }

    private byte[] splice(byte[] bytes) {
        byte[] other = seeds.get(random.nextInt(seeds.size())).bytes();
        if (other.length < START + 16) {
            return bytes;
        }
        int head = header(bytes);
        int tail = header(other);
        byte[] joined = Arrays.copyOf(bytes, head + other.length - tail);
        System.arraycopy(other, tail, joined, head, other.length - tail);
        return joined;
    }

    private void description(byte[] bytes) {
        int tag = DESCRIPTION[random.nextInt(DESCRIPTION.length)];
        int at = find(bytes, tag, START);
        if (at < 0) {
            return;
        }
        int value = NUMBERS[random.nextInt(NUMBERS.length)];
        // Smaller values come about more often, for a picture of 65535 columns is slow to refuse.
        little(bytes, at + 8, value > 4096 && random.nextInt(4) != 0 ? value >> 8 : value, 2);
    }

    private static int find(byte[] bytes, int tag, int from) {
        byte g = (byte) Tag.group(tag);
        byte h = (byte) (Tag.group(tag) >> 8);
        byte e = (byte) Tag.element(tag);
        byte f = (byte) (Tag.element(tag) >> 8);
        for (int at = from; at + 12 <= bytes.length; at++) {
            if (bytes[at] == g && bytes[at + 1] == h && bytes[at + 2] == e && bytes[at + 3] == f) {
                return at;
            }
        }
        return -1;
    }

    /** Changes the pixel data only, mostly where the headers of its streams are. */
    private void stream(byte[] bytes) {
        int pixels = find(bytes, Tag.PIXEL_DATA, START);
        if (pixels < 0 || pixels + 40 > bytes.length) {
            bits(bytes, START, bytes.length);
            return;
        }
        int from = pixels + 12;
        int to = random.nextInt(3) == 0 ? bytes.length : Math.min(bytes.length, from + 200);
        int mark = place(from, to - 4);
        for (int at = mark; at < to - 4; at++) {
            if (bytes[at] == (byte) 0xFF && bytes[at + 1] != 0 && random.nextBoolean()) {
                marker(bytes, at);
                return;
            }
        }
        if (random.nextBoolean()) {
            bits(bytes, from, to);
        } else {
            values(bytes, from, to);
        }
    }

    private void marker(byte[] bytes, int at) {
        switch (random.nextInt(4)) {
            case 0 -> bytes[at + 1] = (byte) random.nextInt(0x4F, 0x100);
            case 1 -> {
                bytes[at + 2] = 0;
                bytes[at + 3] = (byte) random.nextInt(16);
            }
            case 2 -> {
                bytes[at + 2] = (byte) 0xFF;
                bytes[at + 3] = (byte) 0xFF;
            }
            default -> values(bytes, at + 2, Math.min(bytes.length, at + 40));
        }
    }

    private byte[] cut(byte[] bytes) {
        int from = random.nextBoolean() ? header(bytes) : place(START, bytes.length);
        int to = Math.min(bytes.length, from + 1 + random.nextInt(random.nextBoolean() ? 8 : 400));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(bytes, 0, from);
        out.write(bytes, to, bytes.length - to);
        return out.toByteArray();
    }

    private byte[] repeat(byte[] bytes) {
        int from = random.nextBoolean() ? header(bytes) : place(START, bytes.length);
        int length = Math.min(bytes.length - from, 1 + random.nextInt(80));
        int times = random.nextInt(8) == 0 ? 300 : 1 + random.nextInt(4);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(bytes, 0, from);
        for (int i = 0; i < times; i++) {
            out.write(bytes, from, length);
        }
        out.write(bytes, from, bytes.length - from);
        return out.toByteArray();
    }

    private static byte[] deflated(byte[] bytes) {
        int at = bytes.length > 200 ? find(bytes, 0x00080005, START) : -1;
        return at < 0 ? bytes : FuzzSeeds.deflated(Arrays.copyOfRange(bytes, at, bytes.length));
    }
}
