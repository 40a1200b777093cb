package foramen.dicom.read;

import foramen.dicom.data.DataSet;
import foramen.dicom.data.PresentationTag;
import foramen.dicom.data.Tag;
import foramen.dicom.data.Uid;
import foramen.dicom.io.DicomFile;
import foramen.domain.anatomy.StructureCatalog;
import foramen.domain.annotation.Shape;
import foramen.domain.clip.PixelSpacing;
import foramen.domain.delivery.DrawingReader;
import foramen.domain.delivery.FoundDrawing;
import foramen.domain.delivery.FoundDrawings;
import foramen.geometry.Point;
import foramen.geometry.Polygon;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads grayscale and colour presentation states, our own and those of others (PS3.3 A.33): graphics as shapes, texts,
 * spacing and window. Of our own, structure, side, level and plane come back too.
 */
public final class PresentationStateReader implements DrawingReader {
    /** More graphics than that are no drawing (engineering default). */
    private static final int MOST_DRAWINGS = 100_000;

    private static final DataSet EMPTY = DataSet.builder().build();

    private final StructureCatalog catalog;

    /** A reader that knows the structures of {@code catalog}. */
    public PresentationStateReader(StructureCatalog catalog) {
        this.catalog = catalog;
    }

    @Override
    public Optional<FoundDrawings> read(Path file) throws IOException {
        return ObjectFile.read(file, this::read);
    }

    private Optional<FoundDrawings> read(DicomFile file) {
        String sopClass = file.data().text(Tag.SOP_CLASS_UID);
        return sopClass.equals(Uid.GRAYSCALE_PRESENTATION_STATE) || sopClass.equals(Uid.COLOR_PRESENTATION_STATE)
                ? Optional.of(new Run(file).found())
                : Optional.empty();
    }

    /** An image that something refers to; no frames means all. */
    private record Target(String sopInstanceUid, List<Integer> frames) {}

    /** One object being read. */
    private final class Run {
        private final DataSet data;
        private final FoundDrawings.Origin origin;
        private final boolean isOurs;
        private final List<String> warnings = new ArrayList<>();
        private final List<FoundDrawing> drawings = new ArrayList<>();
        private final Map<String, SubjectText> groups = new HashMap<>();

        Run(DicomFile file) {
            this.data = file.data();
            this.origin = ObjectFile.origin(file);
            this.isOurs = data.text(Tag.MODEL_NAME).equals("Foramen");
            warnings.addAll(file.warnings());
            for (DataSet g : data.items(PresentationTag.GRAPHIC_GROUP_SEQUENCE)) {
                groups.put(g.text(PresentationTag.GRAPHIC_GROUP_ID),
                        new SubjectText(g.text(PresentationTag.GRAPHIC_GROUP_DESCRIPTION)));
            }
        }

        FoundDrawings found() {
            List<Target> all = data.items(Tag.REFERENCED_SERIES_SEQUENCE).stream().flatMap(s -> targets(s).stream())
                    .toList();
            for (DataSet item : data.items(PresentationTag.GRAPHIC_ANNOTATION_SEQUENCE)) {
                annotation(item, all);
            }
            for (Polygon outline : new OverlayPlanes(data, warnings).outlines()) {
                all.forEach(t -> add(EMPTY, new Shape.Outline(outline), "", t, EMPTY));
            }
            if (all.isEmpty()) {
                warnings.add("The presentation state names no image that it belongs to.");
            }
            return new FoundDrawings(origin,
                    all.stream().map(Target::sopInstanceUid).distinct().toList(), drawings, spacings(all), window(),
                    warnings.stream().distinct().limit(50).toList());
        }

        private List<Target> targets(DataSet holder) {
            return holder.items(Tag.REFERENCED_IMAGE_SEQUENCE).stream()
                    .filter(r -> !r.text(Tag.REFERENCED_SOP_INSTANCE_UID).isEmpty())
                    .map(r -> new Target(r.text(Tag.REFERENCED_SOP_INSTANCE_UID),
                            r.reals(Tag.REFERENCED_FRAME_NUMBER).stream().filter(n -> n >= 1 && n <= Integer.MAX_VALUE)
                                    .map(n -> n.intValue() - 1).toList()))
                    .toList();
        }

        private void annotation(DataSet item, List<Target> all) {
            List<Target> own = targets(item);
            for (Target target : own.isEmpty() ? all : own) {
                var reader = new GraphicReader(area(target.sopInstanceUid()), warnings);
                for (DataSet graphic : item.items(PresentationTag.GRAPHIC_OBJECT_SEQUENCE)) {
                    if (!isDecoration(graphic)) {
                        reader.shape(graphic).ifPresent(s -> add(graphic, s, "", target, item));
                    }
                }
                CompoundGraphics compounds = new CompoundGraphics(item, reader, warnings);
                for (DataSet compound : item.items(PresentationTag.COMPOUND_GRAPHIC_SEQUENCE)) {
                    compounds.shapes(compound).forEach(s -> add(compound, s, "", target, item));
                }
                for (DataSet text : item.items(PresentationTag.TEXT_OBJECT_SEQUENCE)) {
                    String words = text.text(PresentationTag.UNFORMATTED_TEXT).strip();
                    if (!isDecoration(text) && !words.isEmpty()) {
                        text(reader, text, words, target, item);
                    }
                }
            }
        }

        private void text(GraphicReader reader, DataSet text, String words, Target target, DataSet item) {
            Optional<Point> place = reader.place(text);
            if (place.isEmpty()) {
                warnings.add("A text without a usable place was left out.");
            } else {
                add(text, new Shape.Text(place.get()), words, target, item);
            }
        }

        /** Names, values and rings that we write beside what was drawn carry no tracking. */
        private boolean isDecoration(DataSet object) {
            return isOurs && object.text(PresentationTag.TRACKING_UID).isEmpty();
        }

        private void add(DataSet object, Shape plain, String words, Target target, DataSet item) {
            SubjectText subject = groups.getOrDefault(object.text(PresentationTag.GRAPHIC_GROUP_ID),
                    new SubjectText(""));
            String trackingId = object.text(PresentationTag.TRACKING_ID);
            String trackingUid = object.text(PresentationTag.TRACKING_UID);
            if (subject.form().equals("two calipers") && joined(plain, trackingUid)) {
                return;
            }
            if (drawings.size() >= MOST_DRAWINGS) {
                warnings.add("There are more than " + MOST_DRAWINGS + " graphics; the others were left out.");
                return;
            }
            FoundDrawing.Form form = subject.form().equals("needle")
                    ? FoundDrawing.Form.NEEDLE
                    : FoundDrawing.Form.ANNOTATION;
            drawings.add(new FoundDrawing(form, target.sopInstanceUid(), target.frames(), formed(plain, subject.form()),
                    subject.isOurs() ? subject.subject(catalog, Optional.empty()) : FoundDrawing.Subject.UNSAID,
                    item.text(PresentationTag.GRAPHIC_LAYER), words, trackingId, trackingUid));
        }

        /** Puts the second of two calipers to the first, which bears the same tracking. */
        private boolean joined(Shape second, String trackingUid) {
            if (drawings.isEmpty() || trackingUid.isEmpty()) {
                return false;
            }
            FoundDrawing last = drawings.getLast();
            if (last.trackingUid().equals(trackingUid) && last.shape() instanceof Shape.Line a
                    && second instanceof Shape.Line b) {
                drawings.set(drawings.size() - 1, new FoundDrawing(last.form(), last.sopInstanceUid(), last.frames(),
                        new Shape.Bidirectional(a.segment(), b.segment()), last.what(), last.layer(), last.words(),
                        last.trackingId(), last.trackingUid()));
                return true;
            }
            return false;
        }

        private static Shape formed(Shape plain, String form) {
            List<Point> p = plain.points();
            return switch (form) {
                case "angle" -> p.size() == 3 ? new Shape.Angle(p.get(0), p.get(1), p.get(2)) : plain;
                case "line" -> plain instanceof Shape.Line ? new Shape.Polyline(p) : plain;
                default -> plain;
            };
        }

        private Optional<DisplayedArea> area(String sopInstanceUid) {
            int rotation = data.integer(PresentationTag.IMAGE_ROTATION, 0);
            return areaItem(sopInstanceUid).flatMap(i -> DisplayedArea.of(i, rotation));
        }

        private Optional<DataSet> areaItem(String sopInstanceUid) {
            return data.items(PresentationTag.DISPLAYED_AREA_SEQUENCE).stream().filter(i -> {
                List<Target> of = targets(i);
                return of.isEmpty() || of.stream().anyMatch(t -> t.sopInstanceUid().equals(sopInstanceUid));
            }).findFirst();
        }

        private Map<String, PixelSpacing> spacings(List<Target> all) {
            Map<String, PixelSpacing> spacings = new HashMap<>();
            for (Target t : all) {
                List<Double> mm = areaItem(t.sopInstanceUid())
                        .map(i -> i.reals(PresentationTag.PRESENTATION_PIXEL_SPACING)).orElse(List.of());
                if (mm.size() >= 2) {
                    PixelSpacing spacing = new PixelSpacing(mm.get(0), mm.get(1));
                    if (spacing.isUsable()) {
                        spacings.put(t.sopInstanceUid(), spacing);
                    } else {
                        warnings.add("Its Presentation Pixel Spacing is none that an ultrasound picture can have and "
                                + "was left out.");
                    }
                }
            }
            return spacings;
        }

        private Optional<FoundDrawings.Window> window() {
            for (DataSet voi : data.items(PresentationTag.SOFTCOPY_VOI_LUT_SEQUENCE)) {
                double width = voi.real(Tag.WINDOW_WIDTH).orElse(0);
                if (width > 0 && voi.real(Tag.WINDOW_CENTER).isPresent()) {
                    return Optional.of(new FoundDrawings.Window(voi.real(Tag.WINDOW_CENTER).getAsDouble(), width));
                }
            }
            return Optional.empty();
        }
    }
}
