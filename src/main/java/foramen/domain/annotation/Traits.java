package foramen.domain.annotation;

import java.util.Optional;

/**
 * What the operator says of an annotation for measuring, beyond what it shows and where.
 *
 * @param excluded whether it is left out of means and comparisons, such as a slipped trace; it is measured all the same
 * @param shadow the acoustic shadow behind a calcification, where said
 * @param contour the outline of a calcification, where said
 */
public record Traits(boolean excluded, Optional<Shadow> shadow, Optional<Contour> contour) {
    /** Nothing is said. */
    public static final Traits NONE = new Traits(false, Optional.empty(), Optional.empty());

    /** The shadow behind a calcification (clinical facts 2.3). */
    public enum Shadow {
        NONE("none"), PARTIAL("partial"), COMPLETE("complete");

        private final String words;

        Shadow(String words) {
            this.words = words;
        }

        /** In words, lower case. */
        public String words() {
            return words;
        }
    }

    /** The outline of a calcification (clinical facts 2.3). */
    public enum Contour {
        SMOOTH("smooth"), IRREGULAR("irregular");

        private final String words;

        Contour(String words) {
            this.words = words;
        }

        /** In words, lower case. */
        public String words() {
            return words;
        }
    }

    /** The same, left out of means or not. */
    public Traits withExcluded(boolean next) {
        return new Traits(next, shadow, contour);
    }

    /** The same with another shadow. */
    public Traits withShadow(Shadow next) {
        return new Traits(excluded, Optional.of(next), contour);
    }

    /** The same with another contour. */
    public Traits withContour(Contour next) {
        return new Traits(excluded, shadow, Optional.of(next));
    }
}
