package foramen.ui.viewer;

import foramen.domain.clip.Frame;

/**
 * Contrast and brightness of the shown picture: values across {@code width} round {@code level} spread over black to
 * white. The stored pixels stay what they are.
 *
 * @param width how many of the 256 values are spread, at least one
 * @param level the value shown as middle grey
 */
public record WindowLevel(double width, double level) {
    /** Shows the pixels as they are. */
    public static final WindowLevel NEUTRAL = new WindowLevel(256, 128);

    private static final int VALUES = 256;

    /** Keeps both within what is useful. */
    public WindowLevel {
        width = Math.clamp(width, 1.0, 2.0 * VALUES);
        level = Math.clamp(level, 0.0, (double) VALUES);
    }

    /** This window, wider and higher by so much. */
    public WindowLevel changed(double dWidth, double dLevel) {
        return new WindowLevel(width + dWidth, level + dLevel);
    }

    /** What each stored value is shown as. */
    int[] table() {
        int[] table = new int[VALUES];
        double low = level - width / 2;
        for (int v = 0; v < VALUES; v++) {
            table[v] = Math.clamp(Math.round((v - low) / width * VALUES), 0, VALUES - 1);
        }
        return table;
    }

    /** Writes the shown pixels of {@code frame} to {@code out}, each colour through the same table. */
    void apply(Frame frame, int[] out) {
        int[] in = frame.argb();
        if (equals(NEUTRAL)) {
            System.arraycopy(in, 0, out, 0, in.length);
            return;
        }
        int[] table = table();
        for (int i = 0; i < in.length; i++) {
            int p = in[i];
            out[i] = 0xFF000000 | table[p >> 16 & 0xFF] << 16 | table[p >> 8 & 0xFF] << 8 | table[p & 0xFF];
        }
    }
}
