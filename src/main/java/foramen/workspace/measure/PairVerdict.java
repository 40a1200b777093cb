package foramen.workspace.measure;

import foramen.domain.anatomy.StructureCatalog;
import foramen.domain.annotation.Annotation;
import foramen.domain.casefile.Case;
import foramen.domain.clip.ClipInfo;
import foramen.domain.clip.FrameRef;
import foramen.domain.measurement.Thresholds;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Sets what is drawn in one of two pictures against what is drawn in the other, and nothing else of the case. */
public final class PairVerdict {
    private static final String NOTHING = "Outline the same structure in both pictures, at the same level and by the same"
            + " method, to compare the sides.";

    private final SwellingReadings readings;

    /** Holds values against {@code thresholds}. */
    public PairVerdict(Thresholds thresholds) {
        this.readings = new SwellingReadings(thresholds);
    }

    /**
     * One of the two pictures.
     *
     * @param clip what it is of
     * @param index its frame, from 0
     */
    public record Picture(ClipInfo clip, int index) {
        FrameRef frame() {
            return new FrameRef(clip.identity().sopInstanceUid(), index);
        }
    }

    /**
     * Side against side as far as the two pictures show it.
     *
     * @param selected the annotation asked about first; may be empty
     */
    public SwellingReadings.Result of(Case casefile, Picture one, Picture other, Optional<String> selected) {
        List<Annotation> there = areas(casefile, other);
        Optional<Annotation> asked = areas(casefile, one).stream()
                .filter(a -> there.stream().anyMatch(o -> o.structureId().equals(a.structureId())))
                .min(Comparator.comparingInt(a -> rank(a, selected)));
        if (asked.isEmpty()) {
            return SwellingReadings.Result.refused(NOTHING);
        }
        Case shown = casefile.withAnnotations(casefile.annotations().stream()
                .filter(a -> a.frame().equals(one.frame()) || a.frame().equals(other.frame())).toList());
        return readings.sides(asked.get(), shown, new Both(one.clip(), other.clip()));
    }

    private List<Annotation> areas(Case casefile, Picture of) {
        return casefile.annotationsOn(of.frame()).stream()
                .filter(a -> a.counts() && readings.isAsked(a) && AreaSamples.isTraced(a)).toList();
    }

    private static int rank(Annotation a, Optional<String> selected) {
        if (selected.filter(a.id()::equals).isPresent()) {
            return 0;
        }
        return a.structureId().equals(StructureCatalog.SCIATIC_NERVE) ? 1 : 2;
    }

    private record Both(ClipInfo one, ClipInfo other) implements CaseClips {
        @Override
        public Optional<ClipInfo> info(String sopInstanceUid) {
            return List.of(one, other).stream().filter(c -> c.identity().sopInstanceUid().equals(sopInstanceUid))
                    .findFirst();
        }

        @Override
        public String whyUnknown(String sopInstanceUid) {
            return "The clip it lies on is in neither picture.";
        }
    }
}
