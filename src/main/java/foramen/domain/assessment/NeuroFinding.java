package foramen.domain.assessment;

import foramen.domain.anatomy.Laterality;

/**
 * One finding of the neurological examination.
 *
 * @param item what was examined
 * @param side the side; {@link Laterality#BILATERAL} for perineal sensation
 * @param grade power 0 to 5, reflex 0 (absent) to 4 (2 normal), sensation 0 absent, 1 altered, 2 normal
 */
public record NeuroFinding(Item item, Laterality side, int grade) {
    /** Refuses a grade off its scale. */
    public NeuroFinding {
        if (grade < 0 || grade > item.most) {
            throw new IllegalArgumentException(
                    item.label + " is graded from 0 to " + item.most + ", it cannot be " + grade);
        }
    }

    /** Whether it departs from normal. */
    public boolean abnormal() {
        return grade != item.normal;
    }

    /** What is examined. */
    public enum Item {
        POWER_L4("power-l4", "Power L4", 5, 5), POWER_L5("power-l5", "Power L5", 5, 5), POWER_S1("power-s1", "Power S1",
                5, 5), REFLEX_KNEE("reflex-knee", "Knee reflex", 2, 4), REFLEX_ANKLE("reflex-ankle", "Ankle reflex", 2,
                        4), SENSATION_L4("sensation-l4", "Sensation L4", 2, 2), SENSATION_L5("sensation-l5",
                                "Sensation L5", 2, 2), SENSATION_S1("sensation-s1", "Sensation S1", 2,
                                        2), PERINEAL_SENSATION("perineal-sensation", "Perineal sensation", 2, 2);

        private final String id;
        private final String label;
        private final int normal;
        private final int most;

        Item(String id, String label, int normal, int most) {
            this.id = id;
            this.label = label;
            this.normal = normal;
            this.most = most;
        }

        /** The stable name. */
        public String id() {
            return id;
        }

        /** The item in words, first letter upper case. */
        public String label() {
            return label;
        }

        /** The grade that is normal. */
        public int normal() {
            return normal;
        }

        /** The highest grade. */
        public int most() {
            return most;
        }
    }
}
