package foramen.dicom.sr;

import foramen.domain.anatomy.Code;
import foramen.geometry.Point;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One item of a content tree (DICOM PS3.3 C.17.3).
 *
 * @param relationship how it stands to its parent
 * @param name the concept it is about; empty where none is given
 * @param content what it holds
 * @param observed when it was observed (0040,A032), where said
 * @param children the items beneath it, in order
 */
public record ContentItem(Relationship relationship, Optional<Code> name, Content content, Optional<Instant> observed,
        List<ContentItem> children) {
    /** Copies the children. */
    public ContentItem {
        children = List.copyOf(children);
    }

    private static ContentItem of(Relationship relationship, Code name, Content content) {
        return new ContentItem(relationship, Optional.of(name), content, Optional.empty(), List.of());
    }

    /** A heading. */
    public static ContentItem container(Relationship relationship, Code name, List<ContentItem> children) {
        return of(relationship, name, new Content.Container(Optional.empty())).with(children);
    }

    /** A heading shaped by a template of PS3.16. */
    public static ContentItem container(Relationship relationship, Code name, String template,
            List<ContentItem> children) {
        return of(relationship, name, new Content.Container(Optional.of(template))).with(children);
    }

    /** Words; not to be empty. */
    public static ContentItem text(Relationship relationship, Code name, String text) {
        return of(relationship, name, new Content.Text(text));
    }

    /** A coded concept. */
    public static ContentItem code(Relationship relationship, Code name, Code value) {
        return of(relationship, name, new Content.Coded(value));
    }

    /** A number. */
    public static ContentItem number(Relationship relationship, Code name, BigDecimal value, Code unit) {
        return of(relationship, name,
                new Content.Numeric(Optional.of(new Content.Amount(value, unit)), Optional.empty()));
    }

    /** That there is no number, and why. */
    public static ContentItem noNumber(Relationship relationship, Code name, Code qualifier) {
        return of(relationship, name, new Content.Numeric(Optional.empty(), Optional.of(qualifier)));
    }

    /** A person. */
    public static ContentItem person(Relationship relationship, Code name, String person) {
        return of(relationship, name, new Content.Person(person));
    }

    /** A unique identifier. */
    public static ContentItem uid(Relationship relationship, Code name, String uid) {
        return of(relationship, name, new Content.UidReference(uid));
    }

    /** An image, which needs no concept name (TID 1411, TID 320). */
    public static ContentItem image(Relationship relationship, Content.Image image) {
        return new ContentItem(relationship, Optional.empty(), image, Optional.empty(), List.of());
    }

    /** An object that is no image. */
    public static ContentItem composite(Relationship relationship, Code name, Content.Composite object) {
        return of(relationship, name, object);
    }

    /** Spatial coordinates on {@code image}. */
    public static ContentItem graphic(Relationship relationship, Code name, String type, List<Point> points,
            Content.Image image) {
        return of(relationship, name, new Content.Graphic(type, points))
                .with(List.of(image(Relationship.SELECTED_FROM, image)));
    }

    /** A pointer to another item of the same report. */
    public static ContentItem reference(Relationship relationship, ContentItem target) {
        return new ContentItem(relationship, Optional.empty(), new Content.Reference(target), Optional.empty(),
                List.of());
    }

    /** The same item with {@code more} beneath it, after what is there. */
    public ContentItem with(List<ContentItem> more) {
        List<ContentItem> all = new ArrayList<>(children);
        all.addAll(more);
        return new ContentItem(relationship, name, content, observed, all);
    }

    /** The same item, observed then. */
    public ContentItem at(Instant when) {
        return new ContentItem(relationship, name, content, Optional.of(when), children);
    }

    /** Whether it is about {@code concept}; meanings do not matter. */
    public boolean isNamed(Code concept) {
        return name.filter(n -> Codes.same(n, concept)).isPresent();
    }

    /** The items directly beneath it about {@code concept}. */
    public List<ContentItem> children(Code concept) {
        return children.stream().filter(c -> c.isNamed(concept)).toList();
    }

    /** The first item directly beneath it about {@code concept}. */
    public Optional<ContentItem> child(Code concept) {
        return children.stream().filter(c -> c.isNamed(concept)).findFirst();
    }

    /** This item and everything beneath it, parents first. */
    public Stream<ContentItem> all() {
        return Stream.concat(Stream.of(this), children.stream().flatMap(ContentItem::all));
    }

    /** The words it holds, where it holds any. */
    public Optional<String> text() {
        return content instanceof Content.Text t ? Optional.of(t.text()) : Optional.empty();
    }

    /** The code it holds, where it holds one. */
    public Optional<Code> code() {
        return content instanceof Content.Coded c ? Optional.of(c.code()) : Optional.empty();
    }

    /** The first image beneath it at any depth. */
    public Optional<Content.Image> image() {
        return all().map(ContentItem::content).filter(Content.Image.class::isInstance).map(Content.Image.class::cast)
                .findFirst();
    }
}
