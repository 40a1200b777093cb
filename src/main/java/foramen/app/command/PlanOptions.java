package foramen.app.command;

import foramen.app.composition.UserException;
import foramen.domain.anatomy.Laterality;
import foramen.domain.anatomy.ScanLevel;
import foramen.domain.anatomy.ScanPlane;
import foramen.domain.anatomy.StructureCatalog;
import foramen.domain.annotation.Annotation;
import foramen.domain.annotation.Shape;
import foramen.domain.clip.FrameRef;
import foramen.domain.plan.ActualNeedle;
import foramen.domain.plan.Approach;
import foramen.domain.plan.FrameRange;
import foramen.domain.plan.Landmark;
import foramen.domain.plan.NeedleDirection;
import foramen.domain.plan.NeedlePass;
import foramen.domain.plan.NeedlePlan;
import foramen.domain.plan.PlanDetail;
import foramen.domain.plan.Puncture;
import foramen.domain.plan.SkinSetting;
import foramen.geometry.Point;
import foramen.geometry.Polygon;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that make a plan and what lies round it; nothing of it is kept. */
final class PlanOptions {
    @Option(names = "--entry", required = true, paramLabel = "x,y", converter = Points.One.class, description = "Skin entry in continuous image pixels; once for all targets, or once for each.")
    @SuppressWarnings("NullAway.Init") // picocli fills it before call()
    private List<Point> entries;

    @Option(names = "--target", required = true, paramLabel = "x,y", converter = Points.One.class, description = "Needle target in continuous image pixels; again for each further target.")
    @SuppressWarnings("NullAway.Init") // picocli fills it before call()
    private List<Point> targets;

    @Option(names = "--outline", paramLabel = "\"x,y x,y …\"", converter = Points.Outline.class, description = "The sciatic nerve's outline, to keep away from.")
    private @Nullable Polygon outline;

    @Option(names = "--structure", paramLabel = "[N:]ID=\"x,y …\"", converter = Structures.One.class, description = "Another outline, line or point by structure (sciatic-nerve, pudendal-nerve, vessel, bone, no-go-zone, piriformis …), on frame N or on the planned one; may be repeated.")
    private List<Structures> structures = List.of();

    @Option(names = "--frames", paramLabel = "A-B", description = "Frames over which the worst case is taken.")
    private @Nullable String frames;

    @Option(names = "--target-name", paramLabel = "NAME", description = "What a target is; once for each, in order.")
    private List<String> names = List.of();

    @Option(names = "--rule", paramLabel = "ID", description = "Margin rule of a target, once for each: standard, piriformis, sacrospinous, perineural-sciatic, perineural-pudendal.")
    private List<String> rules = List.of();

    @Option(names = "--needle", paramLabel = "ID", defaultValue = "", description = "The needle of the stock list, such as 22g-89.")
    private String needle = "";

    @Option(names = "--skin-arc", paramLabel = "\"x,y x,y x,y\"", converter = Points.Several.class, description = "Three points on the skin line of a curved array.")
    private Points.@Nullable Row skinArc;

    @Option(names = "--skin-face", paramLabel = "x,y", converter = Points.One.class, description = "The lowest point of a curved transducer face, with --skin-radius.")
    private @Nullable Point skinFace;

    @Option(names = "--skin-centre", paramLabel = "x,y", converter = Points.One.class, description = "The centre of curvature of a curved array, with --skin-radius.")
    private @Nullable Point skinCentre;

    @Option(names = "--skin-radius", paramLabel = "MM", description = "The radius of a curved array, mm.")
    private @Nullable Double skinRadius;

    @Option(names = "--plane-distance", paramLabel = "MM", description = "Out of plane: from the puncture to the plane of the picture, on the skin, mm.")
    private @Nullable Double planeDistance;

    @Option(names = "--puncture-angle", paramLabel = "DEG", description = "Out of plane: angle between needle and skin; otherwise the one that reaches the target.")
    private @Nullable Double punctureAngle;

    @Option(names = "--direction", paramLabel = "WAY", defaultValue = "UNSPECIFIED", description = "Which way the needle comes, such as MEDIAL_TO_LATERAL.")
    private NeedleDirection direction = NeedleDirection.UNSPECIFIED;

    @Option(names = "--landmark", paramLabel = "NAME[=MM]", defaultValue = "", description = "A landmark on the skin, and how far the entry lies from it.")
    private String landmark = "";

    @Option(names = "--doppler-done", description = "Vessels were looked for with Doppler.")
    private boolean dopplerDone;

    @Option(names = "--seen", paramLabel = "\"x,y x,y x,y\"", converter = Points.Several.class, description = "The needle as seen on this frame: shaft, tip, and where the target is seen.")
    private Points.@Nullable Row seen;

    @Option(names = "--spread", paramLabel = "\"x,y x,y …\"", converter = Points.Outline.class, description = "The outline of what was injected, with --seen.")
    private @Nullable Polygon spread;

    @Option(names = "--override", paramLabel = "CODE[@TARGET]=REASON", description = "Override a warning of that code, and say why; may be repeated.")
    private List<String> overrides = List.of();

    /** The overrides as typed. */
    List<String> overrides() {
        return overrides;
    }

    /** The nerve of {@code --outline}. */
    Optional<Polygon> outline() {
        return Optional.ofNullable(outline);
    }

    /** The plan that the options tell of. */
    NeedlePlan plan(FrameRef frame) throws UserException {
        if (entries.size() != 1 && entries.size() != targets.size()) {
            throw new UserException("--entry may be given once, or once for each --target: there are "
                    + entries.size() + " entries and " + targets.size() + " targets.");
        }
        List<NeedlePass> passes = new ArrayList<>();
        for (int i = 0; i < targets.size(); i++) {
            passes.add(new NeedlePass(entries.get(entries.size() == 1 ? 0 : i), targets.get(i), at(names, i),
                    at(rules, i)));
        }
        NeedlePass first = passes.getFirst();
        PlanDetail detail = new PlanDetail(1, first.ruleId(), passes.subList(1, passes.size()), approach(), range(),
                List.of(), actual(frame));
        return new NeedlePlan("command-line", frame, first.entry(), first.target(), Laterality.UNSPECIFIED,
                first.targetName(), needle, "", "", Instant.EPOCH, detail);
    }

    private static String at(List<String> list, int index) {
        return index < list.size() ? list.get(index) : "";
    }

    private Approach approach() throws UserException {
        try {
            Optional<Puncture> puncture = planeDistance == null && punctureAngle == null
                    ? Optional.empty()
                    : Optional.of(new Puncture(Optional.ofNullable(planeDistance), Optional.ofNullable(punctureAngle)));
            int cut = landmark.lastIndexOf('=');
            Landmark mark = cut < 0
                    ? new Landmark(landmark, Optional.empty())
                    : new Landmark(landmark.substring(0, cut).strip(),
                            Optional.of(Double.valueOf(landmark.substring(cut + 1).replace("mm", "").strip())));
            return new Approach(puncture, direction, mark, dopplerDone, skin());
        } catch (IllegalArgumentException e) {
            throw new UserException("The approach cannot be read: " + e.getMessage() + ".");
        }
    }

    private Optional<SkinSetting> skin() throws UserException {
        Optional<SkinSetting.Form> form = Optional.empty();
        if (skinArc != null) {
            List<Point> p = three("--skin-arc", skinArc);
            form = Optional.of(new SkinSetting.Form.ThreePoints(p.get(0), p.get(1), p.get(2)));
        } else if (skinFace != null && skinRadius != null) {
            form = Optional.of(new SkinSetting.Form.Face(skinFace, skinRadius));
        } else if (skinCentre != null && skinRadius != null) {
            form = Optional.of(new SkinSetting.Form.Centre(skinCentre, skinRadius));
        } else if (skinFace != null || skinCentre != null || skinRadius != null) {
            throw new UserException("--skin-radius goes with --skin-face or --skin-centre.");
        }
        return form.map(f -> new SkinSetting(f, "", Instant.EPOCH));
    }

    private Optional<FrameRange> range() throws UserException {
        if (frames == null) {
            return Optional.empty();
        }
        String[] ends = frames.split("-", -1);
        try {
            return Optional.of(new FrameRange(Integer.parseInt(ends[0].strip()) - 1,
                    Integer.parseInt(ends[ends.length - 1].strip()) - 1));
        } catch (IllegalArgumentException e) {
            throw new UserException("--frames needs the first and the last frame, such as 20-40, not " + frames + ".");
        }
    }

    private List<ActualNeedle> actual(FrameRef frame) throws UserException {
        if (seen == null) {
            if (spread != null) {
                throw new UserException("--spread belongs to a needle; give --seen too.");
            }
            return List.of();
        }
        List<Point> p = three("--seen", seen);
        return List.of(new ActualNeedle(frame, 1, p.get(0), p.get(1), p.get(2), Optional.ofNullable(spread), "",
                Instant.EPOCH));
    }

    private static List<Point> three(String option, Points.Row row) throws UserException {
        if (row.points().size() != 3) {
            throw new UserException(option + " needs three points, not " + row.points().size() + ".");
        }
        return row.points();
    }

    /** What lies round the needle, as annotations. */
    List<Annotation> annotations(FrameRef frame, StructureCatalog catalog) throws UserException {
        List<Annotation> all = new ArrayList<>();
        if (outline != null) {
            all.add(annotation("outline", StructureCatalog.SCIATIC_NERVE, new Shape.Outline(outline), frame));
        }
        for (int i = 0; i < structures.size(); i++) {
            Structures s = structures.get(i);
            if (catalog.find(s.id()).isEmpty()) {
                throw new UserException("There is no structure " + s.id() + "; the known ones are "
                        + String.join(", ", catalog.all().stream().map(c -> c.id()).toList()) + ".");
            }
            FrameRef on = s.frame().map(n -> new FrameRef(frame.sopInstanceUid(), n - 1)).orElse(frame);
            all.add(annotation("structure-" + (i + 1), s.id(), s.shape(), on));
        }
        return List.copyOf(all);
    }

    private static Annotation annotation(String id, String structure, Shape shape, FrameRef frame) {
        return new Annotation(id, frame, shape, structure, Laterality.UNSPECIFIED, ScanLevel.UNSPECIFIED,
                ScanPlane.UNSPECIFIED, "", false, "", Instant.EPOCH);
    }
}
