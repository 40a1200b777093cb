package foramen.ui.viewer;

import foramen.domain.clip.Frame;
import foramen.workspace.display.PictureFilter;

/**
 * What the display does to the picture beside window and level. The stored pixels, and whatever is measured or exported,
 * stay what they are.
 *
 * @param inverted whether dark is shown bright
 * @param gamma the exponent is its inverse: above 1 lifts the dark greys
 * @param map the colours of grey values
 * @param filter what is filtered away
 */
public record PictureLook(boolean inverted, double gamma, ColourMap map, PictureFilter filter) {
    /** The picture as it is. */
    public static final PictureLook PLAIN = new PictureLook(false, 1, ColourMap.GREY, PictureFilter.NONE);

    /** Engineering defaults: beyond these nothing is told apart any more. */
    private static final double LOWEST = 0.4;
    private static final double HIGHEST = 2.5;
    private static final int VALUES = 256;
    private static final double WHITE = 255;

    /** Keeps gamma within what is useful. */
    public PictureLook {
        gamma = Math.clamp(gamma, LOWEST, HIGHEST);
    }

    /** This, dark for bright. */
    public PictureLook turned() {
        return new PictureLook(!inverted, gamma, map, filter);
    }

    /** This with another gamma. */
    public PictureLook withGamma(double next) {
        return new PictureLook(inverted, next, map, filter);
    }

    /** This in other colours. */
    public PictureLook withMap(ColourMap next) {
        return new PictureLook(inverted, gamma, next, filter);
    }

    /** This with another filter. */
    public PictureLook withFilter(PictureFilter next) {
        return new PictureLook(inverted, gamma, map, next);
    }

    /** Whether grey values are shown as they come from window and level. */
    boolean keepsGreys() {
        return !inverted && gamma == 1 && map.equals(ColourMap.GREY);
    }

    /**
     * Writes the shown pixels of {@code frame} to {@code out}: grey ones through window, gamma, inversion and colours;
     * coloured ones, such as Doppler, through window and gamma only, because their hue has a meaning.
     */
    void apply(Frame frame, WindowLevel window, int[] out) {
        if (keepsGreys()) {
            window.apply(frame, out);
            return;
        }
        int[] windowed = window.table();
        int[] curved = new int[VALUES];
        int[] colours = new int[VALUES];
        for (int v = 0; v < VALUES; v++) {
            curved[v] = (int) Math.round(WHITE * Math.pow(windowed[v] / WHITE, 1 / gamma));
            colours[v] = map.colours().get(inverted ? VALUES - 1 - curved[v] : curved[v]);
        }
        int[] in = frame.argb();
        for (int i = 0; i < in.length; i++) {
            int red = in[i] >> 16 & 0xFF;
            int green = in[i] >> 8 & 0xFF;
            int blue = in[i] & 0xFF;
            out[i] = red == green && red == blue
                    ? colours[red]
                    : 0xFF000000 | curved[red] << 16 | curved[green] << 8 | curved[blue];
        }
    }
}
