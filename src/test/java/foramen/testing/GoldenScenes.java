package foramen.testing;

import foramen.domain.anatomy.Laterality;
import foramen.domain.anatomy.ScanLevel;
import foramen.domain.anatomy.ScanPlane;
import foramen.domain.anatomy.Structure;
import foramen.domain.anatomy.StructureCatalog;
import foramen.domain.annotation.Annotation;
import foramen.domain.annotation.Follow;
import foramen.domain.annotation.Origin;
import foramen.domain.annotation.Shape;
import foramen.domain.casefile.Case;
import foramen.domain.plan.ActualNeedle;
import foramen.domain.plan.Approach;
import foramen.domain.plan.NeedlePass;
import foramen.domain.plan.NeedlePlan;
import foramen.domain.plan.PlanDetail;
import foramen.domain.plan.Puncture;
import foramen.domain.plan.SkinSetting;
import foramen.geometry.ClosedSpline;
import foramen.geometry.Ellipse;
import foramen.geometry.Point;
import foramen.geometry.Polygon;
import foramen.geometry.Segment;
import foramen.overlay.DisplayList;
import foramen.overlay.Draft;
import foramen.overlay.Mark;
import foramen.overlay.OverlayOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What golden pictures show: all that can lie over a frame of {@link SteppedClip#calibrated()}, in a few scenes. */
public final class GoldenScenes {
    private GoldenScenes() {}

    /**
     * One picture's overlay.
     *
     * @param name of the picture
     * @param casefile the case
     * @param selected what is selected
     * @param draft what is being drawn
     * @param pointer where the pointer is
     * @param info how much text stands in the corners
     * @param rulers whether ruler and bar are shown
     */
    public record Scene(String name, Case casefile, Optional<String> selected, Optional<Draft> draft,
            Optional<Point> pointer, OverlayOptions.Info info, boolean rulers) {
        private static Scene of(String name, Case casefile) {
            return new Scene(name, casefile, Optional.empty(), Optional.empty(), Optional.empty(),
                    OverlayOptions.Info.NONE, false);
        }

        private Scene selecting(String id) {
            return new Scene(name, casefile, Optional.of(id), draft, pointer, info, rulers);
        }

        private Scene drawing(Draft next) {
            return new Scene(name, casefile, selected, Optional.of(next), pointer, info, rulers);
        }

        private Scene pointingAt(double x, double y) {
            return new Scene(name, casefile, selected, draft, Optional.of(new Point(x, y)), info, rulers);
        }

        private Scene withAllAround() {
            return new Scene(name, casefile, selected, draft, pointer, OverlayOptions.Info.FULL, true);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** All scenes, the whole case first. */
    public static Stream<Scene> all() {
        return Stream.of(Scene.of("whole-case", wholeCase()).withAllAround(), Scene.of("structures", structures()),
                Scene.of("measures", measures()).selecting("a4"), Scene.of("followed", followed()),
                Scene.of("states", states()).selecting("s1"),
                Scene.of("locked-selected", states()).selecting("s2"),
                Scene.of("crowded-handles", crowded()).selecting("c1").pointingAt(331, 196),
                Scene.of("needle-plan", plans()).selecting("p1"), Scene.of("needle-free", plans()),
                Scene.of("needle-out-of-plane", outOfPlane()).selecting("p1"), Scene.of("needle-seen", seen()),
                Scene.of("proposal-doubtful", Cases.empty()).drawing(proposal()),
                Scene.of("draft-outline", Cases.empty()).drawing(outline()),
                Scene.of("draft-brush", Cases.empty()).drawing(brush()));
    }

    /** The scene of that name. */
    public static Scene named(String name) {
        return all().filter(s -> s.name().equals(name)).findFirst().orElseThrow();
    }

    /** The same without its texts and their plates. */
    public static DisplayList wordless(DisplayList list) {
        return new DisplayList(list.marks().stream().flatMap(m -> switch (m) {
            case Mark.Label _ -> Stream.<Mark>empty();
            case Mark.CornerText _ -> Stream.<Mark>empty();
            case Mark.Ruler r -> Stream.of(new Mark.Ruler(r.from(), r.to(),
                    r.ticks().stream().map(t -> new Mark.Tick(t.at(), t.length(), "")).toList(), r.argb()));
            default -> Stream.of(m);
        }).toList());
    }

    /** Nerve, muscle, ligament, vessels not to be touched, bone, calcification, free words, caliper and plan. */
    public static Case wholeCase() {
        return Cases.empty().withAnnotations(List.of(
                ellipse("nerve", "sciatic-nerve", 372, 282, 32, 13, 6),
                Cases.annotation("muscle", "piriformis", spline(150, 190, 250, 168, 400, 182, 470, 212, 380, 232, 230,
                        222)),
                Cases.outline("ligament", "sacrospinous-ligament", new Point(160, 300), new Point(255, 288),
                        new Point(258, 302), new Point(162, 316)),
                Cases.outline("vessels", "no-go-zone", new Point(458, 322), new Point(490, 318), new Point(502, 342),
                        new Point(480, 360), new Point(454, 350)),
                ellipse("pudendal", "pudendal-nerve", 226, 330, 12, 7, 0),
                Cases.annotation("bone", "ischial-spine", new Shape.Polyline(List.of(new Point(130, 372),
                        new Point(210, 356), new Point(280, 362), new Point(330, 390), new Point(420, 402)))),
                Cases.annotation("stone", "calcification", new Shape.Marker(new Point(330, 345))),
                Cases.annotation("words", "free-label", new Shape.Text(new Point(120, 265))).withLabel("Scar"),
                Cases.line("thick", "piriformis", new Point(380, 178), new Point(384, 231))))
                .withPlan(plan("p1", 130, 80, 262, 196));
    }

    /** Every structure in its colour and dashes, in rows. */
    private static Case structures() {
        List<Annotation> all = new ArrayList<>();
        List<Structure> known = StructureCatalog.standard().all();
        for (int i = 0; i < known.size(); i++) {
            double x = 155 + i % 4 * 110;
            double y = 96 + i / 4 * 62;
            Structure s = known.get(i);
            all.add(s.kind() == Structure.Kind.BONE
                    ? Cases.annotation("s" + i, s.id(), new Shape.Polyline(
                            List.of(new Point(x - 32, y + 10), new Point(x, y - 8), new Point(x + 34, y + 6))))
                    : ellipse("s" + i, s.id(), x, y, 32, 13, 4));
        }
        return Cases.empty().withAnnotations(all);
    }

    /** Calipers long, short and selected, two axes, an angle, a point, words. */
    private static Case measures() {
        return Cases.empty().withAnnotations(List.of(
                Cases.line("a1", "piriformis", new Point(140, 110), new Point(290, 150)),
                Cases.line("a2", "sciatic-nerve", new Point(380, 120), new Point(398, 136)),
                Cases.annotation("a3", "sciatic-nerve", new Shape.Bidirectional(
                        new Segment(new Point(380, 230), new Point(510, 250)),
                        new Segment(new Point(450, 205), new Point(440, 275)))),
                Cases.line("a4", "sacrospinous-ligament", new Point(140, 330), new Point(330, 380)),
                Cases.annotation("a5", "bone", new Shape.Angle(new Point(150, 215), new Point(225, 285),
                        new Point(320, 215))),
                Cases.annotation("a6", "calcification", new Shape.Marker(new Point(440, 340))),
                Cases.annotation("a7", "free-label", new Shape.Text(new Point(400, 400))).withLabel("Check again")));
    }

    /** Every state of an outline that following made. */
    private static Case followed() {
        return Cases.empty().withAnnotations(List.of(
                tied("f1", 190, 110, Origin.DRAWN, Follow.keyFrame("t1")),
                tied("f2", 430, 110, Origin.FOLLOWED, tie("t2", 0.93, false, Follow.Review.OPEN)),
                tied("f3", 190, 220, Origin.FOLLOWED, tie("t3", 0.93, false, Follow.Review.ACCEPTED)),
                tied("f4", 430, 220, Origin.FOLLOWED, tie("t4", 0.31, true, Follow.Review.OPEN)),
                tied("f5", 190, 350, Origin.FOLLOWED, tie("t5", 0.62, false, Follow.Review.REJECTED)),
                tied("f6", 430, 350, Origin.INTERPOLATED, tie("t6", 0.88, false, Follow.Review.OPEN))));
    }

    private static Follow tie(String track, double confidence, boolean drifting, Follow.Review review) {
        return new Follow(track, false, confidence, drifting, review);
    }

    private static Annotation tied(String id, double x, double y, Origin origin, Follow follow) {
        return ellipse(id, "sciatic-nerve", x, y, 52, 26, 10).withOrigin(origin).withFollow(Optional.of(follow));
    }

    /** One that is selected, one that is locked, one that is hidden and one that is neither. */
    private static Case states() {
        return Cases.empty().withAnnotations(List.of(
                Cases.outline("s1", "piriformis", new Point(130, 110), new Point(270, 100), new Point(290, 170),
                        new Point(150, 190)),
                Cases.outline("s2", "sciatic-nerve", new Point(350, 110), new Point(480, 120), new Point(460, 190),
                        new Point(360, 180)).withLocked(true),
                Cases.outline("s3", "quadratus-femoris", new Point(130, 270), new Point(290, 270),
                        new Point(290, 350), new Point(130, 350)).withHidden(true),
                Cases.annotation("s4", "sacrospinous-ligament", spline(360, 300, 420, 270, 500, 300, 430, 350))));
    }

    /** A trace of many points, of whose handles only the one near the pointer shows. */
    private static Case crowded() {
        return Cases.empty().withAnnotation(Cases.annotation("c1", "sciatic-nerve",
                new Shape.Outline(new Ellipse(new Point(320, 240), new Point(70, 0), 45).polygon())));
    }

    /** A path with enough room and, from another entry, one that passes a nerve too near and ends in a vessel. */
    private static Case plans() {
        NeedlePlan one = plan("p1", 140, 90, 250, 300);
        return Cases.empty().withAnnotations(List.of(
                Cases.annotation("muscle", "piriformis", spline(150, 270, 260, 255, 340, 275, 330, 320, 200, 330)),
                ellipse("nerve", "sciatic-nerve", 400, 230, 30, 16, 0),
                Cases.outline("vessels", "no-go-zone", new Point(420, 330), new Point(470, 325), new Point(476, 362),
                        new Point(426, 370))))
                .withPlan(one.withDetail(PlanDetail.FIRST.withFurther(List.of(
                        new NeedlePass(new Point(340, 80), new Point(440, 345), "Beside the nerve", ""))), Cases.NOW));
    }

    private static Case outOfPlane() {
        return Cases.empty().withAnnotation(ellipse("nerve", "sciatic-nerve", 420, 250, 34, 18, 0))
                .withPlan(plan("p1", 250, 110, 330, 250).withApproach(Approach.PLAIN
                        .withPuncture(Optional.of(new Puncture(Optional.of(20.0), Optional.of(45.0))))
                        .withSkin(Optional.of(new SkinSetting(new SkinSetting.Form.ThreePoints(new Point(110, 80),
                                new Point(320, 110), new Point(530, 80)), "Dr Example", Cases.NOW))),
                        Cases.NOW));
    }

    private static Case seen() {
        NeedlePlan planned = plan("p1", 140, 90, 300, 270);
        return Cases.empty().withAnnotation(ellipse("nerve", "sciatic-nerve", 420, 300, 30, 16, 0))
                .withPlan(planned.withDetail(PlanDetail.FIRST.withActual(List.of(new ActualNeedle(Cases.frame(), 1,
                        new Point(170, 80), new Point(318, 248), new Point(304, 268),
                        Optional.of(new Polygon(List.of(new Point(288, 240), new Point(340, 236), new Point(362, 262),
                                new Point(330, 286), new Point(286, 280)))),
                        "Dr Example", Cases.NOW))), Cases.NOW));
    }

    private static Draft proposal() {
        return new Draft(Draft.Kind.PROPOSAL,
                new Ellipse(new Point(320, 250), new Point(60, 12), 26).polygon().vertices(), Optional.empty(),
                "sciatic-nerve", Optional.empty(), 0, "doubtful, confidence 0.62 · Enter keeps it, Esc drops it");
    }

    private static Draft outline() {
        return new Draft(Draft.Kind.OUTLINE, List.of(new Point(200, 150), new Point(340, 140), new Point(400, 240),
                new Point(330, 310)), Optional.of(new Point(230, 330)), "piriformis");
    }

    private static Draft brush() {
        return new Draft(Draft.Kind.SHAPE, List.of(), Optional.of(new Point(380, 250)), "sciatic-nerve",
                Optional.of(new Shape.Outline(new Ellipse(new Point(320, 240), new Point(70, 8), 30).polygon())), 24);
    }

    private static NeedlePlan plan(String id, double x, double y, double toX, double toY) {
        return new NeedlePlan(id, Cases.frame(), new Point(x, y), new Point(toX, toY), Laterality.RIGHT, "Piriformis",
                "22g-80", "", "Dr Example", Cases.NOW);
    }

    private static Annotation ellipse(String id, String structure, double x, double y, double half, double minor,
            double slope) {
        return new Annotation(id, Cases.frame(),
                new Shape.Ellipse(new Ellipse(new Point(x, y), new Point(half, slope), minor)), structure,
                Laterality.RIGHT, ScanLevel.PIRIFORMIS, ScanPlane.SHORT_AXIS, "", false, "Dr Example", Cases.NOW);
    }

    private static Shape spline(double... xy) {
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < xy.length; i += 2) {
            points.add(new Point(xy[i], xy[i + 1]));
        }
        return new Shape.Spline(new ClosedSpline(points));
    }
}
