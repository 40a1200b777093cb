package foramen.domain.measurement;

/** What is measured. */
public enum Quantity {
    LONG_AXIS("Long axis", "Long"), SHORT_AXIS("Short axis", "Short"), ANGLE("Angle", "Angle"), CROSS_SECTIONAL_AREA(
            "Cross-sectional area", "CSA"), AREA("Area", "Area"), PERIMETER("Perimeter",
                    "Perimeter"), LENGTH("Length", "Length"), DEPTH("Depth", "Depth"), PATH_LENGTH("Path length",
                            "Path"), LATERAL_OFFSET("Lateral offset",
                                    "Offset"), ANGLE_TO_SKIN("Angle to skin",
                                            "Angle"), DISTANCE("Distance", "Distance"), TIME("Time",
                                                    "Time"), VELOCITY("Velocity", "Velocity"), VELOCITY_CHANGE(
                                                            "Velocity change", "ΔV"), FREQUENCY_SHIFT("Doppler shift",
                                                                    "Shift"), FREQUENCY_CHANGE("Doppler shift change",
                                                                            "ΔShift"), AP_DIAMETER("AP diameter",
                                                                                    "AP"), ML_DIAMETER("ML diameter",
                                                                                            "ML"), FLATTENING_RATIO(
                                                                                                    "Flattening ratio ML / AP",
                                                                                                    "ML / AP"), MAXIMUM_CALIPER(
                                                                                                            "Maximum caliper",
                                                                                                            "Max"), MINIMUM_CALIPER(
                                                                                                                    "Minimum caliper",
                                                                                                                    "Min"), THICKNESS(
                                                                                                                            "Thickness",
                                                                                                                            "Thickness"), ANGLE_TO_BEAM(
                                                                                                                                    "Angle to the beam",
                                                                                                                                    "Beam"), TIP_ERROR(
                                                                                                                                            "Tip error",
                                                                                                                                            "Tip error"), TIP_ERROR_DEPTH(
                                                                                                                                                    "Tip error in depth",
                                                                                                                                                    "Depth error"), TIP_ERROR_LATERAL(
                                                                                                                                                            "Tip error to the side",
                                                                                                                                                            "Lateral error");

    private final String label;
    private final String shortLabel;

    Quantity(String label, String shortLabel) {
        this.label = label;
        this.shortLabel = shortLabel;
    }

    /** The quantity in words, first letter upper case. */
    public String label() {
        return label;
    }

    /** The quantity where room is short. */
    public String shortLabel() {
        return shortLabel;
    }
}
