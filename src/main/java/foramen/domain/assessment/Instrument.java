package foramen.domain.assessment;

import java.math.BigDecimal;

/** What an outcome is read with. No value of one is ever compared or averaged with one of another. */
public enum Instrument {
    /** Numeric rating scale, whole numbers 0 to 10. */
    NRS("nrs", "NRS", "", 10, false),
    /** Visual analogue scale, whole millimetres 0 to 100. */
    VAS("vas", "VAS", "mm", 100, false),
    /** Harris Hip Score, 0 to 100 points. */
    HHS("hhs", "HHS", "points", 100, true),
    /** Modified Harris Hip Score without deformity and motion, scaled to 100 points. */
    MHHS("mhhs", "mHHS", "points", 100, true);

    private final String id;
    private final String label;
    private final String unit;
    private final BigDecimal maximum;
    private final boolean higherIsBetter;

    Instrument(String id, String label, String unit, int maximum, boolean higherIsBetter) {
        this.id = id;
        this.label = label;
        this.unit = unit;
        this.maximum = BigDecimal.valueOf(maximum);
        this.higherIsBetter = higherIsBetter;
    }

    /** The stable name. */
    public String id() {
        return id;
    }

    /** The name shown. */
    public String label() {
        return label;
    }

    /** Unit of its values; empty for a plain rating. */
    public String unit() {
        return unit;
    }

    /** The largest value; the smallest is nought. */
    public BigDecimal maximum() {
        return maximum;
    }

    /** Whether a higher value is a better one: true for hip scores, false for pain. */
    public boolean higherIsBetter() {
        return higherIsBetter;
    }

    /** Whether it reads pain. */
    public boolean isPain() {
        return !higherIsBetter;
    }
}
