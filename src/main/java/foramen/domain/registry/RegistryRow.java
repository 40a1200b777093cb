package foramen.domain.registry;

import foramen.domain.anatomy.Laterality;
import foramen.domain.injection.InjectateClass;
import foramen.domain.outcome.Arm;
import foramen.domain.outcome.Recurrence;
import foramen.domain.outcome.Response;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One procedure in the registry. It names no patient; the words of site, target and indication are the operator's.
 *
 * @param caseId the case
 * @param procedureId the procedure within its case
 * @param day the clinic's day of the procedure
 * @param treatment what was done
 * @param pain the pain series
 * @param hip the hip score series
 * @param response whether it helped
 * @param after what happened later
 * @param definitionId the definition of the response
 * @param rulesVersion the version of the rules it was judged by
 */
public record RegistryRow(String caseId, String procedureId, LocalDate day, Treatment treatment, RegistrySeries pain,
        RegistrySeries hip, Judged response, Later after, String definitionId, String rulesVersion) {
    /**
     * What was done.
     *
     * @param arm how the patient was treated
     * @param site where, in words
     * @param side the side
     * @param target what was treated, in words
     * @param indication why, in words
     * @param injectate the class of injectate, where it is an injection
     * @param volumeMl volume injected, mL
     * @param guidance {@code ultrasound-planned} with a needle plan, {@code ultrasound} with a clip, else empty
     * @param session number of the session within its course
     * @param sessions sessions of the course so far
     */
    public record Treatment(Arm arm, String site, Laterality side, String target, String indication,
            Optional<InjectateClass> injectate, Optional<BigDecimal> volumeMl, String guidance, int session,
            int sessions) {}

    /**
     * Whether it helped.
     *
     * @param status the verdict
     * @param value the value it was judged by, of the pain series
     * @param day the day of that value
     * @param closes the last day on which a visit can still decide it
     */
    public record Judged(Response.Status status, Optional<BigDecimal> value, Optional<LocalDate> day,
            LocalDate closes) {
        /** Whether a visit may still come on {@code asOf}. */
        public boolean pendingOn(LocalDate asOf) {
            return status == Response.Status.NOT_SEEN && !asOf.isAfter(closes);
        }
    }

    /**
     * What happened later.
     *
     * @param recurrence the day the pain was seen to be back, after a response
     * @param cause by what that was seen
     * @param reintervention the day of the next procedure on that side
     * @param surgery the day of the next operation on that side
     * @param adverseEvents how many adverse events
     * @param worstGrade the worst grade of them
     * @param lost the day the patient was lost to follow-up
     */
    public record Later(Optional<LocalDate> recurrence, Optional<Recurrence.Cause> cause,
            Optional<LocalDate> reintervention, Optional<LocalDate> surgery, int adverseEvents,
            OptionalInt worstGrade, Optional<LocalDate> lost) {}
}
