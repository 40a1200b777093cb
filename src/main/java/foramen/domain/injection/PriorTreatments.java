package foramen.domain.injection;

/** Who knows what a patient was given in all cases. May be slow (disk). */
@FunctionalInterface
public interface PriorTreatments {
    /**
     * What a patient was given, over all cases but one.
     *
     * @param patientId identifier at the clinic, as typed; where it is blank nothing can be known
     * @param exceptCaseId the case whose own record the asker has already
     */
    History of(String patientId, String exceptCaseId);
}
