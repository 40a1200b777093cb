package foramen.workspace.measure;

import foramen.domain.anatomy.ScanPlane;
import foramen.domain.annotation.Annotation;
import foramen.domain.annotation.Shape;
import foramen.domain.casefile.Case;
import foramen.domain.clip.Calibration;
import foramen.domain.clip.ClipInfo;
import foramen.domain.clip.ManualCalibration;
import foramen.domain.measurement.Measurer;
import foramen.domain.measurement.Quantity;
import foramen.domain.measurement.Reading;
import foramen.domain.measurement.Sample;
import foramen.domain.measurement.Site;
import foramen.domain.measurement.TrackMethods;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The cross-sectional areas of a case, each at the scale of its own clip.
 *
 * <p>The last answers are kept by the identity of the shape and the scale it was measured at, because a drag asks for all
 * areas of a case many times a second and changes one of them.
 */
final class AreaSamples {
    /** The scale of a clip as it holds in the case. */
    private record Scaling(ClipInfo clip, List<ManualCalibration> manual) {}

    private final Map<String, Scaling> scalings = new HashMap<>();
    private final Map<String, IdentityHashMap<Shape, Reading>> kept = new HashMap<>();
    private List<Annotation> known = List.of();
    private TrackMethods methods = new TrackMethods(List.of());

    /** Whether an area can be read off {@code a} at all. */
    static boolean hasArea(Annotation a) {
        return a.shape() instanceof Shape.Area || a.shape() instanceof Shape.Bidirectional;
    }

    /** Whether {@code a} counts: not rejected, not drifted unseen, not excluded by the operator. */
    static boolean counts(Annotation a) {
        return a.counts() && !a.traits().excluded();
    }

    /**
     * Whether somebody traced {@code a} here, so that it repeats another trace: a copy is the same trace again, and what
     * was followed or interpolated is made from another one, also where it was found right as it is. Once its shape is
     * corrected by hand it is drawn ({@link Annotation#withShape}).
     */
    static boolean isTraced(Annotation a) {
        return !a.origin().isDerived();
    }

    static Site site(Annotation a) {
        return new Site(a.structureId(), a.laterality(), a.level(), a.plane());
    }

    /** The area of {@code a}, whose clip is known. */
    Reading area(Annotation a, Case casefile, ClipInfo clip) {
        String uid = clip.identity().sopInstanceUid();
        Scaling now = new Scaling(clip, casefile.calibrationsOf(uid));
        Scaling before = scalings.put(uid, now);
        if (!now.equals(before)) {
            kept.put(uid, new IdentityHashMap<>());
        }
        IdentityHashMap<Shape, Reading> of = kept.computeIfAbsent(uid, u -> new IdentityHashMap<>());
        if (of.size() > 2 * casefile.annotations().size() + 64) {
            // Shapes of past drags; the next round keeps what is still there.
            of.clear();
        }
        Reading area = methods(casefile)
                .of(a, of.computeIfAbsent(a.shape(), s -> measured(s, casefile.calibrationOf(clip))));
        return a.plane() == ScanPlane.SHORT_AXIS ? CaseReadings.crossSectional(area) : area;
    }

    /** By identity: the areas of a whole clip are asked of one case. */
    @SuppressWarnings("ReferenceEquality")
    private TrackMethods methods(Case casefile) {
        if (known != casefile.annotations()) {
            known = casefile.annotations();
            methods = new TrackMethods(known);
        }
        return methods;
    }

    private static Reading measured(Shape shape, Calibration calibration) {
        return new Measurer(calibration).readings(shape).stream().filter(r -> r.quantity() == Quantity.AREA).findFirst()
                .orElseGet(() -> new Reading.Unmeasurable(Quantity.AREA, "Nothing here encloses an area.", Double.NaN,
                        foramen.domain.measurement.Unit.SQUARE_PIXEL));
    }

    /** The sample of {@code a}; empty where its clip is unknown or it has no millimetres. */
    Optional<Sample> sample(Annotation a, Case casefile, CaseClips clips) {
        return clips.info(a.frame().sopInstanceUid()).map(info -> area(a, casefile, info))
                .filter(Reading.Measured.class::isInstance).map(Reading.Measured.class::cast)
                .map(m -> new Sample(a.id(), site(a), a.frame(), m));
    }

    /** The samples of every trace of a structure that counts, in drawing order. */
    List<Sample> traces(Case casefile, CaseClips clips, String structureId) {
        List<Sample> all = new ArrayList<>();
        for (Annotation a : casefile.annotations()) {
            if (a.structureId().equals(structureId) && hasArea(a) && counts(a) && isTraced(a)) {
                sample(a, casefile, clips).ifPresent(all::add);
            }
        }
        return all;
    }
}
