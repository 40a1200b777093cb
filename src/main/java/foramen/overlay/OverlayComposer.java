package foramen.overlay;

import foramen.domain.anatomy.Laterality;
import foramen.domain.anatomy.StructureCatalog;
import foramen.domain.annotation.Annotation;
import foramen.domain.annotation.Shape;
import foramen.domain.clip.FrameRef;
import foramen.domain.measurement.Measurer;
import foramen.domain.measurement.TrackMethods;
import foramen.domain.plan.Fan;
import foramen.domain.plan.NeedlePlan;
import foramen.domain.plan.NeedleRules;
import foramen.domain.plan.Obstacle;
import foramen.domain.plan.PlanAssessment;
import foramen.domain.plan.PlanAssessor;
import foramen.geometry.Bounds;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Makes the display list of a frame from the case, so that screen, image and document show the same.
 *
 * <p>Painted in this order: rulers, outlines and calipers, needle plans, the needle as seen, labels, draft, corner texts.
 */
public final class OverlayComposer {
    /** With more drawings than this on a frame, names would cover the picture (engineering default). */
    private static final int CROWD = 10;

    private final StructureCatalog catalog;
    private final NeedleRules rules;
    private final PlanAssessor assessor;
    private final Optional<PlanAnswers> answers;

    /**
     * @param catalog names and colours of structures
     * @param rules visibility bands and margins
     */
    public OverlayComposer(StructureCatalog catalog, NeedleRules rules) {
        this(catalog, rules, Optional.empty());
    }

    private OverlayComposer(StructureCatalog catalog, NeedleRules rules, Optional<PlanAnswers> answers) {
        this.catalog = catalog;
        this.rules = rules;
        this.assessor = new PlanAssessor(rules, catalog, Locale.ROOT);
        this.answers = answers;
    }

    /**
     * The same for a screen: plans over a range of frames are drawn as {@code answers} has them, and until then as of
     * their own frame, with words that say so; it never works them out itself.
     */
    public OverlayComposer answeredBy(PlanAnswers screens) {
        return new OverlayComposer(catalog, rules, Optional.of(screens));
    }

    /** What lies over the frame when one image pixel takes one output unit. */
    public DisplayList compose(OverlayScene scene, OverlayOptions options) {
        return compose(scene, options, 1);
    }

    /**
     * What lies over the frame.
     *
     * @param scene what is shown
     * @param options how much of it
     * @param unitsPerPixel how many output units an image pixel takes, positive; it decides where labels fit, how dense
     *     the ruler is and when a caliper's line would cover what it measures
     */
    public DisplayList compose(OverlayScene scene, OverlayOptions options, double unitsPerPixel) {
        if (!(unitsPerPixel > 0) || !Double.isFinite(unitsPerPixel)) {
            throw new IllegalArgumentException("An image pixel cannot take " + unitsPerPixel + " output units");
        }
        return new Composition(scene, options, unitsPerPixel).list();
    }

    /**
     * What a needle planned on that frame may come near: everything drawn there that counts.
     *
     * @param drawn the annotations on the frame
     */
    public List<Obstacle> obstacles(List<Annotation> drawn) {
        return drawn.stream().filter(a -> a.counts() && !(a.shape() instanceof Shape.Text)).map(a -> new Obstacle(
                catalog.get(a.structureId()).name() + " " + Wording.side(a.laterality()), a.structureId(), a.shape()))
                .toList();
    }

    /** One run; it gathers marks in layers. */
    private final class Composition {
        private final OverlayScene scene;
        private final OverlayOptions options;
        private final List<Annotation> drawn;
        private final AnnotationMarks annotations;
        private final NeedleMarks needles;
        private final Measurer measurer;
        private final LabelLayout layout;
        private final double zoom;
        private final List<Mark> marks = new ArrayList<>();

        Composition(OverlayScene scene, OverlayOptions options, double zoom) {
            this.scene = scene;
            this.options = options;
            this.zoom = zoom;
            List<Annotation> all = scene.casefile().annotationsOn(frame());
            this.drawn = options.annotations() ? all.stream().filter(a -> !a.hidden()).toList() : List.of();
            this.measurer = new Measurer(scene.calibration());
            this.annotations = new AnnotationMarks(catalog, measurer,
                    new TrackMethods(scene.casefile().annotations()), options.words(), zoom);
            // A needle can hit what is hidden as well.
            this.needles = new NeedleMarks(catalog, rules, scene.calibration(), obstacles(all),
                    options.words());
            this.layout = new LabelLayout(new Bounds(0, 0, scene.clip().columns(), scene.clip().rows()), zoom);
        }

        DisplayList list() {
            if (options.rulers()) {
                marks.addAll(new ScaleMarks(scene, options, zoom).marks());
            }
            List<NeedlePlan> plans = options.annotations() ? scene.casefile().plansOn(frame()) : List.of();
            reserve(plans);
            List<Mark> labels = new ArrayList<>();
            drawn(labels);
            plans(plans, labels);
            seen(labels);
            marks.addAll(labels);
            scene.draft().ifPresent(d -> marks.addAll(new DraftMarks(d, catalog.get(d.structureId()))
                    .marks(annotations, needles, measurer, layout, options.words())));
            marks.addAll(new CornerTexts(scene.casefile(), scene.clip(), scene.frameIndex(), options.words())
                    .marks(options.info(), scene.viewNotes()));
            return new DisplayList(marks);
        }

        /** All drawings are known before the first label is placed, so that it can keep off them. */
        private void reserve(List<NeedlePlan> plans) {
            drawn.forEach(a -> AnnotationMarks.reserve(a, layout));
            plans.stream().flatMap(p -> p.passes().stream()).forEach(p -> needles.reserve(p.path(), layout));
            ScaleMarks.reserve(marks, layout);
        }

        private void drawn(List<Mark> labels) {
            int calipers = 0;
            for (Annotation a : drawn) {
                if (a.shape() instanceof Shape.Line || a.shape() instanceof Shape.Bidirectional) {
                    calipers++;
                }
                marks.addAll(annotations.drawing(a, selected(a.id()), calipers, scene.pointer()));
                if (a.shape() instanceof Shape.Text) {
                    continue;
                }
                labels.addAll(layout.place(AnnotationMarks.bounds(a),
                        List.of(annotations.label(a, calipers, drawn.size() > CROWD) + disagreement(a)),
                        annotations.colour(a)));
            }
        }

        /** Next to what it is about, so that it cannot be overlooked on the picture or an export. */
        private String disagreement(Annotation a) {
            Laterality file = scene.clip().laterality();
            boolean differs = file != Laterality.UNSPECIFIED && file != Laterality.BILATERAL
                    && a.laterality() == file.opposite();
            return differs
                    ? " · " + options.words().say(PicturePhrase.FILE_SAYS, options.words().term(file.words()))
                    : "";
        }

        private void plans(List<NeedlePlan> plans, List<Mark> labels) {
            for (NeedlePlan p : plans) {
                boolean elsewhere = p.detail().range().isPresent() && answers.isPresent();
                Optional<PlanAnswers.Answer> answer = elsewhere
                        ? answers.get().answer(p, scene.casefile(), scene.clip())
                        : Optional.of(now(p));
                PlanMarks plan = new PlanMarks(catalog, scene.calibration(), needles,
                        answer.map(PlanAnswers.Answer::assessment).orElseGet(() -> assess(ofItsFrame(p))),
                        options.words());
                // A fan of one frame would offer entries that another frame forbids.
                answer.filter(a -> selected(p.id())).map(PlanAnswers.Answer::fans).ifPresent(fans -> {
                    for (int n = 1; n <= fans.size(); n++) {
                        marks.addAll(plan.fan(n, fans.get(n - 1)));
                    }
                });
                plan.skin(scene.clip().columns()).ifPresent(marks::add);
                marks.addAll(plan.drawing(selected(p.id())));
                labels.addAll(plan.labels(layout, answer.isEmpty() ? Wording.beingWorkedOut(p, options.words()) : ""));
            }
        }

        /** Worked out here and now, as on paper; the fan of the selected plan alone is shown. */
        private PlanAnswers.Answer now(NeedlePlan p) {
            List<Fan> fans = new ArrayList<>();
            for (int n = 1; selected(p.id()) && n <= p.passes().size(); n++) {
                fans.add(assessor.fan(p, n, scene.clip().columns(), scene.calibration(),
                        scene.casefile().annotations()));
            }
            return new PlanAnswers.Answer(assess(p), fans);
        }

        private PlanAssessment assess(NeedlePlan p) {
            return assessor.assess(p, scene.calibration(), scene.casefile().annotations(),
                    scene.casefile().sidesFor(scene.clip()));
        }

        private static NeedlePlan ofItsFrame(NeedlePlan p) {
            return p.withDetail(p.detail().withRange(Optional.empty()), p.plannedAt());
        }

        /** A needle is seen in the procedure clip, which need not be the planned one. */
        private void seen(List<Mark> labels) {
            if (!options.annotations()) {
                return;
            }
            for (NeedlePlan p : scene.casefile().plans()) {
                p.detail().actual().stream().filter(a -> a.frame().equals(frame())).forEach(a -> {
                    marks.addAll(SeenMarks.drawing(a));
                    labels.addAll(layout.place(Bounds.of(List.of(a.tip())),
                            SeenMarks.lines(p, a, rules, scene.calibration(), options.words()),
                            OverlayPalette.SEEN));
                });
            }
        }

        private boolean selected(String id) {
            return scene.selectedId().filter(id::equals).isPresent();
        }

        private FrameRef frame() {
            return new FrameRef(scene.clip().identity().sopInstanceUid(), scene.frameIndex());
        }
    }
}
