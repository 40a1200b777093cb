package foramen.workspace.measure;

import java.util.List;

/**
 * How bright the echoes inside an outline are, on the display's scale of 0 to 255.
 *
 * @param mean mean grey
 * @param sd standard deviation (sample)
 * @param median median grey
 * @param pixels how many pixels lie inside
 * @param histogram how many of them have each grey, from 0 to 255
 */
public record EchoReading(double mean, double sd, double median, long pixels, List<Long> histogram) {
    /** Copies the histogram. */
    public EchoReading {
        histogram = List.copyOf(histogram);
    }
}
