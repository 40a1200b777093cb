package foramen.domain.measurement;

/** Units of measured values. */
public enum Unit {
    MILLIMETRE("mm", "mm", 1), SQUARE_MILLIMETRE("mm²", "mm2", 1), DEGREE("°", "deg", 0), PIXEL("px", "{pixels}",
            1), SQUARE_PIXEL("px²", "{pixels}2",
                    0), MILLISECOND("ms", "ms",
                            0), CENTIMETRE_PER_SECOND("cm/s", "cm/s", 1), HERTZ("Hz", "Hz", 0), RATIO("", "1", 2);

    private final String symbol;
    private final String ucum;
    private final int displayDecimals;

    Unit(String symbol, String ucum, int displayDecimals) {
        this.symbol = symbol;
        this.ucum = ucum;
        this.displayDecimals = displayDecimals;
    }

    /** The unit as shown. */
    public String symbol() {
        return symbol;
    }

    /** The unit in UCUM, for files. */
    public String ucum() {
        return ucum;
    }

    /** Digits after the point on screen (field notes, "Numbers and names"). */
    public int displayDecimals() {
        return displayDecimals;
    }
}
