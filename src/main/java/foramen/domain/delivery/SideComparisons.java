package foramen.domain.delivery;

import foramen.domain.casefile.Case;
import foramen.domain.clip.ClipInfo;
import foramen.domain.measurement.Comparison;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Which values of a case are set side against side; reports state what the screen shows. */
public interface SideComparisons {
    /**
     * The comparisons that can be made, each once.
     *
     * @param clips what each clip says about itself, by its SOP Instance UID, as far as known
     */
    List<Comparison.Made> of(Case casefile, Function<String, Optional<ClipInfo>> clips);
}
