package foramen.domain.clip;

import java.util.Locale;

/** How the elements of a transducer lie, as a file says it; no standard attribute gives the radius of a curved one. */
public enum TransducerGeometry {
    /** On a straight line: beams run side by side. */
    LINEAR,
    /** On an arc: beams spread from its centre. */
    CURVED_LINEAR,
    /** Something else, such as a phased sector. */
    OTHER,
    /** The file is silent. */
    UNKNOWN;

    /**
     * The geometry that a code of CID 12033 names (Transducer Geometry Code Sequence (0018,980D), PS3.3 C.8.24.2).
     *
     * @param value code value in the scheme DCM; empty for none
     */
    public static TransducerGeometry ofCode(String value) {
        return switch (value.strip()) {
            case "" -> UNKNOWN;
            case "125252" -> LINEAR;
            case "125253" -> CURVED_LINEAR;
            default -> OTHER;
        };
    }

    /**
     * The geometry that a defined term of Transducer Type (0018,6031) names (PS3.3 C.8.5.6).
     *
     * @param term as stored; empty for none
     */
    public static TransducerGeometry ofType(String term) {
        return switch (term.strip().toUpperCase(Locale.ROOT).replace('_', ' ')) {
            case "" -> UNKNOWN;
            case "LINEAR", "ENDOCAV LINEAR" -> LINEAR;
            case "CURVED LINEAR", "ENDOCAV CLA" -> CURVED_LINEAR;
            default -> OTHER;
        };
    }
}
