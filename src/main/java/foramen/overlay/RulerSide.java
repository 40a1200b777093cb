package foramen.overlay;

import foramen.domain.clip.Frame;
import foramen.domain.clip.Region;

/** On which side of the picture the depth ruler stands: where the picture is darker, so that it covers least. */
public enum RulerSide {
    LEFT, RIGHT;

    /** How much of the picture's width a ruler with its figures takes (engineering default). */
    private static final double SHARE = 0.1;
    /** Grey levels by which the left has to be darker; nearly alike, the ruler stands where it always stands. */
    private static final double CLEARLY = 4;

    /** The side of {@code region} with the darker margin on {@code frame}. */
    public static RulerSide darker(Frame frame, Region region) {
        int from = Math.clamp(region.minX(), 0, frame.columns() - 1);
        int to = Math.clamp(region.maxX(), from, frame.columns() - 1);
        int band = Math.max(1, (int) Math.round((to - from + 1) * SHARE));
        double left = mean(frame, region, from, from + band);
        double right = mean(frame, region, to + 1 - band, to + 1);
        return left < right - CLEARLY ? LEFT : RIGHT;
    }

    private static double mean(Frame frame, Region region, int fromX, int toX) {
        int fromY = Math.clamp(region.minY(), 0, frame.rows() - 1);
        int toY = Math.clamp(region.maxY(), fromY, frame.rows() - 1);
        long sum = 0;
        for (int y = fromY; y <= toY; y++) {
            for (int x = fromX; x < toX; x++) {
                int p = frame.argb(x, y);
                // Green stands for brightness; scanners' overlays in colour count as what they cover.
                sum += Math.max(p >> 8 & 0xFF, Math.max(p >> 16 & 0xFF, p & 0xFF));
            }
        }
        return sum / (double) ((toY - fromY + 1L) * (toX - fromX));
    }
}
