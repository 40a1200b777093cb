/** The patient's risks, the safety checklist, the time-out, and what is done when local anaesthetic becomes toxic. */
@NullMarked
package foramen.domain.safety;

import org.jspecify.annotations.NullMarked;
