package foramen.dicom.sr.exact;

import foramen.dicom.sr.ContentItem;
import foramen.dicom.sr.Relationship;
import foramen.domain.anatomy.Code;
import foramen.geometry.Point;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Gathers the exact values of one thing as coded text items under one heading; what is empty is left out. */
final class RecordWriter {
    private final Code kind;
    private final List<ContentItem> items = new ArrayList<>();

    RecordWriter(Code kind) {
        this.kind = kind;
    }

    RecordWriter text(Code field, String text) {
        if (!text.isEmpty()) {
            items.add(ContentItem.text(Relationship.CONTAINS, field, ExactText.written(text)));
        }
        return this;
    }

    /** A value whose own text says it exactly: an instant, a day, a decimal, a whole number. */
    RecordWriter value(Code field, Object value) {
        return text(field, value.toString());
    }

    RecordWriter choice(Code field, Enum<?> value) {
        return text(field, value.name());
    }

    RecordWriter decimal(Code field, BigDecimal value) {
        return text(field, value.toString());
    }

    RecordWriter number(Code field, double value) {
        return text(field, Double.toString(value));
    }

    /** Only what is so is written. */
    RecordWriter flag(Code field, boolean value) {
        return value ? text(field, "yes") : this;
    }

    RecordWriter points(Code field, List<Point> points) {
        return text(field, points.stream().map(p -> p.x() + " " + p.y()).collect(Collectors.joining(", ")));
    }

    RecordWriter add(RecordWriter part) {
        items.add(part.item());
        return this;
    }

    ContentItem item() {
        return ContentItem.container(Relationship.CONTAINS, kind, items);
    }
}
