package foramen.domain.clip;

/** Where a scale comes from (the fallback ladder); what a person set by hand goes before what the file says. */
public enum CalibrationSource {
    /** Sequence of Ultrasound Regions (0018,6011). */
    ULTRASOUND_REGION("US region"),
    /** Pixel Spacing (0028,0030). */
    PIXEL_SPACING("Pixel Spacing"),
    /** Presentation Pixel Spacing (0070,0101) of an applied presentation state. */
    PRESENTATION_STATE("presentation state"),
    /** A line of known length that somebody drew. */
    MANUAL("user-calibrated");

    private final String label;

    CalibrationSource(String label) {
        this.label = label;
    }

    /** The source in words, as shown beside a number. */
    public String label() {
        return label;
    }
}
