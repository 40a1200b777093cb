package foramen.domain.plan;

/**
 * How well an in-plane needle is seen.
 *
 * @param id stable name: {@code good}, {@code fair}, {@code poor}, {@code very-poor}
 * @param upToDegrees the steepest angle to the skin in this band
 * @param label the band in words
 * @param source where the limit comes from
 */
public record VisibilityBand(String id, double upToDegrees, String label, String source) {}
