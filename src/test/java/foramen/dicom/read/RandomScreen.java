package foramen.dicom.read;

import foramen.dicom.data.Tag;
import foramen.dicom.data.TransferSyntax;
import foramen.dicom.data.Uid;
import foramen.dicom.io.DicomBytes;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** An ultrasound screen with regions right and wrong, as numbers for an oracle and as the bytes of a DICOM file. */
record RandomScreen(List<Box> boxes, String pixelSpacing, String photometric) {
    static final int COLUMNS = 96;
    static final int ROWS = 64;

    private static final double[] DELTAS = {0.01, 0.0100005, 0.02, 0.0362, 0.005};
    private static final double[] ASPECTS = {1, 1, 1.5, 0.4};
    private static final double[] ODD = {0, Double.NaN, Double.POSITIVE_INFINITY, 1e308, 1e-300, 50, -0.0};
    private static final int[][] UNITS = {{3, 3}, {3, 3}, {3, 3}, {3, 3}, {4, 3}, {4, 7}, {4, 5}, {0, 0}, {3, 0},
            {7, 3}};
    private static final int[] FORMATS = {1, 1, 1, 1, 1, 1, 2, 2, 3, 3, 4, 5, 0};
    private static final int[] TYPES = {1, 1, 1, 2, 2, 3, 4, 0x0A, 0x0D};
    private static final String[] SPACINGS = {"", "", "", "0.2\\0.1", "0.1\\0.1", "0.3", "0\\0.1", "a\\b",
            "0.1\\0.2\\0.3",
            "-1\\-1"};
    private static final String[] PHOTOMETRICS = {"MONOCHROME2", "RGB", "YBR_FULL", "PALETTE COLOR"};

    /** One region as the file has it. */
    record Box(int format, int type, int flags, int minX, int minY, int maxX, int maxY, int unitsX, int unitsY,
            double deltaX, double deltaY, int referenceY, boolean referenced, double valueY, int coding) {}

    static RandomScreen of(Random random) {
        List<Box> boxes = new ArrayList<>();
        int count = random.nextInt(5);
        for (int i = 0; i < count; i++) {
            boxes.add(box(random, i));
        }
        return new RandomScreen(boxes, pick(random, SPACINGS), pick(random, PHOTOMETRICS));
    }

    private static Box box(Random random, int index) {
        int[] r = place(random, index);
        int format = FORMATS[random.nextInt(FORMATS.length)];
        int[] units = UNITS[random.nextInt(UNITS.length)];
        if (random.nextBoolean() && format >= 2 && format <= 4) {
            units = new int[]{4, format == 2 ? 3 : random.nextBoolean() ? 7 : 5};
        }
        int type = format == 3 ? 3 + random.nextInt(2) : TYPES[random.nextInt(format == 1 ? 5 : TYPES.length)];
        double delta = DELTAS[random.nextInt(DELTAS.length)];
        double x = delta * (random.nextInt(3) == 0 ? -1 : 1);
        double y = delta * ASPECTS[random.nextInt(ASPECTS.length)] * (random.nextInt(3) == 0 ? -1 : 1);
        if (random.nextInt(8) == 0) {
            x = ODD[random.nextInt(ODD.length)];
        }
        if (random.nextInt(12) == 0) {
            y = ODD[random.nextInt(ODD.length)];
        }
        return new Box(format, type, random.nextInt(8), r[0], r[1], r[2], r[3], units[0], units[1], x, y,
                random.nextInt(40) - 10, random.nextBoolean(), random.nextInt(3) - 1, random.nextInt(3));
    }

    /** A panel of a quad screen, an overlapping one, all of it, or one that is wrong. */
    private static int[] place(Random random, int index) {
        int left = index % 2 * 48;
        int top = index / 2 * 32;
        return switch (random.nextInt(10)) {
            case 0 -> new int[]{0, 0, COLUMNS - 1, ROWS - 1};
            case 1 -> new int[]{left + 20, top, left + 4, top + 30};
            case 2 -> new int[]{left + 8, top + 8, COLUMNS + 30, ROWS + 10};
            case 3 -> new int[]{COLUMNS + 4, 0, COLUMNS + 40, 20};
            case 4, 5 -> new int[]{10, 6, 70, 50};
            default -> new int[]{left, top, left + 47, top + 31};
        };
    }

    private static String pick(Random random, String[] from) {
        return from[random.nextInt(from.length)];
    }

    byte[] bytes(int number) {
        boolean colour = photometric.equals("RGB") || photometric.equals("YBR_FULL");
        DicomBytes file = DicomBytes.explicit().text(Tag.SOP_CLASS_UID, "UI", Uid.US_IMAGE)
                .text(Tag.SOP_INSTANCE_UID, "UI", "2.25.77" + number);
        if (!boxes.isEmpty()) {
            file.header(Tag.ULTRASOUND_REGIONS, "SQ", DicomBytes.UNDEFINED);
            boxes.forEach(b -> {
                byte[] item = item(b);
                file.mark(Tag.ITEM, item.length).raw(item);
            });
            file.mark(Tag.SEQUENCE_END, 0);
        }
        file.number(Tag.SAMPLES_PER_PIXEL, "US", 2, colour ? 3 : 1)
                .text(Tag.PHOTOMETRIC_INTERPRETATION, "CS", photometric);
        if (colour) {
            file.number(Tag.PLANAR_CONFIGURATION, "US", 2, 0);
        }
        file.number(Tag.ROWS, "US", 2, ROWS).number(Tag.COLUMNS, "US", 2, COLUMNS);
        if (!pixelSpacing.isEmpty()) {
            file.text(Tag.PIXEL_SPACING, "DS", pixelSpacing);
        }
        file.number(Tag.BITS_ALLOCATED, "US", 2, 8).number(Tag.BITS_STORED, "US", 2, 8)
                .number(Tag.HIGH_BIT, "US", 2, 7).number(Tag.PIXEL_REPRESENTATION, "US", 2, 0);
        if (photometric.equals("PALETTE COLOR")) {
            for (int i = 0; i < 3; i++) {
                file.bytes(Tag.RED_PALETTE_DESCRIPTOR + i, "US", new byte[]{0, 1, 0, 0, 16, 0});
            }
            for (int i = 0; i < 3; i++) {
                file.bytes(Tag.RED_PALETTE_DATA + i, "OW", new byte[512]);
            }
        }
        file.bytes(Tag.PIXEL_DATA, "OB", new byte[COLUMNS * ROWS * (colour ? 3 : 1)]);
        return DicomBytes.file(TransferSyntax.EXPLICIT_LITTLE_ENDIAN.uid(), file.bytes());
    }

    private static byte[] item(Box b) {
        DicomBytes item = DicomBytes.explicit().number(Tag.REGION_SPATIAL_FORMAT, "US", 2, b.format())
                .number(Tag.REGION_DATA_TYPE, "US", 2, b.type()).number(Tag.REGION_FLAGS, "UL", 4, b.flags())
                .number(Tag.REGION_MIN_X0, "UL", 4, b.minX()).number(Tag.REGION_MIN_Y0, "UL", 4, b.minY())
                .number(Tag.REGION_MAX_X1, "UL", 4, b.maxX()).number(Tag.REGION_MAX_Y1, "UL", 4, b.maxY());
        if (b.referenced()) {
            item.number(Tag.REFERENCE_PIXEL_X0, "SL", 4, 5).number(Tag.REFERENCE_PIXEL_Y0, "SL", 4, b.referenceY());
        }
        item.number(Tag.PHYSICAL_UNITS_X, "US", 2, b.unitsX()).number(Tag.PHYSICAL_UNITS_Y, "US", 2, b.unitsY());
        real(item, Tag.REFERENCE_VALUE_Y, b.valueY(), 0);
        real(item, Tag.PHYSICAL_DELTA_X, b.deltaX(), b.coding());
        real(item, Tag.PHYSICAL_DELTA_Y, b.deltaY(), b.coding());
        if (b.coding() == 1) {
            // Retired twins of the Doppler sample volume and TM-line: of no consequence.
            item.number(0x00186038, "UL", 4, 7).number(0x0018603A, "UL", 4, 9).number(0x0018603C, "UL", 4, 3);
        }
        return item.bytes();
    }

    /** As FD, as text, or as FD with a wrong representation in the header. */
    private static void real(DicomBytes item, int tag, double value, int coding) {
        boolean finite = Double.isFinite(value) && Math.abs(value) < 100;
        if (coding == 1 && finite) {
            item.text(tag, "DS", String.format(Locale.ROOT, "%.10f", value));
            return;
        }
        byte[] raw = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putDouble(value).array();
        item.bytes(tag, coding == 2 ? "UN" : "FD", raw);
    }
}
