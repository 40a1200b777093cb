package foramen.workspace.measure;

import foramen.domain.measurement.Thresholds;
import java.util.Optional;

/**
 * The thresholds that hold, and what is wrong with the clinic's own copy, so that nobody takes the one for the other.
 *
 * @param thresholds what values are held against
 * @param complaint why the clinic's own copy is not used: one sentence; empty where there is none or it is in use
 */
public record ThresholdsInUse(Thresholds thresholds, Optional<String> complaint) {}
