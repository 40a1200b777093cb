package foramen.dicom.deident;

import foramen.dicom.data.DataDictionary;
import foramen.dicom.data.DataElement;
import foramen.dicom.data.DataSet;
import foramen.dicom.data.DataSetBuilder;
import foramen.dicom.data.PresentationTag;
import foramen.dicom.data.SegmentationTag;
import foramen.dicom.data.Tag;
import foramen.dicom.data.Uid;
import foramen.dicom.data.Vr;
import foramen.domain.deident.Action;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Makes what was drawn anew (Clean Graphics Option, DICOM PS3.15 E.3.3): shapes, styles and references as they are named
 * here one by one, words only where they are Foramen's own, and nothing else.
 */
final class DrawingCleaner {
    private static final int LAYER_ORDER = PresentationTag.GRAPHIC_LAYER_ORDER;
    /** What was drawn; everything else in the object is for the {@link AttributeCleaner}. */
    static final Set<Integer> DRAWN = Set.of(PresentationTag.GRAPHIC_ANNOTATION_SEQUENCE,
            PresentationTag.GRAPHIC_LAYER_SEQUENCE, PresentationTag.GRAPHIC_GROUP_SEQUENCE,
            SegmentationTag.SEGMENT_SEQUENCE, Tag.SHARED_FUNCTIONAL_GROUPS, Tag.PER_FRAME_FUNCTIONAL_GROUPS);

    private static final Set<Integer> SEQUENCES = Set.of(PresentationTag.GRAPHIC_OBJECT_SEQUENCE,
            PresentationTag.TEXT_OBJECT_SEQUENCE, PresentationTag.LINE_STYLE_SEQUENCE,
            SegmentationTag.FRAME_CONTENT_SEQUENCE, SegmentationTag.SEGMENT_IDENTIFICATION_SEQUENCE,
            SegmentationTag.DERIVATION_IMAGE_SEQUENCE);
    private static final Set<Integer> REFERENCES = Set.of(Tag.REFERENCED_IMAGE_SEQUENCE, Tag.SOURCE_IMAGE_SEQUENCE);
    private static final Set<Integer> CODES = Set.of(SegmentationTag.PROPERTY_CATEGORY_SEQUENCE,
            SegmentationTag.PROPERTY_TYPE_SEQUENCE, SegmentationTag.PROPERTY_TYPE_MODIFIER_SEQUENCE,
            SegmentationTag.DERIVATION_CODE_SEQUENCE, SegmentationTag.PURPOSE_OF_REFERENCE);
    private static final Set<Integer> NUMBERS = Set.of(PresentationTag.GRAPHIC_DIMENSIONS,
            PresentationTag.NUMBER_OF_GRAPHIC_POINTS, PresentationTag.GRAPHIC_DATA, PresentationTag.ANCHOR_POINT,
            PresentationTag.BOUNDING_BOX_TOP_LEFT, PresentationTag.BOUNDING_BOX_BOTTOM_RIGHT,
            PresentationTag.PATTERN_ON_COLOR, PresentationTag.PATTERN_ON_OPACITY, PresentationTag.LINE_THICKNESS,
            PresentationTag.LINE_PATTERN, PresentationTag.SHADOW_OFFSET_X, PresentationTag.SHADOW_OFFSET_Y,
            PresentationTag.SHADOW_COLOR, PresentationTag.SHADOW_OPACITY, PresentationTag.GRAPHIC_GROUP_ID,
            PresentationTag.GRAPHIC_LAYER_GREY, PresentationTag.GRAPHIC_LAYER_CIELAB, LAYER_ORDER,
            SegmentationTag.SEGMENT_NUMBER, SegmentationTag.RECOMMENDED_CIELAB,
            SegmentationTag.REFERENCED_SEGMENT_NUMBER, SegmentationTag.DIMENSION_INDEX_VALUES,
            SegmentationTag.TEMPORAL_POSITION_INDEX, Tag.REFERENCED_FRAME_NUMBER);
    private static final Map<Integer, Set<String>> TERMS = Map.ofEntries(
            Map.entry(PresentationTag.GRAPHIC_UNITS, Set.of("PIXEL", "DISPLAY", "MATRIX")),
            Map.entry(PresentationTag.ANCHOR_POINT_UNITS, Set.of("PIXEL", "DISPLAY", "MATRIX")),
            Map.entry(PresentationTag.BOUNDING_BOX_UNITS, Set.of("PIXEL", "DISPLAY", "MATRIX")),
            Map.entry(PresentationTag.GRAPHIC_TYPE,
                    Set.of("POINT", "POLYLINE", "INTERPOLATED", "CIRCLE", "ELLIPSE")),
            Map.entry(PresentationTag.GRAPHIC_FILLED, Set.of("Y", "N")),
            Map.entry(PresentationTag.ANCHOR_POINT_VISIBILITY, Set.of("Y", "N")),
            Map.entry(PresentationTag.LINE_DASHING_STYLE, Set.of("SOLID", "DASHED")),
            Map.entry(PresentationTag.SHADOW_STYLE, Set.of("OFF", "NORMAL", "OUTLINED")),
            Map.entry(SegmentationTag.SEGMENT_ALGORITHM_TYPE, Set.of("AUTOMATIC", "SEMIAUTOMATIC", "MANUAL")));
    private static final Set<String> OWN_LAYERS = Set.of("OUTLINES", "MEASURES", "NEEDLE", "LABELS");
    /** No point lies so far off; bytes of text read as numbers mostly do (engineering default). */
    private static final double FARTHEST = 1e6;

    private final AttributeCleaner attributes;
    private final DeidentKey key;
    private final Map<String, String> layers = new HashMap<>();

    DrawingCleaner(AttributeCleaner attributes, DeidentKey key) {
        this.attributes = attributes;
        this.key = key;
    }

    /** The cleaned object. */
    DataSet clean(DataSet data) {
        DataSetBuilder rest = DataSet.builder(data.charset());
        data.elements().stream().filter(e -> !DRAWN.contains(e.tag())).forEach(rest::put);
        DataSetBuilder copy = DrawingFrame.strict(attributes.clean(rest.build()), attributes).toBuilder();
        for (int tag : DRAWN) {
            if (data.element(tag).orElse(null) instanceof DataElement.Sequence s) {
                List<DataSet> items = s.items().stream().map(this::item).filter(i -> tag > 0x52000000 || !i.isEmpty())
                        .toList();
                if (!items.isEmpty()) {
                    copy.sequence(tag, items);
                }
            }
        }
        return DrawingFrame.completed(copy, data);
    }

    private DataSet item(DataSet item) {
        DataSetBuilder kept = DataSet.builder(item.charset());
        for (DataElement e : item.elements()) {
            Optional<DataElement> made = made(e, item);
            made.ifPresentOrElse(kept::put,
                    () -> attributes.note(e.tag(), Action.REMOVE, Reason.GRAPHICS));
        }
        return complete(kept.build(), item);
    }

    /** A shape without its points or a text without its words is nothing; a segment always has a name. */
    private DataSet complete(DataSet kept, DataSet source) {
        if (source.contains(SegmentationTag.SEGMENT_NUMBER)) {
            return segment(kept, source);
        }
        if (source.contains(PresentationTag.GRAPHIC_GROUP_DESCRIPTION)
                || source.contains(PresentationTag.GRAPHIC_GROUP_LABEL)) {
            return group(kept, source);
        }
        boolean shape = source.contains(PresentationTag.GRAPHIC_DATA) || source.contains(PresentationTag.GRAPHIC_TYPE);
        boolean whole = kept.contains(PresentationTag.GRAPHIC_DATA) && kept.contains(PresentationTag.GRAPHIC_TYPE)
                && kept.contains(PresentationTag.GRAPHIC_UNITS);
        boolean text = source.contains(PresentationTag.UNFORMATTED_TEXT);
        boolean annotation = source.contains(PresentationTag.GRAPHIC_OBJECT_SEQUENCE)
                || source.contains(PresentationTag.TEXT_OBJECT_SEQUENCE);
        boolean holds = kept.contains(PresentationTag.GRAPHIC_OBJECT_SEQUENCE)
                || kept.contains(PresentationTag.TEXT_OBJECT_SEQUENCE);
        return (shape && !whole) || (text && !kept.contains(PresentationTag.UNFORMATTED_TEXT)) || (annotation && !holds)
                ? DataSet.EMPTY
                : kept;
    }

    private Optional<DataElement> made(DataElement e, DataSet set) {
        int tag = e.tag();
        if (e instanceof DataElement.Sequence s) {
            return sequence(s);
        }
        if (NUMBERS.contains(tag)) {
            return number(tag, set);
        }
        Set<String> terms = TERMS.get(tag);
        if (terms != null) {
            return terms.contains(set.text(tag)) ? text(tag, Vr.CS, set.text(tag)) : Optional.empty();
        }
        return switch (tag) {
            case PresentationTag.GRAPHIC_LAYER -> text(tag, Vr.CS, layer(set.text(tag)));
            case PresentationTag.UNFORMATTED_TEXT -> isOurs(set.text(tag))
                    ? text(tag, Vr.ST, set.text(tag).strip())
                    : Optional.empty();
            case PresentationTag.TRACKING_UID, Tag.REFERENCED_SOP_INSTANCE_UID -> attributes.uid(e, set);
            case PresentationTag.TRACKING_ID -> tracking(set.text(tag));
            case Tag.REFERENCED_SOP_CLASS_UID -> Uid.sopClassName(set.text(tag)).isPresent()
                    ? text(tag, Vr.UI, set.text(tag))
                    : Optional.empty();
            default -> Optional.empty();
        };
    }

    private boolean isOurs(String text) {
        return KnownWords.isLabel(text) && !attributes.identifiers().areIn(text);
    }

    private Optional<DataElement> tracking(String id) {
        attributes.note(PresentationTag.TRACKING_ID, Action.DUMMY, Reason.FREE_TEXT);
        return text(PresentationTag.TRACKING_ID, Vr.UT, key.tracking(id));
    }

    private Optional<DataElement> sequence(DataElement.Sequence s) {
        List<DataSet> items = new ArrayList<>();
        if (CODES.contains(s.tag())) {
            for (DataSet item : s.items()) {
                DataSetBuilder code = KnownWords.code(item).toBuilder();
                sided(item).ifPresent(code::put);
                items.add(code.build());
            }
        } else if (SEQUENCES.contains(s.tag()) || REFERENCES.contains(s.tag())) {
            s.items().stream().map(this::item).filter(i -> !i.isEmpty()).forEach(items::add);
        }
        return items.isEmpty() ? Optional.empty() : Optional.of(new DataElement.Sequence(s.tag(), items));
    }

    /** The side, which stands within the code of what it is the side of. */
    private Optional<DataElement> sided(DataSet item) {
        return item.element(SegmentationTag.PROPERTY_TYPE_MODIFIER_SEQUENCE)
                .filter(DataElement.Sequence.class::isInstance).map(DataElement.Sequence.class::cast)
                .flatMap(this::sequence);
    }

    /** The numbers written again by the representation of the standard. */
    private static Optional<DataElement> number(int tag, DataSet set) {
        Vr vr = DataDictionary.standard().implicitVr(tag, false);
        List<Double> values = set.reals(tag);
        if (values.isEmpty() || values.stream().anyMatch(v -> !Double.isFinite(v))) {
            return Optional.empty();
        }
        DataSetBuilder b = DataSet.builder();
        switch (vr) {
            case FL, FD -> {
                if (values.stream().anyMatch(v -> Math.abs(v) > FARTHEST)) {
                    return Optional.empty();
                }
                b.real(tag, vr, values.stream().mapToDouble(v -> v).toArray());
            }
            case IS -> b.text(tag, vr, values.stream().map(v -> Long.toString(v.longValue())).toArray(String[]::new));
            default -> b.whole(tag, vr, values.stream().mapToLong(Double::longValue).toArray());
        }
        return b.build().element(tag);
    }

    private String layer(String name) {
        return layers.computeIfAbsent(name.strip(),
                n -> OWN_LAYERS.contains(n) ? n : "LAYER" + (layers.size() + 1));
    }

    private DataSet segment(DataSet kept, DataSet source) {
        DataSetBuilder made = kept.toBuilder();
        Optional<KnownWords.Said> said = said(source.text(SegmentationTag.SEGMENT_DESCRIPTION));
        String name = said.flatMap(KnownWords::name)
                .or(() -> source.items(SegmentationTag.PROPERTY_TYPE_SEQUENCE).stream().findFirst()
                        .flatMap(KnownWords::name))
                .filter(n -> !attributes.identifiers().areIn(n))
                .orElse("Segment " + kept.integer(SegmentationTag.SEGMENT_NUMBER, 0));
        made.text(SegmentationTag.SEGMENT_LABEL, Vr.LO, name);
        said.ifPresent(d -> made.text(SegmentationTag.SEGMENT_DESCRIPTION, Vr.ST, d.text()));
        if (!kept.contains(SegmentationTag.SEGMENT_ALGORITHM_TYPE)) {
            made.text(SegmentationTag.SEGMENT_ALGORITHM_TYPE, Vr.CS, "SEMIAUTOMATIC");
        }
        if (!kept.text(SegmentationTag.SEGMENT_ALGORITHM_TYPE).equals("MANUAL")) {
            made.put(DummyValues.of(SegmentationTag.SEGMENT_ALGORITHM_NAME, Vr.LO));
        }
        return made.build();
    }

    private DataSet group(DataSet kept, DataSet source) {
        DataSetBuilder made = kept.toBuilder();
        Optional<KnownWords.Said> said = said(source.text(PresentationTag.GRAPHIC_GROUP_DESCRIPTION));
        made.text(PresentationTag.GRAPHIC_GROUP_LABEL, Vr.LO, said.flatMap(KnownWords::name)
                .filter(n -> !attributes.identifiers().areIn(n))
                .orElse("Group " + kept.integer(PresentationTag.GRAPHIC_GROUP_ID, 0)));
        said.ifPresent(d -> made.text(PresentationTag.GRAPHIC_GROUP_DESCRIPTION, Vr.ST, d.text()));
        return made.build();
    }

    private Optional<KnownWords.Said> said(String description) {
        return KnownWords.description(description).filter(d -> !attributes.identifiers().areIn(d.text()));
    }

    private static Optional<DataElement> text(int tag, Vr vr, String text) {
        return DataSet.builder().text(tag, vr, text).build().element(tag);
    }
}
