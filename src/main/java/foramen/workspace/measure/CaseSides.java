package foramen.workspace.measure;

import foramen.domain.annotation.Annotation;
import foramen.domain.casefile.Case;
import foramen.domain.clip.ClipInfo;
import foramen.domain.delivery.SideComparisons;
import foramen.domain.measurement.Comparison;
import foramen.domain.measurement.Thresholds;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Every side-to-side comparison that the Measure page shows for some trace of a case, each once. */
public final class CaseSides implements SideComparisons {
    private final Thresholds thresholds;

    /** Holds values against {@code thresholds}. */
    public CaseSides(Thresholds thresholds) {
        this.thresholds = thresholds;
    }

    @Override
    public List<Comparison.Made> of(Case casefile, Function<String, Optional<ClipInfo>> clips) {
        SwellingReadings readings = new SwellingReadings(thresholds);
        CaseClips known = new CaseClips() {
            @Override
            public Optional<ClipInfo> info(String sopInstanceUid) {
                return clips.apply(sopInstanceUid);
            }

            @Override
            public String whyUnknown(String sopInstanceUid) {
                return "The clip it lies on is not at hand.";
            }
        };
        Set<Comparison.Made> made = new LinkedHashSet<>();
        for (Annotation a : casefile.annotations()) {
            if (readings.isAsked(a) && AreaSamples.isTraced(a)
                    && readings.sides(a, casefile, known).comparison() instanceof Comparison.Made m) {
                made.add(m);
            }
        }
        return List.copyOf(made);
    }
}
