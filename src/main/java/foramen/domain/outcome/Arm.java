package foramen.domain.outcome;

import java.util.Locale;

/** How a patient was treated. */
public enum Arm {
    CONSERVATIVE("Conservative"), INJECTION("Injection"), SURGERY("Surgery");

    private final String label;

    Arm(String label) {
        this.label = label;
    }

    /** The arm in words, first letter upper case. */
    public String label() {
        return label;
    }

    /** The stable name. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
