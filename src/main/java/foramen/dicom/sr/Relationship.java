package foramen.dicom.sr;

import java.util.Arrays;

/** How a content item stands to its parent: Relationship Type (0040,A010), DICOM PS3.3 C.17.3.2.4. */
public enum Relationship {
    CONTAINS("CONTAINS"), HAS_OBS_CONTEXT("HAS OBS CONTEXT"), HAS_ACQ_CONTEXT("HAS ACQ CONTEXT"), HAS_CONCEPT_MOD(
            "HAS CONCEPT MOD"), HAS_PROPERTIES("HAS PROPERTIES"), INFERRED_FROM("INFERRED FROM"), SELECTED_FROM(
                    "SELECTED FROM"),
    /** The root's, and what another maker wrote that the standard does not know. */
    NONE("");

    private final String term;

    Relationship(String term) {
        this.term = term;
    }

    /** The defined term. */
    public String term() {
        return term;
    }

    /** The relationship that {@code term} names. */
    static Relationship of(String term) {
        return Arrays.stream(values()).filter(r -> r.term.equals(term)).findFirst().orElse(NONE);
    }
}
