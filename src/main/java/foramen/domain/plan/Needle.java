package foramen.domain.plan;

import java.util.Locale;

/**
 * A needle of the stock list.
 *
 * @param id stable name
 * @param label as shown, such as {@code 22 G × 90 mm}
 * @param gauge gauge number
 * @param lengthMm length in mm
 * @param type how it is made
 * @param source where the row comes from
 */
public record Needle(String id, String label, int gauge, double lengthMm, Type type, String source) {
    /** How a needle is made; names are those of the data file. */
    public enum Type {
        HYPODERMIC("hypodermic"), SPINAL("spinal, Quincke bevel"), ECHOGENIC("echogenic");

        private final String words;

        Type(String words) {
            this.words = words;
        }

        /** The type in words. */
        public String words() {
            return words;
        }

        /** The type in files. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
