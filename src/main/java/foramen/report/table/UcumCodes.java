package foramen.report.table;

import foramen.domain.assessment.Instrument;
import foramen.domain.injection.Concentration;
import foramen.domain.injection.Dose;

/** Units in UCUM. */
final class UcumCodes {
    /** A toxin's unit is that of its brand; the code is the one of US product labels. */
    private static final String TOXIN_UNIT = "[USP'U]";

    private UcumCodes() {}

    static String of(Dose.Unit unit) {
        return switch (unit) {
            case MG -> "mg";
            case UNITS -> TOXIN_UNIT;
            case ML -> "mL";
        };
    }

    static String of(Concentration.Unit unit) {
        return switch (unit) {
            case MG_PER_ML -> "mg/mL";
            case UNITS_PER_ML -> TOXIN_UNIT + "/mL";
            case ML_PER_ML -> "mL/mL";
            case PERCENT -> "%";
        };
    }

    static String of(Instrument instrument) {
        return instrument == Instrument.VAS ? "mm" : "{score}";
    }
}
