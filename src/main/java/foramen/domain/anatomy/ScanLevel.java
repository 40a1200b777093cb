package foramen.domain.anatomy;

/** Where along the nerve the probe lies; areas are compared only within one level (clinical facts 2.2). */
public enum ScanLevel {
    PIRIFORMIS("Piriformis (greater sciatic foramen)"), ISCHIAL_SPINE("Ischial spine"), QUADRATUS_FEMORIS(
            "Quadratus femoris (ischial tuberosity)"), GLUTEAL_FOLD("Gluteal fold"), UNSPECIFIED("Level not set");

    private final String label;

    ScanLevel(String label) {
        this.label = label;
    }

    /** The level in words, first letter upper case. */
    public String label() {
        return label;
    }
}
