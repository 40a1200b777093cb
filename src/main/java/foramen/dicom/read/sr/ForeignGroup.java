package foramen.dicom.read.sr;

import foramen.dicom.sr.Codes;
import foramen.dicom.sr.Content;
import foramen.dicom.sr.ContentItem;
import foramen.domain.anatomy.Code;
import foramen.domain.anatomy.Laterality;
import foramen.domain.anatomy.ScanLevel;
import foramen.domain.anatomy.ScanPlane;
import foramen.domain.anatomy.Structure;
import foramen.domain.anatomy.StructureCatalog;
import foramen.domain.annotation.Annotation;
import foramen.domain.annotation.Origin;
import foramen.domain.annotation.Shape;
import foramen.domain.annotation.Traits;
import foramen.domain.clip.ClipLocation;
import foramen.domain.clip.FrameRef;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One Measurement Group of another maker as annotations, one for each of its coordinates. */
final class ForeignGroup {
    private static final int LAST_FRAME = 100_000;
    /** SNOMED CT codes for structures that the catalogue knows by others (clinical facts 6, fact sheet 4.3). */
    private static final Map<String, String> OTHER_CODES = Map.of("SCT 41519007", "sciatic-nerve", "SCT 206007",
            "gluteus-maximus", "SCT 78333006", "gluteus-medius", "SCT 18115005", "calcification");

    private final StructureCatalog structures;
    private final String author;
    private final Instant at;
    private final int number;
    private final List<String> remarks;

    ForeignGroup(StructureCatalog structures, String author, Instant at, int number, List<String> remarks) {
        this.structures = structures;
        this.author = author;
        this.at = at;
        this.number = number;
        this.remarks = remarks;
    }

    List<Annotation> read(ContentItem group) {
        String tracking = group.child(Codes.TRACKING_IDENTIFIER).flatMap(ContentItem::text).orElse("");
        String what = "Group " + number + (tracking.isBlank() ? "" : " (" + ClipLocation.line(tracking) + ")");
        List<Annotation> annotations = new ArrayList<>();
        List<ContentItem> regions = group.all().filter(i -> i.content() instanceof Content.Graphic).toList();
        String id = group.child(Codes.TRACKING_UID).map(ContentItem::content)
                .map(c -> c instanceof Content.UidReference u ? u.uid() : "").filter(u -> !u.isBlank())
                .orElse("group-" + number);
        for (ContentItem region : regions) {
            List<Shape> shapes = ForeignShapes.of((Content.Graphic) region.content());
            Optional<Content.Image> image = region.image()
                    .or(() -> group.children().stream().flatMap(c -> c.image().stream()).findFirst());
            if (shapes.isEmpty()) {
                remarks.add(what + ": coordinates of type " + type(region) + " were not understood.");
            } else if (image.isEmpty() || image.get().sopInstanceUid().isBlank()) {
                remarks.add(what + ": its coordinates name no image, so they were left out.");
            } else {
                frame(image.get(), what).ifPresent(f -> shapes.forEach(s -> annotations.add(annotation(group,
                        annotations.isEmpty() ? id : id + "-" + (annotations.size() + 1), f, s, tracking))));
            }
        }
        if (annotations.isEmpty() && regions.isEmpty()) {
            remarks.add(what + " has no coordinates on an image and was left out.");
        }
        leftBehind(group, what);
        return annotations;
    }

    private static String type(ContentItem region) {
        return ClipLocation.line(((Content.Graphic) region.content()).type());
    }

    private Optional<FrameRef> frame(Content.Image image, String what) {
        int frame = image.frames().isEmpty() ? 1 : image.frames().getFirst();
        if (frame > LAST_FRAME) {
            remarks.add(what + ": it lies on frame " + frame + ", which no clip has, and was left out.");
            return Optional.empty();
        }
        if (image.frames().size() > 1) {
            remarks.add(what + ": it names " + image.frames().size() + " frames; it was taken to lie on the first, "
                    + frame + ".");
        }
        return Optional.of(new FrameRef(image.sopInstanceUid(), frame - 1));
    }

    private Annotation annotation(ContentItem group, String id, FrameRef frame, Shape shape, String tracking) {
        Optional<Code> finding = code(group, Codes.FINDING);
        Optional<Code> site = code(group, Codes.FINDING_SITE);
        Optional<Structure> structure = site.flatMap(this::structure).or(() -> finding.flatMap(this::structure));
        String named = structure.isPresent()
                ? ""
                : Stream.of(finding, site).flatMap(Optional::stream).map(Code::meaning).filter(m -> !m.isBlank())
                        .distinct().collect(Collectors.joining(", "));
        String stated = stated(group);
        String label = Stream.of(named, tracking, stated.isEmpty() ? "" : "stated: " + stated)
                .filter(t -> !t.isBlank()).collect(Collectors.joining("; "));
        return new Annotation(id, frame, shape, structure.map(Structure::id).orElse("other"),
                side(group, site, finding), ScanLevel.UNSPECIFIED, ScanPlane.UNSPECIFIED, ClipLocation.line(label),
                Annotation.State.PLAIN, Origin.IMPORTED, Optional.empty(), Traits.NONE, author, at);
    }

    private static Optional<Code> code(ContentItem group, Code concept) {
        return group.children(concept).stream().flatMap(i -> i.code().stream()).findFirst();
    }

    private Optional<Structure> structure(Code code) {
        String other = OTHER_CODES.get(code.scheme() + " " + code.value());
        if (other != null) {
            return structures.find(other);
        }
        return structures.all().stream()
                .filter(s -> Stream.of(s.unsided(), s.left(), s.right()).flatMap(Optional::stream)
                        .anyMatch(c -> Codes.same(c, code)))
                .findFirst();
    }

    /** The side as a modifier states it, else as the code of the structure itself does; none where they disagree. */
    private Laterality side(ContentItem group, Optional<Code> site, Optional<Code> finding) {
        List<Laterality> said = Stream.concat(
                group.all().filter(i -> i.isNamed(Codes.LATERALITY)).flatMap(i -> i.code().stream()).map(Codes::side),
                Stream.of(site, finding).flatMap(Optional::stream).map(this::sideOf))
                .filter(s -> s != Laterality.UNSPECIFIED).distinct().toList();
        if (said.size() > 1) {
            remarks.add("Group " + number + " contradicts itself about the side, so none was taken from it.");
        }
        return said.size() == 1 ? said.getFirst() : Laterality.UNSPECIFIED;
    }

    private Laterality sideOf(Code code) {
        for (Structure s : structures.all()) {
            if (s.left().filter(c -> Codes.same(c, code)).isPresent()) {
                return Laterality.LEFT;
            }
            if (s.right().filter(c -> Codes.same(c, code)).isPresent()) {
                return Laterality.RIGHT;
            }
        }
        return Laterality.UNSPECIFIED;
    }

    /** The report's own numbers in words, each with its unit: Foramen measures again, at the scale of the clip. */
    private static String stated(ContentItem group) {
        return group.all().flatMap(i -> i.content() instanceof Content.Numeric n
                ? n.amount().stream().map(a -> i.name().map(Code::meaning).orElse("value") + " "
                        + a.value().toPlainString() + " " + unit(a.unit()))
                : Stream.empty()).collect(Collectors.joining(", "));
    }

    private static String unit(Code unit) {
        // The word: some makers write pixels as the unit “1”.
        return unit.value().equals("1") && !unit.meaning().isBlank() ? unit.meaning() : unit.value();
    }

    private void leftBehind(ContentItem group, String what) {
        String stated = stated(group);
        if (!stated.isEmpty()) {
            remarks.add(what + " states " + stated + "; Foramen measures again at the scale of the clip.");
        }
        group.all().map(ContentItem::content).filter(Content.Other.class::isInstance).map(Content.Other.class::cast)
                .map(Content.Other::valueType).filter(t -> !t.equals("by reference")).distinct()
                .forEach(t -> remarks.add(what + ": content of type " + (t.isBlank() ? "none" : ClipLocation.line(t))
                        + " was not understood."));
    }
}
