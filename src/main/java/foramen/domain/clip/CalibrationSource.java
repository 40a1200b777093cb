package foramen.domain.clip;

/** Where a scale comes from, best first (the fallback ladder). */
public enum CalibrationSource {
    ULTRASOUND_REGION("US region"), PIXEL_SPACING("Pixel Spacing"), MANUAL("set by hand");

    private final String label;

    CalibrationSource(String label) {
        this.label = label;
    }

    /** The source in words, as shown beside a number. */
    public String label() {
        return label;
    }
}
