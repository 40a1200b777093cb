package foramen.dicom.write;

import foramen.dicom.data.DataSet;
import foramen.dicom.data.DataSetBuilder;
import foramen.dicom.data.PresentationTag;
import foramen.dicom.data.Tag;
import foramen.dicom.data.Vr;
import foramen.domain.anatomy.Structure;
import foramen.domain.anatomy.StructureCatalog;
import foramen.domain.annotation.Annotation;
import foramen.domain.annotation.Shape;
import foramen.domain.casefile.Case;
import foramen.domain.clip.FrameRef;
import foramen.domain.delivery.ExportSubject;
import foramen.domain.plan.NeedlePlan;
import foramen.geometry.Segment;
import foramen.overlay.Mark;
import foramen.overlay.OverlayComposer;
import foramen.overlay.OverlayOptions;
import foramen.overlay.OverlayPalette;
import foramen.overlay.OverlayScene;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What was drawn on all frames of a clip as the layers of a presentation state: one for each kind, so that a viewer can
 * show outlines without numbers. What is hidden or does not count is left out.
 */
final class PresentationLayers {
    /** The layers, in the order they are painted. */
    enum Layer {
        OUTLINES("Outlines of structures", 0xF5D90A), MEASURES("Calipers, lines, angles and points", 0x4CC9F0), NEEDLE(
                "Planned needle paths", 0xFFFFFF), LABELS("Names and values", 0xD5DCE4);

        private final String words;
        private final int rgb;

        Layer(String words, int rgb) {
            this.words = words;
            this.rgb = rgb;
        }
    }

    private static final int NEEDLE_RGB = OverlayPalette.NEEDLE & 0xFFFFFF;

    private final ExportSubject subject;
    private final SharedModules shared;
    private final OverlayComposer composer;
    private final StructureCatalog catalog;
    private final PresentationGraphics graphics;
    private final Case casefile;
    private final Map<DrawingGroup, Integer> groups = new LinkedHashMap<>();

    PresentationLayers(ExportSubject subject, SharedModules shared, OverlayComposer composer,
            StructureCatalog catalog) {
        this.subject = subject;
        this.shared = shared;
        this.composer = composer;
        this.catalog = catalog;
        this.graphics = new PresentationGraphics(shared.source().columns(), shared.source().rows());
        String clip = subject.frame().sopInstanceUid();
        this.casefile = subject.casefile().withAnnotations(subject.casefile().annotations().stream()
                .filter(a -> !a.hidden() && a.frame().sopInstanceUid().equals(clip)).toList());
    }

    /** Adds the Graphic Annotation, Graphic Layer and Graphic Group modules, as far as something was drawn. */
    void write(DataSetBuilder data) {
        List<DataSet> items = new ArrayList<>();
        TreeSet<Layer> used = new TreeSet<>();
        for (int frame : frames()) {
            for (Layer layer : Layer.values()) {
                item(layer, new FrameRef(subject.frame().sopInstanceUid(), frame)).ifPresent(i -> {
                    items.add(i);
                    used.add(layer);
                });
            }
        }
        if (items.isEmpty()) {
            return;
        }
        data.sequence(PresentationTag.GRAPHIC_ANNOTATION_SEQUENCE, items)
                .sequence(PresentationTag.GRAPHIC_LAYER_SEQUENCE,
                        used.stream().map(PresentationLayers::layer).toList());
        if (!groups.isEmpty()) {
            data.sequence(PresentationTag.GRAPHIC_GROUP_SEQUENCE,
                    groups.entrySet().stream().map(e -> e.getKey().form().equals("needle")
                            ? e.getKey().item(e.getValue(), "Needle plan", Concepts.NEEDLE)
                            : e.getKey().item(e.getValue(), catalog.get(e.getKey().structureId()))).toList());
        }
        if (groups.keySet().stream().anyMatch(g -> !g.form().equals("needle") && Concepts
                .type(catalog.get(g.structureId()), g.side()).scheme().equals(Concepts.OWN_SCHEME))) {
            Concepts.identifyOwnScheme(data);
        }
    }

    private SortedSet<Integer> frames() {
        String clip = subject.frame().sopInstanceUid();
        int most = subject.clip().info().frames();
        return Stream.concat(casefile.annotations().stream().map(Annotation::frame),
                casefile.plans().stream().map(NeedlePlan::frame))
                .filter(f -> f.sopInstanceUid().equals(clip) && f.index() < most).map(FrameRef::index)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Optional<DataSet> item(Layer layer, FrameRef frame) {
        List<DataSet> objects = new ArrayList<>();
        List<DataSet> texts = new ArrayList<>();
        switch (layer) {
            case OUTLINES -> casefile.annotationsOn(frame).stream().filter(a -> a.shape() instanceof Shape.Area)
                    .forEach(a -> objects.addAll(drawing(a)));
            case MEASURES -> casefile.annotationsOn(frame).stream()
                    .filter(a -> !(a.shape() instanceof Shape.Area) && !(a.shape() instanceof Shape.Text))
                    .forEach(a -> objects.addAll(drawing(a)));
            case NEEDLE -> casefile.plansOn(frame).forEach(p -> objects.addAll(needle(p)));
            case LABELS -> texts.addAll(labels(frame));
        }
        if (objects.isEmpty() && texts.isEmpty()) {
            return Optional.empty();
        }
        DataSetBuilder item = DataSet.builder()
                .sequence(Tag.REFERENCED_IMAGE_SEQUENCE,
                        List.of(shared.source().reference(List.of(frame.number())).build()))
                .text(PresentationTag.GRAPHIC_LAYER, Vr.CS, layer.name());
        if (!objects.isEmpty()) {
            item.sequence(PresentationTag.GRAPHIC_OBJECT_SEQUENCE, objects);
        }
        if (!texts.isEmpty()) {
            item.sequence(PresentationTag.TEXT_OBJECT_SEQUENCE, texts);
        }
        return Optional.of(item.build());
    }

    private static DataSet layer(Layer layer) {
        long[] lab = CieLab.of(layer.rgb);
        return DataSet.builder().text(PresentationTag.GRAPHIC_LAYER, Vr.CS, layer.name())
                .text(PresentationTag.GRAPHIC_LAYER_ORDER, Vr.IS,
                        Integer.toString(List.of(Layer.values()).indexOf(layer) + 1))
                .whole(PresentationTag.GRAPHIC_LAYER_GREY, Vr.US, 0xFFFF)
                .whole(PresentationTag.GRAPHIC_LAYER_CIELAB, Vr.US, lab)
                .text(PresentationTag.GRAPHIC_LAYER_DESCRIPTION, Vr.LO, layer.words).build();
    }

    private List<DataSet> drawing(Annotation a) {
        PresentationGraphics.Style style = style(a);
        return switch (a.shape()) {
            case Shape.Ellipse(foramen.geometry.Ellipse e) -> List.of(graphics.ellipse(e, style));
            case Shape.Area area -> List.of(graphics.closed(area.trace(), style));
            case Shape.Line(Segment s) -> List.of(line(s, style));
            case Shape.Bidirectional(Segment first, Segment second) -> List.of(line(first, style), line(second, style));
            case Shape.Polyline l -> List.of(graphics.open(l.points(), style));
            case Shape.Angle angle -> List.of(graphics.open(angle.points(), style));
            case Shape.Marker m -> List.of(graphics.point(m.point(), style));
            case Shape.Text t -> List.of();
        };
    }

    private DataSet line(Segment s, PresentationGraphics.Style style) {
        return graphics.open(List.of(s.a(), s.b()), style);
    }

    private PresentationGraphics.Style style(Annotation a) {
        Structure s = catalog.get(a.structureId());
        boolean area = a.shape() instanceof Shape.Area;
        return new PresentationGraphics.Style(s.colour(),
                area ? OverlayPalette.OUTLINE_WIDTH : OverlayPalette.CALIPER_WIDTH, s.dashes(),
                group(DrawingGroup.of(a)), a.id(), shared.uids().tracking(a.id()));
    }

    private int group(DrawingGroup group) {
        return groups.computeIfAbsent(group, g -> groups.size() + 1);
    }

    private List<DataSet> needle(NeedlePlan plan) {
        PresentationGraphics.Style style = new PresentationGraphics.Style(NEEDLE_RGB, OverlayPalette.NEEDLE_WIDTH,
                List.of(), group(DrawingGroup.needle(plan.laterality())), plan.id(),
                shared.uids().tracking(plan.id()));
        Segment path = graphics.within(plan.path());
        return List.of(line(path, style),
                graphics.circle(path.b(), OverlayPalette.TARGET_SIZE / 2, style.decoration()));
    }

    /** The texts of the display list where it puts them, so that none lies on what it is about. */
    private List<DataSet> labels(FrameRef frame) {
        List<DataSet> texts = new ArrayList<>();
        List<Annotation> words = casefile.annotationsOn(frame).stream().filter(a -> a.shape() instanceof Shape.Text)
                .toList();
        for (Annotation a : words) {
            texts.add(graphics.text(a.shape().points().getFirst(),
                    a.label().isBlank() ? catalog.get(a.structureId()).letter() : a.label().strip(), style(a)));
        }
        var scene = new OverlayScene(casefile, subject.clip().info(), frame.index(), Optional.empty(),
                Optional.empty(), List.of());
        var options = new OverlayOptions(true, OverlayOptions.Info.NONE, false, Locale.ROOT);
        PresentationGraphics.Style plain = new PresentationGraphics.Style(Layer.LABELS.rgb, 1, List.of(), 0, "", "");
        for (Mark mark : composer.compose(scene, options).marks()) {
            boolean own = mark instanceof Mark.Label l
                    && words.stream().anyMatch(a -> a.shape().points().getFirst().equals(l.at()));
            if (mark instanceof Mark.Label l && !own) {
                texts.add(graphics.text(l.at().plus(new foramen.geometry.Point(l.dx(), l.dy())), l.text(), plain));
            }
        }
        return texts;
    }
}
