package foramen.vision;

import foramen.geometry.Point;
import foramen.geometry.Polygon;
import ij.gui.PolygonRoi;
import ij.gui.Roi;
import ij.measure.Measurements;
import ij.process.ByteProcessor;
import ij.process.ImageStatistics;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * How bright the echoes inside an outline are, on the display's scale of 0 to 255 (ImageJ's statistics of a polygon).
 *
 * <p>The figure hangs on gain, depth and compression: it may be compared only between pictures taken with the same
 * settings.
 *
 * @param mean mean grey
 * @param sd standard deviation (sample)
 * @param median median grey
 * @param minimum darkest pixel
 * @param maximum brightest pixel
 * @param pixels how many pixels have their centre inside the outline
 * @param histogram how many of them have each grey, from 0 to 255
 */
public record EchoIntensity(double mean, double sd, double median, double minimum, double maximum, long pixels,
        List<Long> histogram) {
    /** Copies the histogram. */
    public EchoIntensity {
        histogram = List.copyOf(histogram);
    }

    /**
     * Measures inside {@code outline}.
     *
     * @param argb the picture, packed 0xAARRGGBB, row by row; colours count by their luma
     * @param columns its width in pixels
     * @param rows its height in pixels
     * @param outline in continuous pixels; what lies outside the picture does not count
     * @return nothing where no pixel's centre lies inside
     */
    public static Optional<EchoIntensity> inside(int[] argb, int columns, int rows, Polygon outline) {
        ByteProcessor picture = new ByteProcessor(columns, rows, GreyFrame.of(argb, columns, rows).pixels());
        picture.setRoi(roi(outline.vertices()));
        ImageStatistics s = ImageStatistics.getStatistics(picture,
                Measurements.MEAN | Measurements.STD_DEV | Measurements.MEDIAN | Measurements.MIN_MAX, null);
        return s.pixelCount == 0
                ? Optional.empty()
                : Optional.of(new EchoIntensity(s.mean, s.stdDev, s.median, s.min, s.max, s.pixelCount,
                        Arrays.stream(s.getHistogram()).boxed().toList()));
    }

    private static Roi roi(List<Point> vertices) {
        float[] x = new float[vertices.size()];
        float[] y = new float[vertices.size()];
        for (int i = 0; i < x.length; i++) {
            x[i] = (float) vertices.get(i).x();
            y[i] = (float) vertices.get(i).y();
        }
        return new PolygonRoi(x, y, Roi.POLYGON);
    }
}
