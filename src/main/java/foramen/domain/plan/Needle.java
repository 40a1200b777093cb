package foramen.domain.plan;

/**
 * A needle of the stock list.
 *
 * @param id stable name
 * @param label as shown, such as {@code 22 G × 90 mm}
 * @param gauge gauge number
 * @param lengthMm length in mm
 * @param source where the row comes from
 */
public record Needle(String id, String label, int gauge, double lengthMm, String source) {}
